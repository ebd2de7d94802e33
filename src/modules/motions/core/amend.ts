import { isRefusal, refuse } from '#kernel/refusal'
import { indexOf } from '#modules/members/core'
import { heldTextShape, PUBLIC, textShape, uuidShape, type Rules } from '#modules/record/core'
import { z } from 'zod'
import { checkSecond, MOST_CLAUSE_LENGTH, MOST_CLAUSES } from './propose.ts'
import { checkBelongs, motionIn, type MotionsSlice } from './slice.ts'
import type { Amendment, Motion } from './state.ts'
import { checkChanges } from './text/index.ts'

export const MOST_AMENDMENTS = 200

const text = textShape(MOST_CLAUSE_LENGTH)
const changeShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('replace'), clause: uuidShape, text }),
  z.strictObject({ kind: z.literal('remove'), clause: uuidShape }),
  z.strictObject({ kind: z.literal('insert'), after: uuidShape.nullable(), clause: uuidShape, text }),
])
const amendmentRefShape = z.strictObject({ amendment: uuidShape })
const proposeShape = z.strictObject({
  amendment: uuidShape,
  motion: uuidShape,
  changes: z.array(changeShape).min(1).max(MOST_CLAUSES),
  reason: heldTextShape.nullable(),
})

export type AmendActs = {
  'amendment.propose': z.infer<typeof proposeShape>
  'amendment.second': z.infer<typeof amendmentRefShape>
  'amendment.withdraw': z.infer<typeof amendmentRefShape>
}

/** Amendments, clause by clause, until shortly before the debate ends. */
export const amendRules: Rules<MotionsSlice, AmendActs> = {
  'amendment.propose': {
    actors: ['member'],
    shape: proposeShape,
    audience: () => PUBLIC,
    check(state, { at, by, body }) {
      const motion = motionIn(state, body.motion, ['seconding', 'debate'])
      if (isRefusal(motion)) return motion
      const { stage } = motion
      if (stage.kind === 'debate' && at >= stage.frozen) return refuse('amendments-frozen', { since: stage.frozen })
      if (state.motions.amendments.has(body.amendment)) return refuse('id-taken', { id: body.amendment })
      const count = state.motions.amendmentsOf.get(motion.id)?.length ?? 0
      if (count >= MOST_AMENDMENTS) return refuse('too-many-amendments', { most: MOST_AMENDMENTS })
      return checkBelongs(state, by, motion.unit) ?? checkChanges(motion.clauses, body.changes)
    },
    apply(state, { seq, by, body }) {
      const siblings = state.motions.amendmentsOf.get(body.motion)
      state.motions.amendments.set(body.amendment, {
        id: body.amendment,
        number: (siblings?.length ?? 0) + 1,
        motion: body.motion,
        by: indexOf(state.members, by),
        seq,
        changes: body.changes,
        reason: body.reason?.hash ?? null,
        seconds: [],
        stage: { kind: 'proposed' },
      })
      siblings?.push(body.amendment)
    },
  },
  'amendment.second': {
    actors: ['member'],
    shape: amendmentRefShape,
    audience: () => PUBLIC,
    check(state, { by, body }) {
      const found = openAmendment(state, body.amendment)
      if (isRefusal(found)) return found
      return checkBelongs(state, by, found.motion.unit) ?? checkSecond(found.amendment, indexOf(state.members, by))
    },
    apply({ motions, members }, { by, body }) {
      const amendment = motions.amendments.get(body.amendment)
      if (amendment === undefined) return
      motions.amendments.set(amendment.id, { ...amendment, seconds: [...amendment.seconds, indexOf(members, by)] })
    },
  },
  'amendment.withdraw': {
    actors: ['member'],
    shape: amendmentRefShape,
    audience: () => PUBLIC,
    check(state, { by, body }) {
      const found = openAmendment(state, body.amendment)
      if (isRefusal(found)) return found
      if (found.amendment.by !== indexOf(state.members, by)) return refuse('not-yours', { what: 'amendment' })
      // Once somebody else stands behind it, it is no longer its proposer's to take back.
      return found.amendment.seconds.length > 0 ? refuse('seconded-by-others') : undefined
    },
    apply({ motions }, { body }) {
      const amendment = motions.amendments.get(body.amendment)
      if (amendment !== undefined)
        motions.amendments.set(amendment.id, { ...amendment, stage: { kind: 'withdrawn' } })
    },
  },
}

function openAmendment(state: MotionsSlice, id: string): { amendment: Amendment; motion: Motion } | ReturnType<typeof refuse> {
  const amendment = state.motions.amendments.get(id)
  if (amendment?.stage.kind !== 'proposed') return refuse('unknown-amendment', { amendment: id })
  const motion = motionIn(state, amendment.motion, ['seconding', 'debate'])
  return isRefusal(motion) ? motion : { amendment, motion }
}
