import { error } from '@sveltejs/kit'
import { MINUTE } from '#kernel/instant'
import { security } from '#ui/words/security.ts'
import { plenum } from '#views/plenum.server.ts'
import { siteOf } from '../../../shared/site.server.ts'
import { createThrottle } from '#views/throttle.server.ts'
import type { RequestHandler } from './$types.js'

// A hall full of people behind one address may open the page; nobody fills a table with challenges.
const challenges = createThrottle(300, 5 * MINUTE)

/** What the browser is asked, to sign in with a passkey. A post, because it keeps a challenge. */
export const POST: RequestHandler = async (event) => {
  const address = event.getClientAddress()
  if (challenges.minutesLeft(address) > 0) error(429, security.passkeys.tooMany)
  challenges.count(address)
  const { access, clock } = plenum()
  return Response.json(await access.passkeys.challenge(await siteOf(event), clock.now()))
}
