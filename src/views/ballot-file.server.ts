import { writeBlt, writeRankingsCsv } from '#modules/counting/core'
import { read } from './read.server.ts'
import { ballotsIn } from './view-election.server.ts'
import { whoIs } from './who.server.ts'

/** The kinds of files that the ballots of an election come as. */
export const BALLOT_FILES = ['blt', 'csv'] as const

/** The ballots of a closed election without names of voters, for a recount elsewhere; undefined where there are none. */
export async function ballotFile(
  asker: { readonly locals: App.Locals },
  id: string,
  kind: (typeof BALLOT_FILES)[number],
): Promise<Response | undefined> {
  const ballots = await read(asker, (org) => ballotsIn(org, id))
  if (ballots === undefined) return undefined
  const who = await whoIs(ballots.candidates)
  const named = { ...ballots, candidates: ballots.candidates.map((candidate) => who(candidate).name) }
  return new Response(kind === 'csv' ? writeRankingsCsv(named) : writeBlt(named), {
    headers: {
      'content-type': `text/${kind === 'csv' ? 'csv' : 'plain'}; charset=utf-8`,
      'content-disposition': `attachment; filename="election-${id}.${kind}"`,
      'cache-control': 'private, no-store',
    },
  })
}
