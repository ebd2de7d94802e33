import { MINUTE, type Instant } from '#kernel/instant'
import type { Refusal } from '#kernel/refusal'
import { refuseAccess } from './core/messages.ts'

const WINDOW = 15 * MINUTE
const FAILURES_OF_LOGIN = 10
// A whole meeting hall may stand behind one address, and attempts under way count until they have succeeded.
const FAILURES_OF_ADDRESS = 150
// Some 20 MB at worst. Whoever commands that many addresses is not held up by counting them.
const MOST_KEYS = 100_000

/** An attempt that counts as failed until it is known to be none. */
export interface Attempt {
  /** The password was right: the login's failures are forgotten, the address's others are not. */
  succeeded(): void
  /** The password was not looked at. */
  withdraw(): void
}

/** Counts failures in this process's memory: client addresses never reach the disk. */
export interface Throttle {
  /** Counts beforehand, so that many attempts at once are counted too. Refusal: `sign-in-throttled`. */
  begin(login: string, from: string | undefined, now: Instant): Attempt | Refusal
  /** The login has a new password. */
  forgive(login: string): void
}

/** An empty throttle. */
export function createThrottle(): Throttle {
  const logins = createCounter(FAILURES_OF_LOGIN)
  const addresses = createCounter(FAILURES_OF_ADDRESS)
  return {
    begin(login, from, now) {
      const network = from === undefined ? undefined : networkOf(from)
      const ends = [logins.until(login, now), network === undefined ? 0 : addresses.until(network, now)]
      const until = Math.max(...ends)
      if (until > now)
        return refuseAccess('sign-in-throttled', { until, minutes: Math.ceil((until - now) / MINUTE) })
      logins.add(login, now)
      if (network !== undefined) addresses.add(network, now)
      const withdraw = (): void => {
        logins.remove(login, now)
        if (network !== undefined) addresses.remove(network, now)
      }
      const succeeded = (): void => {
        withdraw()
        logins.clear(login)
      }
      return { succeeded, withdraw }
    },
    forgive: (login) => {
      logins.clear(login)
    },
  }
}

function createCounter(limit: number) {
  const failures = new Map<string, readonly Instant[]>()

  const recent = (key: string, now: Instant): readonly Instant[] =>
    (failures.get(key) ?? []).filter((at) => at > now - WINDOW && at <= now)

  return {
    /** When the next attempt is allowed; 0 where it is now. */
    until(key: string, now: Instant): Instant {
      const deciding = recent(key, now).at(-limit)
      return deciding === undefined ? 0 : deciding + WINDOW
    },
    add(key: string, now: Instant): void {
      const times = [...recent(key, now), now]
      // Set anew, so that the map's first key is the one that was quiet longest.
      failures.delete(key)
      failures.set(key, times)
      const [quietest] = failures.keys()
      if (failures.size > MOST_KEYS && quietest !== undefined) failures.delete(quietest)
    },
    remove(key: string, at: Instant): void {
      const times = failures.get(key) ?? []
      const left = times.toSpliced(times.indexOf(at), times.includes(at) ? 1 : 0)
      if (left.length === 0) failures.delete(key)
      else failures.set(key, left)
    },
    clear(key: string): void {
      failures.delete(key)
    },
  }
}

/** An IPv6 client commands a whole /64 (RFC 6177), so that is what is counted; an IPv4 address stands for itself. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined || !address.includes(':')) return mapped ?? address
  const [head = '', tail] = address.toLowerCase().split('::')
  const left = head.split(':').filter((group) => group !== '')
  const right = (tail ?? '').split(':').filter((group) => group !== '')
  const zeros = Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0')
  return [...left, ...zeros, ...right].slice(0, 4).join(':')
}
