import type { Instant } from '#kernel/instant'
import { electionsTo, electionUnderWay, type Office } from '#modules/elections/core'
import { idAt, indexOf } from '#modules/members/core'
import { isOnRoll } from '#modules/voting/core'
import type { Org } from '#organization'
import { SOME_ID, SOME_TEXT, whyNot } from './may.server.ts'

/** All offices, those that are open first, with who holds them. */
export function viewOffices(org: Org) {
  return [...org.elections.offices.values()]
    .sort((a, b) => Number(a.closed !== null) - Number(b.closed !== null) || b.seq - a.seq)
    .map((office) => ({
      ...lineOf(org, office),
      holders: mandatesOf(org, office.id).filter(({ ended }) => ended === null),
      ...underWay(org, office.id),
    }))
}

/** One office: its mandate, who holds it and who did, its elections, and whom the reader could recall. */
export function viewOffice(org: Org, now: Instant, member: string, id: string) {
  const office = org.elections.offices.get(id)
  if (office === undefined) return undefined
  const motion = org.motions.motions.get(office.motion)
  const mandates = mandatesOf(org, id).map((mandate) => ({
    ...mandate,
    recall: mandate.ended === null ? (recallOf(org, mandate.id)?.id ?? null) : null,
  }))
  const first = mandates.find(({ ended }) => ended === null)
  const possible = { petition: SOME_ID, mandate: first?.id ?? SOME_ID, reason: SOME_TEXT }
  return {
    people: mandates.map(({ holder }) => holder),
    office: {
      ...lineOf(org, office),
      termDays: office.termDays,
      termsMost: office.termsMost,
      closed: office.closed,
      motion: motion === undefined ? null : { id: motion.id, number: motion.number, title: motion.title },
      mandate: motion?.clauses.map(({ text }) => text) ?? [],
    },
    mandates,
    elections: electionsTo(org, id)
      .map(({ id, number, term, stage, at }) => ({ id, number, term, at, stage: stage.kind }))
      .reverse(),
    mayPetition: isOnRoll(org, office.unit, indexOf(org.members, member), now),
    refused:
      first === undefined
        ? null
        : whyNot(org, now, { by: member, type: 'recall.petition', unit: office.unit, body: possible }),
  }
}

/** The election that is under way, and where it stands. */
function underWay(org: Org, office: string) {
  const election = electionUnderWay(org, office)
  return { election: election?.id ?? null, stage: election?.stage.kind ?? null }
}

function lineOf({ units }: Org, { id, title, unit, seats, closed }: Office) {
  return { id, title, seats, unit: { id: unit, name: units.units.get(unit)?.name ?? unit }, closed }
}

/** Newest first; those of one term as they were elected. */
function mandatesOf(org: Org, office: string) {
  return [...org.delegates.mandates.values()]
    .filter(({ elected }) => elected?.office === office)
    .map(({ id, holder, from, until, ended, elected }) => ({
      id,
      holder: idAt(org.members, holder),
      from,
      until,
      ended,
      term: elected?.term ?? 0,
      vacancy: org.elections.vacancies.get(id)?.how ?? null,
    }))
    .sort((a, b) => b.from - a.from)
}

/** The petition about a mandate that is under way, if one is. */
function recallOf({ elections }: Org, mandate: string) {
  return [...elections.recalls.values()].find(
    (each) => each.mandate === mandate && each.stage.kind !== 'lapsed' && each.stage.kind !== 'decided',
  )
}
