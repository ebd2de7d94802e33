import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { indexOf } from '#modules/members/core'
import { heldTextShape, PUBLIC, textShape, uuidShape, type Rules } from '#modules/record/core'
import { checkUnderName, type UnderName } from '#modules/tendencies/core'
import { z } from 'zod'
import { checkSecond, MOST_CLAUSE_LENGTH, MOST_CLAUSES } from './propose.ts'
import { checkBelongs, motionIn, type MotionsSlice } from './slice.ts'
import { amendmentsTo, type Amendment, type Motion } from './state.ts'
import { applyChanges, checkChanges, type Change } from './text/index.ts'
import { checkTypedClauses } from './typed.ts'

/** Amendments of one member to one motion: nobody can keep the others out by proposing many. */
const MOST_AMENDMENTS_EACH = 20
/** Of one tendency to one motion. */
const MOST_AMENDMENTS_OF_TENDENCY = 3
/** The law from which on tendencies amend under their name. */
const TENDENCIES_AMEND = 6

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
  /** Under whose name, if under one: it then needs no seconds. Since the sixth law. */
  tendency: z.exactOptional(uuidShape),
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
    check(state, { at, by, law, body }) {
      const motion = motionIn(state, body.motion, ['seconding', 'debate'])
      if (isRefusal(motion)) return motion
      const { stage } = motion
      if (stage.kind === 'debate' && at >= stage.frozen)
        return refuse('amendments-frozen', { since: stage.frozen })
      if (state.motions.amendments.has(body.amendment)) return refuse('id-taken', { id: body.amendment })
      const index = indexOf(state.members, by)
      const others = amendmentsTo(state, motion.id)
      const own = others.filter((each) => each.by === index).length
      if (own >= MOST_AMENDMENTS_EACH) return refuse('too-many-amendments', { most: MOST_AMENDMENTS_EACH })
      return (
        checkBelongs(state, by, motion.unit) ??
        checkTendency(state, { by, unit: motion.unit, law }, body.tendency, others) ??
        checkChanges(motion.clauses, body.changes) ??
        checkNewIds(others, body.changes) ??
        checkTypedClauses(applyChanges(motion.clauses, body.changes).map((clause) => clause.text))
      )
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
        ...(body.tendency === undefined ? {} : { tendency: body.tendency }),
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
      return (
        checkBelongs(state, by, found.motion.unit) ?? checkSecond(found.amendment, indexOf(state.members, by))
      )
    },
    apply({ motions, members }, { by, body }) {
      const amendment = motions.amendments.get(body.amendment)
      if (amendment === undefined) return
      motions.amendments.set(amendment.id, {
        ...amendment,
        seconds: [...amendment.seconds, indexOf(members, by)],
      })
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

/** What a tendency proposes goes to the vote without seconds, so that no majority keeps it off the agenda; a few to each motion. */
function checkTendency(
  state: MotionsSlice,
  under: UnderName,
  tendency: string | undefined,
  others: readonly Amendment[],
): Refusal | undefined {
  if (tendency === undefined) return undefined
  if (under.law < TENDENCIES_AMEND)
    return refuse('malformed', { field: '', problem: 'Unrecognized key: "tendency"' })
  const theirs = others.filter((each) => each.tendency === tendency && each.stage.kind === 'proposed')
  return theirs.length >= MOST_AMENDMENTS_OF_TENDENCY
    ? refuse('too-many-amendments-of-tendency', { most: MOST_AMENDMENTS_OF_TENDENCY })
    : checkUnderName(state, tendency, under)
}

/** A new clause under the id of another amendment's would collide with it: on purpose, since ids are made at random. */
function checkNewIds(others: readonly Amendment[], changes: readonly Change[]): Refusal | undefined {
  const taken = new Set(others.flatMap((each) => insertedIn(each.changes)))
  const clause = insertedIn(changes).find((id) => taken.has(id))
  return clause === undefined ? undefined : refuse('clause-id-taken', { clause })
}

function insertedIn(changes: readonly Change[]): readonly string[] {
  return changes.flatMap((change) => (change.kind === 'insert' ? [change.clause] : []))
}

function openAmendment(state: MotionsSlice, id: string): { amendment: Amendment; motion: Motion } | Refusal {
  const amendment = state.motions.amendments.get(id)
  if (amendment?.stage.kind !== 'proposed') return refuse('unknown-amendment', { amendment: id })
  const motion = motionIn(state, amendment.motion, ['seconding', 'debate'])
  return isRefusal(motion) ? motion : { amendment, motion }
}
