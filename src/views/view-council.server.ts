import type { Instant } from '#kernel/instant'
import { bindingsAt, reportState, seatedUnits, type Claim, type Seating } from '#modules/councils/core'
import { councilArea, sittingFor, type Mandate } from '#modules/delegates/core'
import { idAt } from '#modules/members/core'
import { reportDaysOf } from '#modules/rulebook/core'
import { rulesFor, type Unit } from '#modules/units/core'
import { belongs } from '#modules/voting/core'
import type { Org } from '#organization'
import { compareNames } from '#ui/language.ts'
import { boundQuestion } from './effect.server.ts'

const VOTES_SHOWN = 10

/** A unit or a motion as pages name one. */
export interface Named {
  readonly id: string
  readonly name: string
}

/** All councils, by name, with seats and who of them are taken. */
export function listCouncils(org: Org) {
  return [...org.units.units.values()]
    .filter(({ decidedBy }) => decidedBy === 'delegates')
    .sort((a, b) => compareNames(a.name, b.name))
    .map((council) => ({
      id: council.id,
      name: council.name,
      area: named(org, councilArea(council)),
      seats: org.councils.seatings.get(council.id)?.seats ?? null,
      delegates: sittingIn(org, council.id).length,
    }))
}

/** What a member sees of a council. Names of members are put in their place by whoever asks. */
export function viewCouncil(org: Org, now: Instant, me: string, id: string) {
  const council = org.units.units.get(id)
  if (council?.decidedBy !== 'delegates') return undefined
  const allotment = org.councils.allotments.get(id)
  const seating = org.councils.seatings.get(id)
  const area = councilArea(council)
  const index = org.members.indices.get(me) ?? -1
  return {
    id,
    name: council.name,
    area: named(org, area),
    allotment: allotment ?? null,
    seating: seating === undefined ? null : viewSeating(org, council, seating),
    delegates: sittingIn(org, id).map((mandate) => viewSitting(org, mandate, now)),
    bindings: bindingsAt(org.councils, id, now).map((binding) => ({
      id: binding.motion,
      title: org.motions.motions.get(binding.motion)?.title ?? '',
      unit: named(org, binding.unit),
      question: boundQuestion(org, binding.question),
      answer: binding.answer,
      at: binding.at,
    })),
    votes: closedVotesOf(org, id),
    mayAllot: belongs(org, area, index),
    /** Units of the member who asks that could bind delegates here. */
    mayBind: seatedUnits(org, council)
      .filter((unit) => belongs(org, unit.id, index))
      .map((unit) => ({ id: unit.id, name: unit.name })),
  }
}

/** The arithmetic of the seats, with names for units. */
function viewSeating(org: Org, council: Unit, seating: Seating) {
  const claim = (each: Claim | null) => (each === null ? null : { ...each, unit: named(org, each.unit).name })
  const names = (ids: readonly string[]) => ids.map((unit) => named(org, unit).name)
  return {
    seq: seating.seq,
    at: seating.at,
    rule: seating.rule,
    members: seating.members,
    seats: seating.seats,
    rows: seating.rows.map((row) => ({
      ...row,
      unit: named(org, row.unit),
      sitting: sittingFor(org.delegates, council.id, row.unit).length,
    })),
    last: claim(seating.last),
    next: claim(seating.next),
    tie: seating.tie === null ? null : { won: names(seating.tie.won), lost: names(seating.tie.lost) },
  }
}

function sittingIn({ delegates }: Org, council: string): readonly Mandate[] {
  return [...delegates.mandates.values()].filter(
    (mandate) => mandate.council === council && mandate.ended === null,
  )
}

function viewSitting(org: Org, mandate: Mandate, now: Instant) {
  const { id, unit, office, holder, from, until } = mandate
  return {
    id,
    unit: named(org, unit),
    office,
    holder: idAt(org.members, holder),
    from,
    until,
    overdueDays: reportsOf(org, mandate, now).overdueDays,
  }
}

/** Where a mandate stands with its reports, under the rules of the unit that gave it. */
export function reportsOf(org: Org, mandate: Mandate, now: Instant) {
  const given = org.councils.reports.get(mandate.id) ?? []
  return reportState(mandate, given, reportDaysOf(rulesFor(org, mandate.unit).rules), now)
}

/** The last votes of the council that are closed, newest first. */
function closedVotesOf(org: Org, council: string) {
  return [...org.voting.votes.values()]
    .flatMap((vote) => (vote.status === 'closed' && vote.unit === council ? [vote] : []))
    .sort((a, b) => b.closedSeq - a.closedSeq)
    .slice(0, VOTES_SHOWN)
    .flatMap((vote) => {
      const motion = org.motions.motions.get(vote.subject.id)
      if (motion === undefined) return []
      const { number, title } = motion
      return [{ id: vote.id, kind: vote.subject.kind, number, title, at: vote.closedAt }]
    })
}

/** A unit as pages name it. */
export function named({ units }: Pick<Org, 'units'>, id: string): Named {
  return { id, name: units.units.get(id)?.name ?? id }
}
