import { MINUTE } from '#kernel/instant'
import { networkOf } from '#modules/access'

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
  const recent = (network: string): readonly number[] =>
    (counted.get(network) ?? []).filter((at) => at > elapsed() - within)
  return {
    minutesLeft(address) {
      const first = recent(networkOf(address)).at(-most)
      return first === undefined ? 0 : Math.max(1, Math.ceil((first + within - elapsed()) / MINUTE))
    },
    count(address) {
      const network = networkOf(address)
      const times = [...recent(network), elapsed()]
      // Set anew, so that the map's first key is the one that was quiet longest.
      counted.delete(network)
      counted.set(network, times)
      const [quietest] = counted.keys()
      if (counted.size > MOST_ADDRESSES && quietest !== undefined) counted.delete(quietest)
    },
  }
}
