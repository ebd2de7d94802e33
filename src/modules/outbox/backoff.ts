import { HOUR, SECOND } from '#kernel/instant'

const FIRST = 30 * SECOND
const LONGEST = 6 * HOUR

/**
 * How long to wait after the n-th attempt that failed: doubling from half a minute to six hours, and of that between half and
 * all, so that what failed together does not come back together. `random` is from 0 to before 1.
 */
export function backoff(attempt: number, random: number): number {
  const whole = Math.min(LONGEST, FIRST * 2 ** Math.min(attempt - 1, 30))
  return Math.round(whole / 2 + (whole / 2) * random)
}
