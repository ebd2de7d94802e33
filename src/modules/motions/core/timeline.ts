import { HOUR, type Instant } from '#kernel/instant'
import { voteIdFor, type Vote } from '#modules/voting/core'
import type { MotionsSlice } from './slice.ts'
import type { Decided, Motion, Stage } from './state.ts'
import { amendmentsReady } from './subjects.ts'

/** A part of a motion's way: what, from when, until when, and whether it lies behind, is under way or is to come. */
export interface Step {
  readonly kind:
    | 'held'
    | 'proposed'
    | 'entered'
    | 'seconds'
    | 'debate'
    | 'frozen'
    | 'amendments'
    | 'vote'
    | 'decided'
    | 'open-to-review'
    | 'review'
    | 'review-vote'
    | 'revoked'
    | 'lapsed'
    | 'withdrawn'
  readonly state: 'done' | 'now' | 'next'
  readonly from: Instant | null
  readonly until: Instant | null
}

/** The way of a motion as far as it is known: what was, what is, and what comes by itself if nothing else happens. */
export function timelineOf(state: MotionsSlice, motion: Motion, now: Instant): readonly Step[] {
  const { stage } = motion
  switch (stage.kind) {
    case 'seconding':
      return [
        proposed(motion),
        { kind: 'seconds', state: 'now', from: motion.at, until: stage.until },
        coming('debate'),
      ]
    case 'debate':
      return [proposed(motion), ...duringDebate(state, motion, stage, now)]
    case 'amending':
    case 'amended':
    case 'voting':
      return [proposed(motion), ...votesOn(state, motion), coming('decided')]
    case 'entered':
      return [
        moment('held', stage.meeting.heldAt),
        { kind: 'entered', state: 'now', from: motion.at, until: stage.until },
        coming('decided'),
      ]
    case 'decided':
      return afterDecision(state, motion, stage, now)
    case 'review':
      return [
        ...afterDecision(state, motion, stage.decided, now),
        { kind: 'review', state: 'now', from: null, until: stage.until },
        coming('review-vote', stage.until),
      ]
    case 'review-voting':
      return [
        ...afterDecision(state, motion, stage.decided, now),
        ...voteStep(state, motion, 'review', 'review-vote'),
      ]
    case 'lapsed':
    case 'withdrawn':
      return [proposed(motion), moment(stage.kind, stage.at)]
  }
}

function proposed(motion: Motion): Step {
  return moment('proposed', motion.at)
}

function moment(kind: Step['kind'], at: Instant): Step {
  return { kind, state: 'done', from: at, until: null }
}

function coming(kind: Step['kind'], from: Instant | null = null, until: Instant | null = null): Step {
  return { kind, state: 'next', from, until }
}

function duringDebate(
  state: MotionsSlice,
  motion: Motion,
  stage: Extract<Stage, { kind: 'debate' }>,
  now: Instant,
): readonly Step[] {
  const { rules } = stage.rules
  const votes = (from: Instant): Instant => from + rules.votingHours * HOUR
  const frozen: Step = {
    kind: 'frozen',
    state: now >= stage.frozen ? 'done' : 'next',
    from: null,
    until: stage.frozen,
  }
  const debate: Step = { kind: 'debate', state: 'now', from: stage.from, until: stage.until }
  const amended = amendmentsReady(state, motion.id).length > 0
  const start = amended ? votes(stage.until) : stage.until
  return [
    debate,
    frozen,
    ...(amended ? [coming('amendments', stage.until, start)] : []),
    coming('vote', start, votes(start)),
    coming('decided', votes(start)),
  ]
}

/** Debate and votes of a motion whose debate is over. */
function votesOn(state: MotionsSlice, motion: Motion): readonly Step[] {
  const amendments = voteStep(state, motion, 'amendments', 'amendments')
  const vote = voteStep(state, motion, 'motion', 'vote')
  const ended = amendments[0]?.from ?? vote[0]?.from ?? null
  const debate: Step = { kind: 'debate', state: 'done', from: null, until: ended }
  return [debate, ...amendments, ...(vote.length > 0 ? vote : [coming('vote', amendments[0]?.until ?? null)])]
}

function voteStep(
  { voting }: MotionsSlice,
  { id }: Motion,
  subject: 'amendments' | 'motion' | 'review',
  kind: Step['kind'],
): readonly Step[] {
  const vote = voting.votes.get(voteIdFor({ kind: subject, id }))
  return vote === undefined
    ? []
    : [{ kind, state: vote.status === 'open' ? 'now' : 'done', from: vote.opens, until: endOf(vote) }]
}

function endOf(vote: Vote): Instant {
  return vote.status === 'open' ? vote.closes : vote.closedAt
}

function afterDecision(state: MotionsSlice, motion: Motion, decided: Decided, now: Instant): readonly Step[] {
  const { meeting, review, revokedBy } = decided
  const before =
    meeting === null
      ? [proposed(motion), ...votesOn(state, motion)]
      : [moment('held', meeting.heldAt), moment('entered', motion.at)]
  const open: readonly Step[] =
    review !== null && review.until > now
      ? [{ kind: 'open-to-review', state: 'now', from: decided.at, until: review.until }]
      : []
  const revoked = revokedBy === null ? undefined : state.voting.votes.get(revokedBy)
  return [
    ...before,
    moment('decided', decided.at),
    ...(motion.stage.kind === 'decided' ? open : []),
    ...(revoked === undefined ? [] : [moment('revoked', endOf(revoked))]),
  ]
}
