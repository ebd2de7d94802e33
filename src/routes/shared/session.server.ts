import { error, redirect, type Cookies, type RequestEvent } from '@sveltejs/kit'
import type { Instant } from '#kernel/instant'

export const SESSION_COOKIE = 'plenum-session'
export const SEEN_COOKIE = 'plenum-seen'
export const SETUP_COOKIE = 'plenum-setup'

/** How cookies are kept here: not for scripts, not for other sites, over https only where the page came over https. */
export function cookieOptions(url: URL, expires?: Instant): Parameters<Cookies['set']>[2] {
  const secure = url.protocol === 'https:'
  return { path: '/', httpOnly: true, sameSite: 'lax', secure, ...(expires === undefined ? {} : { expires: new Date(expires) }) }
}

/** Takes the session out of the browser. */
export function forgetSession(cookies: Cookies): void {
  cookies.delete(SESSION_COOKIE, { path: '/' })
}

/** The member who asks; anybody else is sent to sign in and comes back here afterwards. */
export function requireMember({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>): string {
  if (locals.member === undefined) redirect(303, `/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`)
  return locals.member
}

/** Stops with a plain page where a thing that the address names does not exist. */
export function notFound(what: string): never {
  error(404, `There is no such ${what}.`)
}
