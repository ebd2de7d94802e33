import { bug } from '#kernel/bug'
import { DAY, HOUR, type Instant } from '#kernel/instant'
import { refuse } from '#kernel/refusal'
import { uuidShape } from '#modules/record/core'
import type { BallotRules, RuleSet } from '#modules/rulebook/core'
import {
  MOST_QUESTIONS,
  secrecyOf,
  VOTE_OPEN,
  type ItemResult,
  type SubjectRef,
  type Vote,
  type VoteSubject,
} from '#modules/voting/core'
import { z } from 'zod'
import { clauseShape } from './propose.ts'
import { contextOf, type Enactments, type MotionsSlice } from './slice.ts'
import { amendmentsTo, moveMotion, type Amendment, type AmendmentStage, type Motion } from './state.ts'
import { mergeAmendments, takeInOrder, type ChangeSet, type Clause } from './text/index.ts'
import { checkTypedClauses } from './typed.ts'

/** What the vote on amendments came to: which are in, which were displaced by which, and the text with those in. */
const amendmentsSettlement = z.strictObject({
  taken: z.array(uuidShape),
  displaced: z.array(z.strictObject({ id: uuidShape, by: uuidShape })),
  clauses: z.array(clauseShape),
})
export type AmendmentsSettlement = z.infer<typeof amendmentsSettlement>

/** What the vote on a motion came to. */
const motionSettlement = z.strictObject({ adopted: z.boolean(), notCarriedOut: z.string().nullable() })
export type MotionSettlement = z.infer<typeof motionSettlement>

/** What the vote to take a meeting's decision back came to. */
const reviewSettlement = z.strictObject({ revoked: z.boolean() })

/** What is put to the vote next about a motion whose time for it has come, if anything is. */
export function nextSubject(state: MotionsSlice, id: string, at: Instant): SubjectRef | undefined {
  const stage = state.motions.motions.get(id)?.stage
  if (stage?.kind === 'amended') return { kind: 'motion', id }
  if (stage?.kind === 'review' && stage.until <= at) return { kind: 'review', id }
  if (stage?.kind !== 'debate' || stage.until > at) return undefined
  return { kind: amendmentsReady(state, id).length > 0 ? 'amendments' : 'motion', id }
}

/** The amendments of a motion in debate that have the seconds they need, or a tendency's name: if a ballot cannot hold all, these first, then those with most. */
export function amendmentsReady(state: MotionsSlice, id: string): readonly Amendment[] {
  const debate = state.motions.motions.get(id)?.stage
  if (debate?.kind !== 'debate') return []
  const ready = amendmentsTo(state, id).filter(
    ({ stage, seconds, tendency }) =>
      stage.kind === 'proposed' && (tendency !== undefined || seconds.length >= debate.seconds),
  )
  if (ready.length <= MOST_QUESTIONS) return ready
  const first = ready
    .toSorted(
      (a, b) =>
        Number(b.tendency !== undefined) - Number(a.tendency !== undefined) ||
        b.seconds.length - a.seconds.length ||
        a.number - b.number,
    )
    .slice(0, MOST_QUESTIONS)
  return first.sort((a, b) => a.number - b.number)
}

