import type { Cookies } from '@sveltejs/kit'
import { HOUR, type Instant } from '#kernel/instant'
import { cookieOptions } from './session.server.ts'

const VISIT_COOKIE = 'plenum-visit'
/** Whoever comes back after so long begins a new visit. */
const PAUSE = HOUR
const LASTS = 366 * 24 * HOUR

/**
 * How many entries there were at the end of this browser's last visit; null at the first. Kept in the browser only: the server
 * need not know when somebody looked. The cookie holds where this visit began, where it has come to, and when.
 */
export function sinceLastVisit(
  { cookies, url }: { readonly cookies: Pick<Cookies, 'get' | 'set'>; readonly url: URL },
  size: number,
  now: Instant,
): number | null {
  const { since, seen, at } = visitIn(cookies.get(VISIT_COOKIE), size)
  const began = now - at > PAUSE ? seen : since
  cookies.set(VISIT_COOKIE, [began ?? '', size, now].join('.'), cookieOptions(url, now + LASTS))
  return began
}

/** What the cookie says; nothing where it is missing, odd, or of a record that was longer (as before a restore). */
export function visitIn(
  cookie: string | undefined,
  size: number,
): { readonly since: number | null; readonly seen: number | null; readonly at: Instant } {
  const [, since = '', seen = '', at = ''] = /^(\d{0,15})\.(\d{1,15})\.(\d{1,15})$/.exec(cookie ?? '') ?? []
  if (seen === '' || Number(seen) > size) return { since: null, seen: null, at: 0 }
  return { since: since === '' ? null : Number(since), seen: Number(seen), at: Number(at) }
}
