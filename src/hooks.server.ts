import { isRefusal } from '#kernel/refusal'
import { refusalSentence } from '#organization'
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks'
import { closePlenum, plenum, startPlenum } from './routes/shared/plenum.server.ts'
import { forgetSession, SEEN_COOKIE, SESSION_COOKIE } from './routes/shared/session.server.ts'

/** Opens the organization once, before the first request; the build imports this file without running it. */
export const init: ServerInit = async () => {
  const started = await startPlenum()
  if (isRefusal(started)) {
    console.error(refusalSentence(started))
    process.exit(2)
  }
  process.once('sveltekit:shutdown' as 'exit', () => void closePlenum())
}

const HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
}

/** Says who asks, and from which position of the record on they have to be answered. */
export const handle: Handle = async ({ event, resolve }) => {
  const { access, clock } = plenum()
  const token = event.cookies.get(SESSION_COOKIE)
  const session = token === undefined ? undefined : await access.session(token, clock.now())
  if (token !== undefined && session === undefined) forgetSession(event.cookies)
  event.locals.member = session?.member
  event.locals.seen = Number(event.cookies.get(SEEN_COOKIE) ?? 0) || 0
  const response = await resolve(event)
  for (const [name, value] of Object.entries(HEADERS)) response.headers.set(name, value)
  return response
}

/** A fault of ours: logged with a number that the person can pass on, told without a stack trace. */
export const handleError: HandleServerError = (caught) => {
  if (caught.kind === 'app') return caught.error
  if (caught.kind === 'framework' && caught.error.status === 404) return { message: 'There is no such page.' }
  if (caught.kind !== 'unknown') return { message: caught.error.message }
  const number = crypto.randomUUID().slice(0, 8)
  console.error(`fault ${number} at ${caught.event.route.id ?? 'unknown page'}:`, caught.error)
  return {
    message: `Something went wrong on our side (fault ${number}). Nothing was lost; try again, or pass the number on.`,
  }
}
