import { HOUR, type Instant } from '#kernel/instant'

/** Between two messages that could not wait there is at least this. A vote lasts a day at least, so four hours are left. */
export const URGENT_GAP = 20 * HOUR
/** What opens within an hour goes into one message. */
export const GATHER = HOUR
/** A weekly message that leaves less than this to act comes too late. */
const TIME_TO_ACT = 12 * HOUR

/** Whether something that ends at `until` would be over, or nearly, when the next weekly message comes. */
export function cannotWait(until: Instant, nextWeekly: Instant): boolean {
  return until < nextWeekly + TIME_TO_ACT
}
