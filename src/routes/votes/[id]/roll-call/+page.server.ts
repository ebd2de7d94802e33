import { error } from '@sveltejs/kit'
import { readRollCall } from '#modules/voting'
import { pageOf } from '../../../shared/paging.server.ts'
import { plenum } from '#views/plenum.server.ts'
import { boundBallots } from '#views/bound-votes.server.ts'
import { marksAt } from '#views/marks.server.ts'
import { read } from '#views/read.server.ts'
import { notFound, requireMember } from '../../../shared/session.server.ts'
import { whoIs } from '#views/who.server.ts'
import { rollCall } from '#ui/words/votes.ts'
import type { PageServerLoad } from './$types.js'

const PAGE = 200

/** Who voted how, once the vote has closed: in the order in which the ballots were entered. */
export const load: PageServerLoad = async (event) => {
  requireMember(event)
  const found = await read(event, ({ voting, motions }) => {
    const vote = voting.votes.get(event.params.id)
    const motion = vote === undefined ? undefined : motions.motions.get(vote.subject.id)
    return vote === undefined || motion === undefined ? undefined : { vote, number: motion.number }
  })
  if (found === undefined) notFound('vote')
  const { vote, number } = found
  if (vote.status === 'open') error(403, rollCall.notYet)
  const ballots = [...(await readRollCall(plenum().store, vote))].sort(([, a], [, b]) => a.seq - b.seq)
  const { page, from, count } = pageOf(event.url, PAGE)
  const shown = ballots.slice(from, from + count)
  const calls = page === 1 ? await boundBallots(event, vote.id) : []
  const who = await whoIs([...shown.map(([member]) => member), ...calls.map(({ holder }) => holder)])
  const markAt = await marksAt(shown.map(([, { seq }]) => seq))
  const amendmentNumbers = await read(event, ({ motions }) =>
    vote.items.map(({ id }) => motions.amendments.get(id)?.number ?? null),
  )
  return {
    id: vote.id,
    kind: vote.subject.kind,
    number,
    questions: amendmentNumbers,
    total: ballots.length,
    ballots: shown.map(([member, { seq, choices }]) => ({
      ...{ by: who(member), seq, choices, mark: markAt(seq) },
    })),
    calls: calls.map((call) => ({ ...call, holder: who(call.holder) })),
    page,
    more: ballots.length > from + count,
  }
}
