import { statusAt } from '#modules/members/core'
import { makeLinks } from '#views/invitations.server.ts'
import { linksFile } from '../../../shared/invitations.server.ts'
import { read } from '#views/read.server.ts'
import { requireSetup } from '../../../shared/setup.server.ts'
import type { RequestHandler } from './$types.js'

/** New links for all on the founding roll who have no password. A post, because it ends the links before. */
export const POST: RequestHandler = async (event) => {
  await requireSetup(event)
  const listed = await read(event, ({ members }) =>
    members.ids.values().filter((_, index) => statusAt(members, index) === 'listed'),
  )
  return linksFile(await makeLinks(event.url.origin, listed))
}
