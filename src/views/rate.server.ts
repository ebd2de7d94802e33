import { networkOf } from '#modules/access'
import { MINUTE, SECOND } from '#kernel/instant'

/** Holds back whoever calls too often, in this process's memory only. */
export interface Rate {
  /** Counts a call; the seconds to wait where it is one too many, 0 where it may go on. */
  count(key: string): number
}

// A few megabytes at most; whoever commands more addresses is not held up by counting them.
const MOST_KEYS = 20_000

/** At most `most` calls in any minute that begins with a call; 0 for no end. Time is the process's own. */
export function createRate(most: number, elapsed: () => number = () => performance.now()): Rate {
  const minutes = new Map<string, { readonly since: number; calls: number }>()
  return {
    count(key) {
      if (most === 0) return 0
      const now = elapsed()
      const running = minutes.get(key)
      if (running !== undefined && now < running.since + MINUTE) {
        running.calls++
        return running.calls > most ? Math.ceil((running.since + MINUTE - now) / SECOND) : 0
      }
      minutes.delete(key)
      minutes.set(key, { since: now, calls: 1 })
      const [eldest] = minutes.keys()
      if (minutes.size > MOST_KEYS && eldest !== undefined) minutes.delete(eldest)
      return 0
    },
  }
}

/** Whom a call counts for: its token, or the network that it comes from. */
export function rateKey(token: string | undefined, address: string): string {
  return token ?? networkOf(address)
}
