import { MINUTE } from '#kernel/instant'

/** Holds back whoever does something too often, by client address, in this process's memory only. */
export interface Throttle {
  /** Minutes until this address may go on; 0 where it may now. */
  minutesLeft(address: string): number
  /** Counts one. */
  count(address: string): void
}

// A few megabytes at most: whoever commands more addresses is not held up by counting them.
const MOST_ADDRESSES = 20_000

/**
 * At most `most` within `within` milliseconds. Time is the process's own, since a demonstration's clock can be moved.
 */
export function createThrottle(
  most: number,
  within: number,
  elapsed: () => number = () => performance.now(),
): Throttle {
  const counted = new Map<string, readonly number[]>()
  const recent = (address: string): readonly number[] =>
    (counted.get(address) ?? []).filter((at) => at > elapsed() - within)
  return {
    minutesLeft(address) {
      const first = recent(address).at(-most)
      return first === undefined ? 0 : Math.max(1, Math.ceil((first + within - elapsed()) / MINUTE))
    },
    count(address) {
      const times = [...recent(address), elapsed()]
      // Set anew, so that the map's first key is the one that was quiet longest.
      counted.delete(address)
      counted.set(address, times)
      const [quietest] = counted.keys()
      if (counted.size > MOST_ADDRESSES && quietest !== undefined) counted.delete(quietest)
    },
  }
}
