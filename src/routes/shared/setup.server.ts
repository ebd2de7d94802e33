import { error, type RequestEvent } from '@sveltejs/kit'
import type { Refusal } from '#kernel/refusal'
import { setup } from '#ui/words/setup.ts'
import { plenum } from '#views/plenum.server.ts'
import { isFounded, whyNotSetup } from '#views/setup.server.ts'
import { cookieOptions, SETUP_COOKIE } from './session.server.ts'

/** Whether this browser holds the code that the console printed. The code ends with the founding. */
export async function holdsSetup(event: Pick<RequestEvent, 'cookies' | 'locals'>): Promise<boolean> {
  const code = event.cookies.get(SETUP_COOKIE)
  if (code === undefined) return false
  if (await isFounded(event)) {
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
  const refusal = await whyNotSetup(event.getClientAddress(), code)
  if (refusal !== undefined) return refusal
  event.cookies.set(SETUP_COOKIE, code, cookieOptions(event.url))
  return undefined
}
