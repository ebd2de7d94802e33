import type { Instant } from '#kernel/instant'
import { listPeople } from '#modules/members'
import { idAt, statusAt, statusOf } from '#modules/members/core'
import type { Motion } from '#modules/motions/core'
import { belongs, isOnRoll, type Vote, typeOfDeadline } from '#modules/voting/core'
import type { Org } from '#organization'
import type { NextAbout, NextThing, Shoes } from '#ui/demonstration.ts'
import { needsOf } from './view-home.server.ts'
import { plenum } from './plenum.server.ts'

/** Whose shoes a visitor may try first, by what there is to do in them; fewer where the organization has fewer. */
export function suggestShoes(org: Org, now: Instant): readonly Shoes[] {
  const taken = new Set<string>()
  const shoes = [
    ...[busiest(org), ...newcomers(org, now), ...nominated(org), ...officers(org)],
    ...[...voucher(org), ...noticed(org), ...inCases(org)],
  ]
  return shoes.filter(
    (each) => each !== undefined && !taken.has(each.member) && taken.add(each.member),
  ) as Shoes[]
}

// Enough to find somebody busy, where asking every member of a large roll would take seconds.
const ASKED = 80

/** The member for whom most waits, an ordinary one. */
function busiest(org: Org): Shoes | undefined {
  const holders = new Set(mandatesOf(org).map(({ holder }) => holder))
  let best: { readonly index: number; readonly votes: number; readonly needs: number } | undefined
  for (let index = 0; index < Math.min(ASKED, org.members.ids.length); index++) {
    if (statusAt(org.members, index) !== 'member' || holders.has(index)) continue
    const needs = needsOf(org, index, org.head.get().at)
    const votes = needs.filter(({ kind }) => ['vote', 'election', 'recall'].includes(kind)).length
    if (best === undefined || votes > best.votes || (votes === best.votes && needs.length > best.needs))
      best = { index, votes, needs: needs.length }
  }
  return best && { role: 'busiest', member: idAt(org.members, best.index), count: best.needs }
}

/** Who was admitted last and has no vote yet. */
function newcomers({ members }: Org, now: Instant): readonly Shoes[] {
  const index = members.ids
    .values()
    .findLastIndex((_, i) => statusAt(members, i) === 'member' && members.votesFrom.get(i) > now)
  return index < 0
    ? []
    : [{ role: 'newcomer', member: idAt(members, index), until: members.votesFrom.get(index) }]
}

/** Who was nominated for an office and has not answered. */
function nominated({ elections, members }: Org): readonly Shoes[] {
  const asked = [...elections.elections.values()].flatMap(({ office, stage, candidates }) => {
    const silent = candidates.find(({ statement }) => stage.kind === 'nominating' && statement === null)
    return silent === undefined ? [] : [{ office, member: silent.member }]
  })
  return asked.slice(0, 1).map(({ office, member }) => ({
    ...{ role: 'nominated', member: idAt(members, member) },
    office: elections.offices.get(office)?.title ?? '',
  }))
}

/** Those who keep the roll, chair, and sit in a council: one of each office. */
function officers(org: Org): readonly Shoes[] {
  const seen = new Set<string>()
  return mandatesOf(org).flatMap(({ office, holder, unit }): readonly Shoes[] => {
    if (seen.has(office) || statusAt(org.members, holder) !== 'member') return []
    seen.add(office)
    const where = org.units.units.get(unit)?.name ?? ''
    return [{ role: 'officer', member: idAt(org.members, holder), office, unit: where }]
  })
}

function mandatesOf({ delegates }: Org) {
  return [...delegates.mandates.values()].filter(({ ended }) => ended === null)
}

/** Who has vouched for somebody who waits for another voucher. */
function voucher({ members }: Org): readonly Shoes[] {
  const waiting = [...members.vouches.entries()].find(([, vouches]) => vouches.length > 0)
  const [applicant, [index] = []] = waiting ?? []
  if (applicant === undefined || index === undefined) return []
  return [{ role: 'voucher', member: idAt(members, index), other: idAt(members, applicant) }]
}

