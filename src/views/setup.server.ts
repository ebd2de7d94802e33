import { MINUTE } from '#kernel/instant'
import { refuse, type Refusal } from '#kernel/refusal'
import { statusAt } from '#modules/members/core'
import { plenum } from './plenum.server.ts'
import { read } from './read.server.ts'
import { createThrottle } from './throttle.server.ts'

const wrongCodes = createThrottle(10, 15 * MINUTE)

/** Whether the founding is over: the code of the console ends with it. */
export function isFounded(asker: { readonly locals: App.Locals }): Promise<boolean> {
  return read(asker, ({ units }) => units.organization.get()?.status === 'ratified')
}

/** Why somebody at this address may not found by this code; wrong ones are counted. Refusals: `sign-in-throttled`, `setup-code-wrong`. */
export async function whyNotSetup(address: string, code: string): Promise<Refusal | undefined> {
  const minutes = wrongCodes.minutesLeft(address)
  if (minutes > 0) return refuse('sign-in-throttled', { minutes })
  if (await plenum().access.isSetupCode(code)) return undefined
  wrongCodes.count(address)
  return refuse('setup-code-wrong')
}

/** Those on the founding roll. */
export function listedMembers(asker: { readonly locals: App.Locals }): Promise<readonly string[]> {
  return read(asker, ({ members }) =>
    members.ids.values().filter((_, index) => statusAt(members, index) === 'listed'),
  )
}
