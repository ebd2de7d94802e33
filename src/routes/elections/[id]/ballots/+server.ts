import { ballotFile } from '#views/ballot-file.server.ts'
import { notFound, requireMember } from '../../../shared/session.server.ts'
import type { RequestHandler } from './$types.js'

/** The ballots of a closed election without names, as BLT or (`?as=csv`) as CSV. */
export const GET: RequestHandler = async (event) => {
  requireMember(event)
  const kind = event.url.searchParams.get('as') === 'csv' ? 'csv' : 'blt'
  return (await ballotFile(event, event.params.id, kind)) ?? notFound('election')
}
