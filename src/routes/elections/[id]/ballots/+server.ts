import { writeBlt, writeRankingsCsv } from '#modules/counting/core'
import { read } from '#views/read.server.ts'
import { ballotsIn } from '#views/view-election.server.ts'
import { whoIs } from '#views/who.server.ts'
import { notFound, requireMember } from '../../../shared/session.server.ts'
import type { RequestHandler } from './$types.js'

/** The ballots of a closed election without names, as BLT or (`?as=csv`) as CSV. */
export const GET: RequestHandler = async (event) => {
  requireMember(event)
  const { id } = event.params
  const ballots = await read(event, (org) => ballotsIn(org, id))
  if (ballots === undefined) notFound('election')
  const who = await whoIs(ballots.candidates)
  const named = { ...ballots, candidates: ballots.candidates.map((candidate) => who(candidate).name) }
  const isCsv = event.url.searchParams.get('as') === 'csv'
  return new Response(isCsv ? writeRankingsCsv(named) : writeBlt(named), {
    headers: {
      'content-type': isCsv ? 'text/csv; charset=utf-8' : 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="election-${id}.${isCsv ? 'csv' : 'blt'}"`,
    },
  })
}
