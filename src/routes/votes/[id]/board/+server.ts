import { readBoardEntry } from '#views/view-secret.server.ts'
import { answerScript } from '../../../shared/octets.server.ts'
import { notFound, requireMember } from '../../../shared/session.server.ts'
import type { RequestHandler } from './$types.js'

/** The ballots of a closed secret vote, for a member's device that looks for its own. */
export const GET: RequestHandler = async (event) => {
  requireMember(event)
  const found = (await readBoardEntry(event.params.id)) ?? notFound('vote')
  return answerScript({ board: found.secret.board, keys: found.keys })
}
