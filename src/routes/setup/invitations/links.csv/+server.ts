import { makeLinks } from '#views/invitations.server.ts'
import { linksFile } from '../../../shared/invitations.server.ts'
import { listedMembers } from '#views/setup.server.ts'
import { requireSetup } from '../../../shared/setup.server.ts'
import type { RequestHandler } from './$types.js'

/** New links for all on the founding roll who have no password. A post, because it ends the links before. */
export const POST: RequestHandler = async (event) => {
  await requireSetup(event)
  return linksFile(await makeLinks(event.url.origin, await listedMembers(event)))
}
