import { atLeast } from '#kernel/fraction'
import { DAY, HOUR, type Instant } from '#kernel/instant'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { decide, type Decision, type Tally } from '#modules/counting/core'
import { holdsDuty } from '#modules/delegates/core'
import { indexOf } from '#modules/members/core'
import { countShape, memberIdShape, PUBLIC, uuidShape, type Rules } from '#modules/record/core'
import type { RuleSet } from '#modules/rulebook/core'
import { rulesFor } from '#modules/units/core'
import { isOnRoll, rollOf, VOTE_OPEN } from '#modules/voting/core'
import { z } from 'zod'
import { checkText, clauseShape, MOST_CLAUSES, motionRefShape, titleShape } from './propose.ts'
import { MOTION_LAPSE, motionIn, type MotionsSlice } from './slice.ts'
import { addMotion, announceMotion, moveMotion, type Decided } from './state.ts'

/** Days within which a second officer confirms what a first entered. */
const CONFIRM_DAYS = 7

const people = countShape(0, 10_000_000)
const decideShape = z.strictObject({
  motion: uuidShape,
  title: titleShape,
  clauses: z.array(clauseShape).min(1).max(MOST_CLAUSES),
  heldAt: z.int().min(0),
  tally: z.strictObject({ yes: people, no: people, abstain: people }),
  tellers: z.array(memberIdShape).length(2),
})

export type MeetingActs = {
  'meeting.decide': z.infer<typeof decideShape>
  'meeting.confirm': { motion: string }
  'review.petition': { motion: string }
}

/**
 * What a quorate meeting decided at once because it could not wait: counted by two tellers, entered by one officer,
 * confirmed by another, open to review by petition. It can only resolve: program, rules, units and offices can wait.
 */
export const meetingRules: Rules<MotionsSlice, MeetingActs> = {
  'meeting.decide': {
    actors: ['member'],
    shape: decideShape,
    audience: () => PUBLIC,
    check(state, { at, by, unit, body }) {
      const index = indexOf(state.members, by)
      const refusal = checkText(state, body) ?? checkOfficer(state, index, unit ?? '')
      if (refusal !== undefined) return refusal
      if (body.heldAt > at || body.heldAt < at - CONFIRM_DAYS * DAY)
        return refuse('meeting-time', { days: CONFIRM_DAYS })
      const { rules } = rulesFor(state, unit ?? '')
      const { size } = rollOf(state, unit ?? '', at)
      const decision = decideMeeting(body.tally, size, rules)
      if (decision.took > size) return refuse('meeting-beyond-roll', { took: decision.took, roll: size })
      if (decision.outcome !== 'adopted') return refuse('meeting-did-not-adopt', meetingFacts(decision))
      return checkTellers(state, body.tellers, by, unit ?? '', at)
    },
    apply(state, { seq, at, by, unit, body }) {
      const rules = rulesFor(state, unit ?? '')
      const until = at + CONFIRM_DAYS * DAY
      const { heldAt, tally } = body
      const meeting = { heldAt, tally, roll: rollOf(state, unit ?? '', at).size }
      const index = indexOf(state.members, by)
      addMotion(state, {
        id: body.motion,
        unit: unit ?? '',
        title: body.title,
        by: index,
        seq,
        at,
        enactment: { kind: 'resolve' },
        proposed: body.clauses,
        clauses: body.clauses,
        seconds: [],
        stage: { kind: 'entered', meeting, by: index, until, rules },
      })
      state.deadlines.set(MOTION_LAPSE, body.motion, until)
    },
  },
  'meeting.confirm': {
    actors: ['member'],
    shape: motionRefShape,
    audience: () => PUBLIC,
    check(state, { by, body }) {
      const motion = motionIn(state, body.motion, ['entered'])
      if (isRefusal(motion)) return motion
      const index = indexOf(state.members, by)
      return motion.stage.by === index ? refuse('same-officer') : checkOfficer(state, index, motion.unit)
    },
    apply(state, { seq, at, body }) {
      const motion = motionIn(state, body.motion, ['entered'])
      if (isRefusal(motion)) return
      const { meeting, rules } = motion.stage
      const { reportDays, reviewDays, reviewShare } = rules.rules
      const needed = Math.max(1, atLeast(reviewShare, meeting.roll))
      state.deadlines.clear(MOTION_LAPSE, motion.id)
      moveMotion(state, motion.id, {
        kind: 'decided',
        adopted: true,
        notCarriedOut: null,
        seq,
        at,
        rules,
        vote: null,
        meeting,
        review: { until: at + reviewDays * DAY, petitioners: [], needed },
        reportsUntil: at + reportDays * DAY,
        revokedBy: null,
      })
    },
  },
  'review.petition': {
    actors: ['member'],
    shape: motionRefShape,
    audience: () => PUBLIC,
    check(state, { at, by, body }) {
      const motion = motionIn(state, body.motion, ['decided'])
      if (isRefusal(motion)) return motion
      const { review } = motion.stage
      if (review === null) return refuse('no-review')
      if (at >= review.until) return refuse('review-over', { since: review.until })
      const index = indexOf(state.members, by)
      if (review.petitioners.includes(index)) return refuse('petitioned-already')
      return isOnRoll(state, motion.unit, index, at)
        ? undefined
        : refuse('not-of-unit', { unit: motion.unit })
    },
    apply(state, { at, by, body }) {
      const motion = motionIn(state, body.motion, ['decided'])
      if (isRefusal(motion)) return
      const { stage } = motion
      if (stage.review === null) return
      const petitioners = [...stage.review.petitioners, indexOf(state.members, by)]
      const decided: Decided = { ...stage, review: { ...stage.review, petitioners } }
      if (petitioners.length < stage.review.needed) {
        moveMotion(state, motion.id, decided)
        return
      }
      const until = at + stage.rules.rules.debateHours * HOUR
      moveMotion(state, motion.id, { kind: 'review', until, decided })
      announceMotion(state, motion.id, at)
      state.deadlines.set(VOTE_OPEN, motion.id, until)
    },
  },
}

/** A meeting's decision with its arithmetic: its quorum counts everybody present. */
function decideMeeting(tally: Tally, roll: number, rules: RuleSet): Decision {
  return decide(tally, roll, { majority: rules.majorities.ordinary, quorum: rules.meetingQuorum })
}

function meetingFacts({
  outcome,
  took,
  quorumNeeded,
  needed,
  tally,
}: Decision): Readonly<Record<string, string | number>> {
  return { outcome, took, quorumNeeded, needed, yes: tally.yes }
}

function checkOfficer(state: MotionsSlice, index: number, unit: string): Refusal | undefined {
  return holdsDuty(state, index, 'meetings', unit) ? undefined : refuse('needs-duty', { duty: 'meetings' })
}

function checkTellers(
  state: MotionsSlice,
  tellers: readonly string[],
  by: string,
  unit: string,
  at: Instant,
): Refusal | undefined {
  const people = new Set([...tellers, by])
  if (people.size !== tellers.length + 1) return refuse('tellers-not-distinct')
  const unknown = tellers.find((teller) => {
    const index = state.members.indices.get(teller)
    return index === undefined || !isOnRoll(state, unit, index, at)
  })
  return unknown === undefined ? undefined : refuse('teller-not-on-roll', { member: unknown })
}
