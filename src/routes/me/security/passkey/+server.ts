import { error } from '@sveltejs/kit'
import { plenum } from '#views/plenum.server.ts'
import { security } from '#ui/words/security.ts'
import { requireMember } from '../../../shared/session.server.ts'
import { siteOf } from '../../../shared/site.server.ts'
import type { RequestHandler } from './$types.js'

/** What the browser is asked to make a passkey of. A post, because it keeps a challenge. */
export const POST: RequestHandler = async (event) => {
  const id = requireMember(event)
  const { access, clock } = plenum()
  const options = await access.passkeys.registration(id, await siteOf(event), clock.now())
  return options === undefined ? error(404, security.passkeys.none) : Response.json(options)
}
