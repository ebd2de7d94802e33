import type { Instant } from '#kernel/instant'
import { idAt, indexOf } from '#modules/members/core'
import { unpackChoices, voteIdFor, whyNoVote } from '#modules/voting/core'
import type { Org } from '#organization'
import { sayRefusal } from '#ui/refusals.ts'
import { whyNot } from './may.server.ts'
import { countsOf } from './view-decision.server.ts'
import { viewSecret, viewWaiting } from './view-secret.server.ts'

/** A petition for a recall: why, how many signed, and the vote that it leads to. Who signed stands in the record. */
export function viewRecall(org: Org, now: Instant, member: string, id: string) {
  const recall = org.elections.recalls.get(id)
  const mandate = org.delegates.mandates.get(recall?.mandate ?? '')
  if (recall === undefined || mandate === undefined) return undefined
  const vote = org.voting.votes.get(voteIdFor({ kind: 'recall', id }))
  const me = indexOf(org.members, member)
  const holder = idAt(org.members, mandate.holder)
  const by = idAt(org.members, recall.by)
  const packed = vote?.status === 'open' ? vote.ballots.get(me) : undefined
  const refusal = vote?.status === 'open' ? whyNoVote(vote, me, now) : undefined
  return {
    people: [holder, by],
    reason: recall.reason,
    recall: {
      id,
      mandate: recall.mandate,
      unit: recall.unit,
      office: mandate.office,
      officeId: mandate.elected?.office ?? null,
      holder,
      by,
      at: recall.at,
      signed: recall.signers.length,
      needed: recall.needed,
      hasSigned: recall.signers.includes(me),
      stage: recall.stage,
    },
    waiting: viewWaiting(org, id),
    secret: vote === undefined ? null : viewSecret(org, now, member, vote),
    maySign: whyNot(org, now, { by: member, type: 'recall.sign', unit: recall.unit, body: { petition: id } }),
    vote:
      vote === undefined
        ? null
        : {
            id: vote.id,
            closes: vote.closes,
            isOpen: vote.status === 'open',
            refused: refusal === undefined ? null : sayRefusal(refusal),
            mine: packed === undefined ? null : (unpackChoices(packed)[0] ?? null),
            result: countsOf(org, vote.id)[0] ?? null,
          },
  }
}
