import { sha256 } from '#kernel/hash'
import { DAY, HOUR, MINUTE, type Instant } from '#kernel/instant'

export const WEEK = 7 * DAY

/** 1 January 1970 was a Thursday. */
const FIRST_WEEKDAY = 4
const SPREAD = 60

/** When a member's weekly message is due: the weekday (0 is Sunday) and the hour, in UTC. */
export interface WeeklyTime {
  readonly weekday: number
  readonly hour: number
}

/** The last moment up to `at` at which this member's weekly message was due: members are spread over an hour. */
export function slotBefore(at: Instant, member: string, { weekday, hour }: WeeklyTime): Instant {
  const days = (weekday - FIRST_WEEKDAY + 7) % 7
  const first = days * DAY + hour * HOUR + spread(member)
  return first + Math.floor((at - first) / WEEK) * WEEK
}

/** The first such moment after `at`. */
export function slotAfter(at: Instant, member: string, time: WeeklyTime): Instant {
  return slotBefore(at, member, time) + WEEK
}

function spread(member: string): number {
  return ((sha256(member)[0] ?? 0) % SPREAD) * MINUTE
}
