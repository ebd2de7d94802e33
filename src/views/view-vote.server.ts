import type { Instant } from '#kernel/instant'
import { idAt, indexOf } from '#modules/members/core'
import { applyChanges, diffClauses, type Clause, type Motion } from '#modules/motions/core'
import { unpackChoices, whyNoVote, type Vote } from '#modules/voting/core'
import type { Org } from '#organization'
import { sayRefusal } from '#ui/refusals.ts'
import { boundOn } from './bound-votes.server.ts'
import { effectOf, membersIn } from './effect.server.ts'
import { collisionsAmong, type Collides } from './view-amendments.server.ts'
import { countsOf } from './view-decision.server.ts'
import { viewSecret, viewWaiting } from './view-secret.server.ts'

/** What a member sees of a vote. Nothing about anybody else's ballot stands in it while the vote is open. */
export function viewVote(org: Org, now: Instant, member: string, id: string) {
  const vote = org.voting.votes.get(id)
  const motion = vote === undefined ? undefined : org.motions.motions.get(vote.subject.id)
  if (vote === undefined || motion === undefined) return undefined
  const effect = effectOf(org, motion)
  const questions = vote.items.map((item, i) => ({
    ...questionOf(org, vote, motion, item.id),
    majority: item.majority,
    field: `choice-${i}`,
  }))
  return {
    people: [...membersIn(effect), ...questions.flatMap(({ by }) => by ?? [])],
    vote: {
      id,
      kind: vote.subject.kind,
      unit: org.units.units.get(vote.unit)?.name ?? vote.unit,
      opens: vote.opens,
      closes: vote.closes,
      quorum: vote.quorum,
      roll: vote.roll,
      openedSeq: vote.openedSeq,
    },
    motion: {
      id: motion.id,
      number: motion.number,
      title: motion.title,
      clauses: textPutToVote(vote, motion),
    },
    point: pointDiff(org, vote, motion),
    effect,
    questions,
    collisions: vote.subject.kind === 'amendments' ? collisionsIn(org, vote, motion) : [],
    bound: vote.status === 'open' ? boundOn(org, member, vote) : [],
    mine: vote.status === 'open' ? ballotOf(org, now, member, vote) : null,
    waiting: viewWaiting(org, vote.id),
    secret: viewSecret(org, now, member, vote),
    closed:
      vote.status === 'closed'
        ? {
            seq: vote.closedSeq,
            at: vote.closedAt,
            counts: countsOf(org, id),
            outcomes: vote.results.map(({ outcome }) => outcome),
          }
        : null,
  }
}

/** The amendments are voted on against the text as proposed, the motion with its amendments made. */
function textPutToVote({ subject }: Vote, { proposed, clauses }: Motion): readonly Clause[] {
  return subject.kind === 'amendments' ? proposed : clauses
}

function questionOf(org: Org, { subject }: Vote, motion: Motion, item: string) {
  const amendment = subject.kind === 'amendments' ? org.motions.amendments.get(item) : undefined
  if (amendment === undefined)
    return { id: item, number: null, by: null, reason: null, displacedBy: null, diffs: [] }
  const { stage } = amendment
  const changed = applyChanges(motion.proposed, amendment.changes)
  return {
    id: item,
    number: amendment.number,
    by: idAt(org.members, amendment.by),
    reason: amendment.reason,
    displacedBy: stage.kind === 'displaced' ? (org.motions.amendments.get(stage.by)?.number ?? null) : null,
    diffs: diffClauses(motion.proposed, changed).filter(({ kind }) => kind !== 'same'),
  }
}

function collisionsIn({ motions }: Org, { items }: Vote, { proposed }: Motion): readonly Collides[] {
  return collisionsAmong(
    proposed,
    items.flatMap(({ id }) => motions.amendments.get(id) ?? []),
  )
}

/** What the motion changes in the point that it was written against; null where it changes none. */
function pointDiff({ program }: Org, { subject }: Vote, { enactment, clauses }: Motion) {
  if (subject.kind !== 'motion' || enactment.kind !== 'program.change') return null
  const { point, revision } = enactment
  const history = typeof point === 'string' ? program.history.get(point)?.values() : undefined
  const before = typeof revision === 'number' ? history?.[revision - 1]?.clauses : undefined
  return before === undefined ? null : diffClauses(before, clauses)
}

/** Whether this member can vote, and the ballot cast so far. */
function ballotOf(org: Org, now: Instant, member: string, vote: Extract<Vote, { status: 'open' }>) {
  const voter = indexOf(org.members, member)
  const refusal = whyNoVote(vote, voter, now)
  const packed = vote.ballots.get(voter)
  return {
    refused: refusal === undefined ? null : sayRefusal(refusal),
    choices: packed === undefined ? null : unpackChoices(packed),
  }
}
