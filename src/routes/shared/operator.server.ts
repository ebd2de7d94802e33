import { redirect, type RequestEvent } from '@sveltejs/kit'
import { MINUTE } from '#kernel/instant'
import { refuse, type Refusal } from '#kernel/refusal'
import { plenum } from '#views/plenum.server.ts'
import { createThrottle } from '#views/throttle.server.ts'

const OPERATOR_COOKIE = 'plenum-operator'

/** Sent to the maintenance pages only, and by no page of another site at all. */
function cookieOptions(url: URL): {
  readonly path: string
  readonly httpOnly: true
  readonly sameSite: 'strict'
  readonly secure: boolean
} {
  return { path: '/operator', httpOnly: true, sameSite: 'strict', secure: url.protocol === 'https:' }
}

const wrongCodes = createThrottle(10, 15 * MINUTE)

/**
 * Stops whoever does not run the server: every load and every action of a maintenance page calls this first. A member's
 * session counts for nothing here, and this one for nothing anywhere else.
 */
export async function requireOperator(event: Pick<RequestEvent, 'cookies'>): Promise<void> {
  const { access, clock } = plenum()
  if (!(await access.operator.holds(event.cookies.get(OPERATOR_COOKIE), clock.wall())))
    redirect(303, '/operator/sign-in')
}

/** Takes a code of the console, and keeps the session that it gives in the browser. */
export async function takeOperatorCode(event: RequestEvent, code: string): Promise<Refusal | undefined> {
  const address = event.getClientAddress()
  const minutes = wrongCodes.minutesLeft(address)
  if (minutes > 0) return refuse('sign-in-throttled', { minutes })
  const { access, clock } = plenum()
  const session = await access.operator.signIn(code, clock.wall())
  if (session === undefined) {
    wrongCodes.count(address)
    return refuse('operator-code-wrong')
  }
  const options = { ...cookieOptions(event.url), expires: new Date(session.expires) }
  event.cookies.set(OPERATOR_COOKIE, session.token, options)
  return undefined
}

/** Ends the operator's session, here and in the browser. */
export async function endOperator({ cookies, url }: RequestEvent): Promise<void> {
  const token = cookies.get(OPERATOR_COOKIE)
  if (token !== undefined) await plenum().access.operator.signOut(token)
  cookies.delete(OPERATOR_COOKIE, cookieOptions(url))
}
