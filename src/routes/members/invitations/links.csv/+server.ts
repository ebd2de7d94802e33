import { makeLinks, withoutPassword } from '#views/invitations.server.ts'
import { linksFile } from '../../../shared/invitations.server.ts'
import { requireKeeper } from '../../../shared/keeper.server.ts'
import type { RequestHandler } from './$types.js'

/** New links for the members of the asker's roll who have no password. A post, because it ends the links before. */
export const POST: RequestHandler = async (event) => {
  const waiting = await withoutPassword(event, await requireKeeper(event))
  return linksFile(await makeLinks(event.url.origin, waiting))
}