/** Whose standing lapses unless somebody mends it. */
function noticed({ members }: Org): readonly Shoes[] {
  const [first] = [...members.notices.entries()].filter(([index]) => statusAt(members, index) === 'member')
  return first === undefined
    ? []
    : [{ role: 'noticed', member: idAt(members, first[0]), until: first[1].until }]
}

/** Who is charged in a case that is heard, and who sits on its panel: in a demonstration a visitor may be both. */
function inCases({ cases, members, panels }: Org): readonly Shoes[] {
  for (const [id, { member }] of cases.matters.entries()) {
    const found = cases.cases.get(id)
    if (found?.stage.kind !== 'hearing') continue
    const seat = panels.panels.get(found.panel ?? '')?.seats.at(-1)
    const { number } = found
    return [
      { role: 'charged', member: idAt(members, member), number },
      ...(seat === undefined ? [] : [{ role: 'panellist', member: seat.member, number } as const]),
    ]
  }
  return []
}

const MAY_SIGN_IN = ['listed', 'member', 'lapsed']
const FOUND = 30

/** Members whose name contains this. In a demonstration there is nobody to hide. */
export async function findShoes(
  part: string,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const { clerk, database } = plenum()
  const found = await listPeople(database, { part, from: 0, count: FOUND })
  return clerk.read(({ members }) =>
    found
      .filter(({ member }) => MAY_SIGN_IN.includes(statusOf(members, member)))
      .map(({ member, name }) => ({ id: member, name })),
  )
}

/** Where the tour goes in these shoes: a motion to amend, votes on a motion and for an office; undefined where there is none. */
export function tourOf(org: Org, now: Instant, index: number | undefined) {
  const motion = [...org.motions.motions.values()].find((each) => canAmend(org, now, each, index))
  const votes = [...org.voting.votes.values()].filter((each) => canVote(org, now, each, index))
  const vote = votes.find(({ subject }) => org.motions.motions.has(subject.id))
  const election = votes.find(({ subject }) => subject.kind === 'election')
  return { amend: motion?.id, vote: vote?.id, elect: election?.subject.id }
}

function canAmend(org: Org, now: Instant, { stage, unit }: Motion, index: number | undefined): boolean {
  if (stage.kind !== 'debate' || stage.frozen <= now) return false
  return index === undefined || belongs(org, unit, index)
}

function canVote(org: Org, now: Instant, vote: Vote, index: number | undefined): boolean {
  if (vote.status !== 'open') return false
  return index === undefined || (isOnRoll(org, vote.unit, index, now) && !vote.ballots.has(index))
}

/** What falls due next by itself, if anything will. */
export function nextThing(org: Org): NextThing | null {
  const due = org.deadlines.next()
  if (due === undefined) return null
  const { at, kind, subject } = due
  return {
    at,
    kind: typeOfDeadline(kind),
    about: aboutOf(org, org.voting.votes.get(subject)?.subject.id ?? subject),
  }
}

/** What a deadline is about, by its subject. What has no name there is somebody's account, a panel or a case. */
function aboutOf({ motions, elections, delegates, units, tendencies }: Org, id: string): NextAbout {
  const motion = motions.motions.get(id)
  if (motion !== undefined) return { kind: 'motion', number: motion.number, title: motion.title }
  const council = units.units.get(id)
  if (council !== undefined) return { kind: 'council', name: council.name }
  const tendency = tendencies.tendencies.get(id)
  if (tendency !== undefined) return { kind: 'tendency', name: tendency.name }
  const [election, recall] = [elections.elections.get(id), elections.recalls.get(id)]
  const office =
    elections.offices.get(election?.office ?? id)?.title ??
    delegates.mandates.get(recall?.mandate ?? id)?.office
  if (office === undefined) return { kind: 'unnamed' }
  if (election !== undefined) return { kind: 'election', office }
  return { kind: recall === undefined ? 'office' : 'recall', office }
}