/** What motions put to the vote: their amendments, then themselves, and a meeting's decision under review. */
export function createMotionSubjects<State extends MotionsSlice>(
  enactments: Enactments<State>,
): Readonly<Record<'amendments' | 'motion' | 'review', VoteSubject<State>>> {
  return {
    amendments: {
      opening(state, id, at) {
        const motion = dueMotion(state, 'amendments', id, at)
        if (motion === undefined) return refuse('not-due', { kind: VOTE_OPEN })
        const rules = rulesOf(motion)
        const majority = rules.majorities.ordinary
        const items = amendmentsReady(state, id).map((amendment) => ({ id: amendment.id, majority }))
        const { unit, announced } = motion
        const secret = secrecyOfMotion(state, motion, rules)
        const closes = at + rules.votingHours * HOUR
        return { unit, items, quorum: rules.quorum, closes, announced, secret }
      },
      opened(state, vote) {
        endDebate(state, vote)
        const motion = state.motions.motions.get(vote.subject.id)
        if (motion?.stage.kind === 'debate')
          moveMotion(state, motion.id, { kind: 'amending', vote: vote.id, rules: motion.stage.rules })
      },
      settle: (state, vote, results) => settleAmendments(state, vote, results),
      settled(state, vote, settlement, { at }) {
        const parsed = amendmentsSettlement.safeParse(settlement)
        if (parsed.success) applyAmendments(state, vote, parsed.data, at)
      },
    },
    motion: {
      opening(state, id, at) {
        const motion = dueMotion(state, 'motion', id, at)
        if (motion === undefined) return refuse('not-due', { kind: VOTE_OPEN })
        const rules = rulesOf(motion)
        const { majority, quorum } = enactments.threshold(state, motion.enactment, rules)
        const closes = at + rules.votingHours * HOUR
        const secret = secrecyOfMotion(state, motion, rules)
        const { unit, announced } = motion
        return { unit, items: [{ id: motion.id, majority }], quorum, closes, announced, secret }
      },
      opened(state, vote) {
        endDebate(state, vote)
        const motion = state.motions.motions.get(vote.subject.id)
        if (motion !== undefined && 'rules' in motion.stage)
          moveMotion(state, motion.id, { kind: 'voting', vote: vote.id, rules: motion.stage.rules })
      },
      settle(state, vote, results, at): MotionSettlement {
        const motion = state.motions.motions.get(vote.subject.id)
        const adopted = results[0]?.outcome === 'adopted'
        if (motion === undefined || !adopted) return { adopted, notCarriedOut: null }
        const refusal = enactments.check(state, contextOf(motion, { seq: 0, at }), motion.enactment)
        return { adopted, notCarriedOut: refusal?.code ?? null }
      },
      settled(state, vote, settlement, entry) {
        const parsed = motionSettlement.safeParse(settlement)
        const motion = state.motions.motions.get(vote.subject.id)
        if (motion?.stage.kind !== 'voting' || !parsed.success) return
        const { adopted, notCarriedOut } = parsed.data
        const { rules } = motion.stage
        moveMotion(state, motion.id, {
          kind: 'decided',
          adopted,
          notCarriedOut,
          ...entry,
          rules,
          vote: vote.id,
          meeting: null,
          review: null,
          reportsUntil: entry.at + rules.rules.reportDays * DAY,
          revokedBy: null,
        })
        if (adopted && notCarriedOut === null)
          enactments.apply(state, contextOf(motion, entry), motion.enactment)
      },
    },
    review: {
      opening(state, id, at) {
        const motion = dueMotion(state, 'review', id, at)
        if (motion?.stage.kind !== 'review') return refuse('not-due', { kind: VOTE_OPEN })
        const { rules } = motion.stage.decided.rules
        const items = [{ id: motion.id, majority: rules.majorities.ordinary }]
        const { unit, announced } = motion
        const secret = secrecyOfMotion(state, motion, rules)
        const closes = at + rules.votingHours * HOUR
        return { unit, items, quorum: rules.quorum, closes, announced, secret }
      },
      opened(state, vote) {
        state.deadlines.clear(VOTE_OPEN, vote.subject.id)
        const motion = state.motions.motions.get(vote.subject.id)
        if (motion?.stage.kind === 'review')
          moveMotion(state, motion.id, {
            kind: 'review-voting',
            vote: vote.id,
            decided: motion.stage.decided,
          })
      },
      settle: (_state, _vote, results) => ({ revoked: results[0]?.outcome === 'adopted' }),
      settled(state, vote, settlement) {
        const parsed = reviewSettlement.safeParse(settlement)
        const motion = state.motions.motions.get(vote.subject.id)
        if (motion?.stage.kind !== 'review-voting' || !parsed.success) return
        const revokedBy = parsed.data.revoked ? vote.id : null
        moveMotion(state, motion.id, { ...motion.stage.decided, review: null, revokedBy })
      },
    },
  }
}

/** Who issues keys is voted on openly: issuers that do not answer could else never be replaced, and a false one could vote itself in. */
function secrecyOfMotion(
  state: MotionsSlice,
  { unit, enactment }: Motion,
  { ballots }: RuleSet,
): BallotRules | undefined {
  return enactment.kind === 'issuers.name' ? undefined : secrecyOf(state, unit, ballots, 'motions')
}

function dueMotion(state: MotionsSlice, kind: string, id: string, at: Instant): Motion | undefined {
  return nextSubject(state, id, at)?.kind === kind ? state.motions.motions.get(id) : undefined
}

