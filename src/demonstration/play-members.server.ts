import { deletePerson, hashPerson, insertPerson } from '#modules/members'
import { idAt, indexOf, statusAt, statusOf } from '#modules/members/core'
import type { DelegatesState } from '#modules/delegates/core'
import { NOBODY } from '#modules/record/core'
import { isWithin, pathUp } from '#modules/units/core'
import type { Org } from '#organization'
import { bug } from '#kernel/bug'
import type { Instant } from '#kernel/instant'
import { chance, type Chance } from './chance.ts'
import { castId, type Character } from './people.ts'
import { personOf } from './play-founding.server.ts'
import { idFor, type Cue, type Play } from './play.server.ts'
import { GROUPS } from './script/groups.ts'
import { REASONS, type UnitKey } from './script/league.ts'

/** Shares of those who were admitted, by what becomes of them. */
const LEAVES = 0.06
const LAPSES = 0.06
const MOVES = 0.03
const REFUSED = 0.02

/** Somebody's way into the league, from the application on, and what becomes of them. */
export function playApplicant(play: Play, person: Character): void {
  const { id, joins, isCast } = person
  const luck = chance('applicant', id)
  play.add(play.at(joins), () => [apply(play, person)])
  if (!isCast && luck.roll() < REFUSED) {
    play.add(play.at(joins + luck.between(5, 9)), (org) => [keep(play, org, luck, 'member.refuse', id)])
    return
  }
  const vouched = [joins + luck.between(0.4, 2), joins + luck.between(2, 4)]
  for (const day of vouched) play.add(play.at(day), (org, now) => vouch(org, now, luck, id))
  play.add(play.at(joins + luck.between(4.5, 8)), (org) => [keep(play, org, luck, 'member.admit', id)])
  playLife(play, person, joins + 10)
}

/** What happens to a member besides motions: groups, a move, a notice, leaving. Those who speak stay. */
export function playLife(play: Play, { id, isCast }: Character, from: number): void {
  const luck = chance('life', id)
  for (const { unit, from: formed, share, cast } of GROUPS)
    if (isCast ? cast.some((key) => castId(key) === id) : luck.roll() < share)
      play.add(play.at(Math.max(formed, from) + luck.between(0.5, 25)), join(id, unit))
  if (isCast) return
  const fate = luck.roll()
  if (fate < LEAVES + LAPSES) play.leaving.add(id)
  if (fate < LEAVES)
    play.add(play.at(from + luck.between(20, 260)), (org) => leave(play, org, id, luck.roll() < 0.4))
  else if (fate < LEAVES + LAPSES) playNotice(play, id, from + luck.between(60, 300), luck)
  else if (fate < LEAVES + LAPSES + MOVES)
    play.add(
      play.at(from + luck.between(30, 300)),
      move(id, luck.pick(['heights', 'millside', 'saltmarket'])),
    )
}

/** Notice of a lapse: some mend it in time, some after it, some never. */
function playNotice(play: Play, id: string, day: number, luck: Chance): void {
  play.add(play.at(day), (org) =>
    statusOf(org.members, id) === 'member' ? [keep(play, org, luck, 'standing.notice', id)] : [],
  )
  const mended = luck.roll()
  if (mended > 0.75) return
  play.add(play.at(day + (mended < 0.45 ? luck.between(4, 26) : luck.between(34, 70))), (org) => {
    const isBroken =
      statusOf(org.members, id) === 'lapsed' || org.members.notices.has(indexOf(org.members, id))
    return isBroken ? [keep(play, org, luck, 'standing.mend', id)] : []
  })
}

function apply({ database }: Play, { id, name, email, home }: Character): Cue {
  const held = personOf({ id, name, email })
  const body = { member: id, home: idFor('unit', home), details: hashPerson(held) }
  return { by: NOBODY, type: 'member.apply', body, rows: [insertPerson(database, held)] }
}

/** A neighbour, or else anybody of the branch, vouches. */
function vouch(org: Org, now: Instant, luck: Chance, applicant: string): Cue[] {
  const { members, units } = org
  const index = indexOf(members, applicant)
  const home = units.units.get(units.order.at(members.homes.get(index)) ?? '')?.id ?? ''
  const branch = pathUp(units, home).at(-2)?.id ?? home
  const before = members.vouches.get(index) ?? []
  const may = members.ids.values().filter((_, i) => {
    const lives = units.order.at(members.homes.get(i)) ?? ''
    const isThere = statusAt(members, i) === 'member' && members.votesFrom.get(i) <= now
    return isThere && !before.includes(i) && isWithin(units, lives, branch)
  })
  const [voucher] = luck.shuffle(may)
  return voucher === undefined ? [] : [{ by: voucher, type: 'member.vouch', body: { member: applicant } }]
}

const NEEDS_REASON = { 'member.refuse': REASONS.refusal, 'standing.notice': REASONS.notice } as const

/** What a keeper of the roll does. */
function keep(play: Play, org: Org, luck: Chance, type: string, member: string): Cue {
  const by = keeper(org, luck)
  if (type !== 'member.refuse' && type !== 'standing.notice') return { by, type, body: { member } }
  const { ref, row } = play.hold(luck.pick(NEEDS_REASON[type]))
  return { by, type, body: { member, reason: ref }, rows: [row] }
}

function keeper({ delegates, members, units }: Org, luck: Chance): string {
  const root = units.organization.get()?.root
  const [first, ...rest] = holders(delegates)
    .filter(({ unit }) => unit === root)
    .map(({ holder }) => idAt(members, holder))
  return first === undefined ? bug('nobody keeps the roll any more') : luck.pick([first, ...rest])
}

function holders({ mandates }: DelegatesState) {
  return [...mandates.values()].filter(({ ended, duties }) => ended === null && duties.includes('roll'))
}

function join(id: string, unit: UnitKey) {
  return ({ members, units }: Org): Cue[] => {
    const group = units.groups.get(idFor('unit', unit))
    const may = statusOf(members, id) === 'member' && group !== undefined && !group.has(indexOf(members, id))
    return may ? [{ by: id, type: 'unit.join', unit: idFor('unit', unit), body: {} }] : []
  }
}

function move(id: string, to: UnitKey) {
  return ({ members, units }: Org): Cue[] => {
    const lives = units.order.at(members.homes.get(indexOf(members, id)))
    const may = statusOf(members, id) === 'member' && lives !== idFor('unit', to)
    return may ? [{ by: id, type: 'member.move', body: { home: idFor('unit', to) } }] : []
  }
}

function leave({ database }: Play, { members }: Org, id: string, erase: boolean): Cue[] {
  if (statusOf(members, id) !== 'member') return []
  const rows = erase ? [deletePerson(database, id)] : []
  return [{ by: id, type: 'member.resign', body: { erase }, rows }]
}
