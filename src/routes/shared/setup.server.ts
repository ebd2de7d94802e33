import { error, type RequestEvent } from '@sveltejs/kit'
import { setup } from '#ui/words/setup.ts'
import { plenum } from './plenum.server.ts'
import { SETUP_COOKIE } from './session.server.ts'

/** Whether this browser holds the code that the console printed. */
export async function holdsSetup({ cookies }: Pick<RequestEvent, 'cookies'>): Promise<boolean> {
  const code = cookies.get(SETUP_COOKIE)
  return code !== undefined && plenum().access.isSetupCode(code)
}

/** Stops whoever does not hold the code. */
export async function requireSetup(event: Pick<RequestEvent, 'cookies'>): Promise<void> {
  if (!(await holdsSetup(event))) error(403, setup.codeNeeded)
}
