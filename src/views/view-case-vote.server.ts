import type { Instant } from '#kernel/instant'
import { whyNoVote } from '#modules/voting/core'
import type { Org } from '#organization'
import { sayRefusal } from '#ui/refusals.ts'
import { countsOf } from './view-decision.server.ts'
import { viewSecret } from './view-secret.server.ts'

/** The last of these votes about a case, as a member sees it, and what all of them came to; null where there was none. */
export function viewCaseVote(org: Org, now: Instant, me: string, votes: readonly string[]) {
  const vote = org.voting.votes.get(votes.at(-1) ?? '')
  if (vote === undefined) return null
  const index = org.members.indices.get(me) ?? -1
  const refusal = vote.status === 'open' ? whyNoVote(vote, index, now) : undefined
  return {
    id: vote.id,
    unit: org.units.units.get(vote.unit)?.name ?? vote.unit,
    closes: vote.closes,
    isOpen: vote.status === 'open',
    refused: refusal === undefined ? null : sayRefusal(refusal),
    results: votes.map((id) => countsOf(org, id)[0] ?? null),
    secret: viewSecret(org, now, me, vote),
  }
}
