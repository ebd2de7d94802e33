import { error, type RequestEvent } from '@sveltejs/kit'
import { MINUTE } from '#kernel/instant'
import { refuse, type Refusal } from '#kernel/refusal'
import { setup } from '#ui/words/setup.ts'
import { plenum } from '#views/plenum.server.ts'
import { read } from '#views/read.server.ts'
import { cookieOptions, SETUP_COOKIE } from './session.server.ts'
import { createThrottle } from '#views/throttle.server.ts'

const wrongCodes = createThrottle(10, 15 * MINUTE)

/** Whether this browser holds the code that the console printed. The code ends with the founding. */
export async function holdsSetup(event: Pick<RequestEvent, 'cookies' | 'locals'>): Promise<boolean> {
  const code = event.cookies.get(SETUP_COOKIE)
  if (code === undefined) return false
  if (await read(event, ({ units }) => units.organization.get()?.status === 'ratified')) {
    await plenum().access.endSetup()
    event.cookies.delete(SETUP_COOKIE, { path: '/' })
    return false
  }
  return plenum().access.isSetupCode(code)
}

/** Stops whoever does not hold the code. */
export async function requireSetup(event: Pick<RequestEvent, 'cookies' | 'locals'>): Promise<void> {
  if (!(await holdsSetup(event))) error(403, setup.codeNeeded)
}

/** Takes the code that somebody typed or followed a link with, and keeps it in the browser. */
export async function takeSetupCode(event: RequestEvent, code: string): Promise<Refusal | undefined> {
  const address = event.getClientAddress()
  const minutes = wrongCodes.minutesLeft(address)
  if (minutes > 0) return refuse('sign-in-throttled', { minutes })
  if (!(await plenum().access.isSetupCode(code))) {
    wrongCodes.count(address)
    return refuse('setup-code-wrong')
  }
  event.cookies.set(SETUP_COOKIE, code, cookieOptions(event.url))
  return undefined
}
