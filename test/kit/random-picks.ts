import { sha256Base64 } from '#kernel/hash'
import { DAY, HOUR, MINUTE } from '#kernel/instant'
import type { Duty } from '#modules/delegates/core'
import { idAt, statusOf, type MemberStatus } from '#modules/members/core'
import { ROOT, uuid, type World } from './given.ts'

// Whom and what the steps of a random history are about.

/** What the numbers of a step choose. */
export interface Numbers {
  readonly a: number
  readonly b: number
  readonly c: number
}

/** A held text that no other entry has: its salt is drawn by the server, so no two texts have one hash. */
export function heldAt({ entries }: World): { readonly hash: string; readonly length: number } {
  return { hash: sha256Base64(`text ${entries.length}`), length: 5 }
}

export const TEXTS = [
  'We meet on Mondays in the hall.',
  'We meet on Tuesdays in the hall.',
  'We meet in the park.',
  'Nobody meets.',
]
const TIMES = [
  0,
  1,
  MINUTE,
  HOUR,
  6 * HOUR,
  24 * HOUR,
  25 * HOUR,
  72 * HOUR,
  5 * DAY,
  14 * DAY,
  0,
  MINUTE,
  HOUR,
  40 * DAY,
]

/** The n-th of a list, counted round and round. */
export function pick<T>(list: readonly T[], n: number): T | undefined {
  return list.length === 0 ? undefined : list[n % list.length]
}

/** Like `pick`, but the last few far more often: what is under way stands at the end. */
export function pickLate<T>(list: readonly T[], n: number): T | undefined {
  return n % 4 === 0 ? pick(list, n >> 2) : pick(list.slice(-4), n >> 2)
}

export function anybody({ org }: World, n: number): string {
  return idAt(org.members, n % org.members.ids.length)
}

export function unitAt({ org }: World, n: number): string {
  return n % 3 === 0 ? (pick(org.units.order.values(), n) ?? ROOT) : ROOT
}

/** A motion in one of these stages if there is one; now and then any motion. */
export function motionAt({ org }: World, n: number, ...kinds: readonly string[]): string {
  const staged = org.motions.order
    .values()
    .filter((id) => kinds.includes(org.motions.motions.get(id)?.stage.kind ?? ''))
  return (
    (n % 8 === 0 ? undefined : pickLate(staged, n)) ??
    pickLate(org.motions.order.values(), n) ??
    uuid('no motion')
  )
}

/** A unit that delegates decide, if there is one. */
export function councilAt({ org }: World, n: number): string | null {
  const councils = [...org.units.units.values()].filter(({ decidedBy }) => decidedBy === 'delegates')
  return pick(councils, n)?.id ?? null
}

/** Somebody of this status if there is anybody; now and then anybody. */
export function personAt(world: World, n: number, status: MemberStatus): string {
  const { members } = world.org
  const fitting = members.ids.values().filter((id) => statusOf(members, id) === status)
  return (n % 8 === 0 ? undefined : pick(fitting, n)) ?? anybody(world, n)
}

/** Whoever holds a mandate with this duty; now and then anybody. */
export function officerAt(world: World, n: number, duty: Duty): string {
  const holders = [...world.org.delegates.mandates.values()].filter(
    ({ ended, duties }) => ended === null && duties.includes(duty),
  )
  const holder = n % 8 === 0 ? undefined : pick(holders, n)?.holder
  return holder === undefined ? anybody(world, n) : idAt(world.org.members, holder)
}

export function mandateAt({ org }: World, n: number): string {
  return pickLate([...org.delegates.mandates.keys()], n) ?? uuid('no mandate')
}

export function officeAt({ org }: World, n: number): string {
  return pickLate([...org.elections.offices.keys()], n) ?? uuid('no office')
}

/** An election in this stage if there is one; now and then any. */
export function electionAt({ org }: World, n: number, kind: string): string {
  const all = [...org.elections.elections.values()]
  const staged = all.filter(({ stage }) => stage.kind === kind)
  return (n % 8 === 0 ? undefined : pickLate(staged, n))?.id ?? pickLate(all, n)?.id ?? uuid('no election')
}

export function amendmentAt({ org }: World, n: number): string {
  const open = [...org.motions.amendments.values()].filter(({ stage }) => stage.kind === 'proposed')
  return pickLate(open, n)?.id ?? uuid('no amendment')
}

export function reviewableAt(world: World, n: number): string {
  const { motions, order } = world.org.motions
  const open = order.values().filter((id) => {
    const stage = motions.get(id)?.stage
    return stage?.kind === 'decided' && stage.review !== null
  })
  return pickLate(open, n) ?? motionAt(world, n)
}

/** Often just up to what falls due next, or just before it. */
export function timeAt({ org, now }: World, n: number): number {
  const next = org.deadlines.next()?.at
  if (n % 3 === 0 || next === undefined) return pick(TIMES, n) ?? 0
  return Math.max(0, Math.min(next - now, 20 * DAY) - (n % 3 === 1 ? 0 : 1))
}

export function pointAt({ org }: World, n: number): { point: string; revision: number } {
  const id = pickLate(org.program.order.values(), n) ?? uuid('no point')
  return { point: id, revision: org.program.points.get(id)?.revision ?? 1 }
}
