import { languageOf, negotiateLanguage, type Language } from '#kernel/language'
import { isRefusal } from '#kernel/refusal'
import { refusalSentence } from '#organization'
import type { Cookies, RequestEvent } from '@sveltejs/kit'
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks'
import { coloursOf, SCHEMES, type Colours } from '#ui/colours.ts'
import { common } from '#ui/words/common.ts'
import { log } from '#views/log.server.ts'
import { mailPart, mailSettings } from '#views/mail/mail-part.server.ts'
import { closePlenum, plenum, startPlenum } from '#views/plenum.server.ts'
import { webhooksPart } from '#views/webhooks.server.ts'
import { speak } from '#views/speaking.server.ts'
import {
  COLOURS_COOKIE,
  forgetSession,
  LANGUAGE_COOKIE,
  SEEN_COOKIE,
  SESSION_COOKIE,
} from './routes/shared/session.server.ts'

/** Opens the organization once, before the first request; the build imports this file without running it. */
export const init: ServerInit = async () => {
  const settings = mailSettings()
  const started = isRefusal(settings) ? settings : await startPlenum([mailPart, webhooksPart])
  if (isRefusal(started)) {
    console.error(refusalSentence(started))
    process.exit(2)
  }
  process.once('sveltekit:shutdown' as 'exit', () => void closePlenum())
}

// Pages have one script of ours, none inside them, and take nothing from elsewhere. The development server writes styles into the page.
const policy = (connect: readonly string[] = []): string =>
  [
    "default-src 'none'",
    `style-src 'self'${import.meta.env.DEV ? " 'unsafe-inline'" : ''}`,
    "script-src 'self'",
    "font-src 'self'",
    ['connect-src', "'self'", ...connect].join(' '),
    "img-src 'self' data:",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

const HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
}

/** A browser that came over https once comes over nothing else for a year: nobody on the way gets a session in the clear. */
const STRICT_TRANSPORT = 'max-age=31536000'

/** What an organization says to the world, which search engines may keep. */
const FOR_THE_WORLD: ReadonlySet<string | null> = new Set(['/', '/program', '/program/[point]', '/apply'])

// The two faces that the first lines of every page are set in; others come when a letter asks for them.
const NEEDED_LETTERS = /-latin-wght-normal[.-]/

/** Where ballots are cast: who casts them must not be known here, nor when they came. */
const NOBODYS = '/ballots/[vote]/'

/** Speaks the language that the visitor has chosen, or else the best one that their browser asks for. */
export const handle: Handle = (input) => {
  const { cookies, request, route } = input.event
  if (route.id?.startsWith(NOBODYS) === true) return answerNobody(input)
  const language =
    languageOf(cookies.get(LANGUAGE_COOKIE)) ?? negotiateLanguage(request.headers.get('accept-language'))
  return speak(language, () => timed(input.event, () => answer(input, language)))
}

/** Without a session, without a cookie, without a line in the log. */
function answerNobody({ event, resolve }: Parameters<Handle>[0]): Promise<Response> {
  const language = negotiateLanguage(event.request.headers.get('accept-language'))
  return speak(language, async () => {
    const transformPageChunk = ({ html }: { html: string }): string =>
      fillHead(html, language, coloursOf(undefined))
    const response = guarded(event, await resolve(event, { transformPageChunk }))
    response.headers.set('cache-control', 'no-store')
    return response
  })
}

async function timed(event: RequestEvent, task: () => Promise<Response>): Promise<Response> {
  const start = performance.now()
  const response = await task()
  log.request(event.request.method, event.route.id, response.status, performance.now() - start)
  return response
}

/** Says who asks, and from which position of the record on they have to be answered. */
async function answer({ event, resolve }: Parameters<Handle>[0], language: Language): Promise<Response> {
  const { access, clock } = plenum()
  const token = event.cookies.get(SESSION_COOKIE)
  const session = token === undefined ? undefined : await access.session(token, clock.now())
  if (token !== undefined && session === undefined) forgetSession(event.cookies)
  event.locals.member = session?.member
  event.locals.seen = await seenBy(event.cookies, session === undefined ? 1 : 3)
  const colours = coloursOf(event.cookies.get(COLOURS_COOKIE))
  const resolved = await resolve(event, {
    transformPageChunk: ({ html }) => fillHead(html, language, colours),
    preload: ({ type, path }) => type === 'css' || (type === 'font' && NEEDED_LETTERS.test(path)),
  })
  const response = guarded(event, resolved)
  if (!FOR_THE_WORLD.has(event.route.id)) response.headers.set('x-robots-tag', 'noindex, nofollow')
  // What a member has seen stays in no cache, and not behind the button that goes back after somebody has signed out.
  if (!response.headers.has('cache-control'))
    response.headers.set('cache-control', session === undefined ? 'private, no-cache' : 'private, no-store')
  return response
}

function guarded({ locals, url }: RequestEvent, response: Response): Response {
  response.headers.set('content-security-policy', policy(locals.connect))
  for (const [name, value] of Object.entries(HEADERS)) response.headers.set(name, value)
  if (url.protocol === 'https:') response.headers.set('strict-transport-security', STRICT_TRANSPORT)
  return response
}

/** Only the head has places to fill: the rest of a long page is not copied for each. */
function fillHead(html: string, language: Language, colours: Colours): string {
  const end = html.indexOf('</head>')
  const head = html
    .slice(0, end)
    .replace('%plenum.language%', language)
    .replace('%plenum.colours%', colours)
    .replace('%plenum.scheme%', SCHEMES[colours])
  return head + html.slice(end)
}

/**
 * How many entries this browser has seen, waiting for them (a second at a time) where another process was quicker. Whoever
 * names more than there are, as after a restore, is asked to forget it: no page waits twice, and none of a stranger long.
 */
async function seenBy(cookies: Cookies, seconds: number): Promise<number> {
  const named = Number(cookies.get(SEEN_COOKIE) ?? 0)
  if (!(named > 0)) return 0
  let size = 0
  for (let left = seconds; left > 0 && size < named; left--)
    size = await plenum().clerk.read((org) => org.head.get().size, named)
  if (named > size) cookies.delete(SEEN_COOKIE, { path: '/' })
  return Math.min(named, size)
}

/** A fault of ours: logged with a number that the person can pass on, told without a stack trace. */
export const handleError: HandleServerError = (caught) => {
  if (caught.kind === 'app') return caught.error
  if (caught.kind !== 'unknown')
    return { message: caught.error.status === 404 ? common.errors.none.page : common.errors.unfit }
  const number = crypto.randomUUID().slice(0, 8)
  log.fault(caught.event.route.id ?? 'unknown page', number, caught.error)
  return { message: common.errors.fault(number) }
}
