import { error, redirect, type Cookies, type RequestEvent } from '@sveltejs/kit'
import { DAY, type Instant } from '#kernel/instant'
import { deviceOf, type Device } from '#modules/access/core'
import { common } from '#ui/words/common.ts'

export const SESSION_COOKIE = 'plenum-session'
/** Holds the sign-in that waits for the code of a second factor. */
export const FACTOR_COOKIE = 'plenum-factor'
export const SEEN_COOKIE = 'plenum-seen'
export const LANGUAGE_COOKIE = 'plenum-language'
export const COLOURS_COOKIE = 'plenum-colours'
export const SETUP_COOKIE = 'plenum-setup'

/** How cookies are kept here: not for scripts, not for other sites, over https only where the page came over https. */
export function cookieOptions(url: URL, expires?: Instant): Parameters<Cookies['set']>[2] {
  const secure = url.protocol === 'https:'
  return {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    ...(expires === undefined ? {} : { expires: new Date(expires) }),
  }
}

// A session in use is carried on; how long it holds is decided here, not by the browser's cookie.
const COOKIE_LASTS = 366 * DAY

/** Puts a new session into the browser. */
export function keepSession(
  { cookies, url }: Pick<RequestEvent, 'cookies' | 'url'>,
  { token, expires }: { readonly token: string; readonly expires: Instant },
): void {
  cookies.set(SESSION_COOKIE, token, cookieOptions(url, expires + COOKIE_LASTS))
}

/** The device that asks, as coarse as the list of sessions names it. */
export function deviceFrom({ request }: Pick<RequestEvent, 'request'>): Device {
  return deviceOf(request.headers.get('user-agent'))
}

/** Takes the session out of the browser. */
export function forgetSession(cookies: Cookies): void {
  cookies.delete(SESSION_COOKIE, { path: '/' })
}

/** The member who asks; anybody else is sent to sign in and comes back here afterwards. */
export function requireMember({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>): string {
  if (locals.member === undefined)
    redirect(303, `/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`)
  return locals.member
}

/** Stops with a plain page where a thing that the address names does not exist. */
export function notFound(what: keyof typeof common.errors.none): never {
  error(404, common.errors.none[what])
}