/** The rules pinned when the debate opened. */
function rulesOf({ stage }: Motion): RuleSet {
  return 'rules' in stage ? stage.rules.rules : bug('a motion in this stage has no rules pinned')
}

/** Amendments without the seconds they need are not put to the vote. */
function endDebate(state: MotionsSlice, { subject, items }: Vote): void {
  state.deadlines.clear(VOTE_OPEN, subject.id)
  const motion = state.motions.motions.get(subject.id)
  if (motion?.stage.kind !== 'debate') return
  const ready = new Set(subject.kind === 'amendments' ? items.map(({ id }) => id) : [])
  for (const amendment of amendmentsTo(state, subject.id))
    if (amendment.stage.kind === 'proposed' && !ready.has(amendment.id))
      stageAmendment(state, amendment.id, { kind: 'lapsed' })
}

/** Adopted amendments in order of their yes votes, fewer no votes first among equals, then the one proposed first. */
function settleAmendments(
  state: MotionsSlice,
  vote: Vote,
  results: readonly ItemResult[],
): AmendmentsSettlement {
  const clauses = state.motions.motions.get(vote.subject.id)?.clauses ?? []
  const adopted = vote.items
    .map(({ id }, i) => ({ amendment: state.motions.amendments.get(id), result: results[i] }))
    .flatMap(({ amendment, result }) =>
      amendment !== undefined && result?.outcome === 'adopted' ? [{ amendment, tally: result.tally }] : [],
    )
    .sort((a, b) => b.tally.yes - a.tally.yes || a.tally.no - b.tally.no || a.amendment.seq - b.amendment.seq)
  return takeAdopted(
    clauses,
    adopted.map(({ amendment }) => amendment),
  )
}

/** Takes what does not collide with what had more votes, as far as the text that it makes can be a motion's. */
function takeAdopted(base: readonly Clause[], adopted: readonly ChangeSet[]): AmendmentsSettlement {
  const { taken, displaced } = takeInOrder(base, adopted)
  const free = adopted.filter(({ id }) => taken.includes(id))
  const all = mergedText(base, free)
  if (all !== undefined)
    return { taken: [...taken], displaced: displaced.map(({ id, by }) => ({ id, by })), clauses: all }
  const fitting: ChangeSet[] = []
  const unfit: { id: string; by: string }[] = []
  for (const each of free) {
    if (mergedText(base, [...fitting, each]) !== undefined) fitting.push(each)
    else unfit.push({ id: each.id, by: fitting[0]?.id ?? each.id })
  }
  // Room may have come free for what collided with one of those left out: it is weighed again without them.
  const left = new Set(unfit.map(({ id }) => id))
  const rest = takeAdopted(
    base,
    adopted.filter(({ id }) => !left.has(id)),
  )
  return { ...rest, displaced: [...rest.displaced, ...unfit] }
}

/** The text with these amendments, which do not collide; undefined where it would be none, or too long for a motion. */
function mergedText(base: readonly Clause[], sets: readonly ChangeSet[]): Clause[] | undefined {
  const merged = mergeAmendments(base, sets)
  if (merged.kind === 'collision') return undefined
  const clauses = merged.clauses.map(({ id, text }) => ({ id, text }))
  return checkTypedClauses(clauses.map(({ text }) => text)) === undefined ? clauses : undefined
}

function applyAmendments(
  state: MotionsSlice,
  vote: Vote,
  settlement: AmendmentsSettlement,
  at: Instant,
): void {
  const motion = state.motions.motions.get(vote.subject.id)
  if (motion?.stage.kind !== 'amending') return
  const taken = new Set(settlement.taken)
  const displaced = new Map(settlement.displaced.map(({ id, by }) => [id, by]))
  for (const { id } of vote.items) {
    const by = displaced.get(id)
    const lost: AmendmentStage = by === undefined ? { kind: 'rejected' } : { kind: 'displaced', by }
    stageAmendment(state, id, taken.has(id) ? { kind: 'adopted' } : lost)
  }
  const { rules } = motion.stage
  state.motions.motions.set(motion.id, {
    ...motion,
    clauses: settlement.clauses,
    stage: { kind: 'amended', rules },
  })
  state.deadlines.set(VOTE_OPEN, motion.id, at)
}

function stageAmendment({ motions }: MotionsSlice, id: string, stage: AmendmentStage): void {
  const amendment = motions.amendments.get(id)
  if (amendment !== undefined) motions.amendments.set(id, { ...amendment, stage })
}
