import { DAY, HOUR, type Instant } from '#kernel/instant'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { indexOf } from '#modules/members/core'
import { PUBLIC, textShape, uuidShape, type Rules } from '#modules/record/core'
import { rulesFor } from '#modules/units/core'
import { countRoll, VOTE_OPEN } from '#modules/voting/core'
import { z } from 'zod'
import { checkBelongs, MOTION_LAPSE, motionIn, type Enactments, type MotionsSlice } from './slice.ts'
import { addMotion, announceMotion, moveMotion, type Enactment, type Motion, type Stage } from './state.ts'

export const MOST_CLAUSES = 500
export const MOST_CLAUSE_LENGTH = 20_000
/** UTF-16 units in all clauses of a motion together. */
export const MOST_MOTION_LENGTH = 200_000

export const clauseShape = z.strictObject({ id: uuidShape, text: textShape(MOST_CLAUSE_LENGTH) })
export const MOST_TITLE_LENGTH = 200
export const titleShape = textShape(MOST_TITLE_LENGTH)
export const motionRefShape = z.strictObject({ motion: uuidShape })

export type ProposeActs = {
  'motion.propose': {
    motion: string
    title: string
    clauses: { id: string; text: string }[]
    enactment: Enactment
  }
  'motion.second': { motion: string }
  'motion.withdraw': { motion: string }
  'motion.lapse': { motion: string }
}

/** Proposing and seconding. A motion with its seconds goes into debate at once. */
export function createProposeRules<State extends MotionsSlice>(
  enactments: Enactments<State>,
): Rules<State, ProposeActs> {
  return {
    'motion.propose': {
      actors: ['member'],
      shape: z.strictObject({
        motion: uuidShape,
        title: titleShape,
        clauses: z.array(clauseShape).min(1).max(MOST_CLAUSES),
        enactment: enactments.shape,
      }),
      audience: () => PUBLIC,
      check(state, entry) {
        const refusal = checkText(state, entry.body) ?? checkBelongs(state, entry.by, entry.unit ?? '')
        if (refusal !== undefined) return refusal
        const { motion, clauses, enactment } = entry.body
        return enactments.check(
          state,
          { seq: entry.seq, at: entry.at, unit: entry.unit ?? '', motion, clauses },
          enactment,
        )
      },
      apply(state, { seq, at, by, unit, body }) {
        const { rules } = rulesFor(state, unit ?? '')
        // The founding has nobody to wait for: its movers are the ones who put the roll together.
        const wanted = body.enactment.kind === 'organization.ratify' ? 0 : rules.motionSeconds
        const seconds = secondsNeeded(state, unit ?? '', wanted)
        addMotion(state, {
          id: body.motion,
          unit: unit ?? '',
          title: body.title,
          by: indexOf(state.members, by),
          seq,
          at,
          enactment: body.enactment,
          proposed: body.clauses,
          clauses: body.clauses,
          seconds: [],
          stage: { kind: 'seconding', until: at + rules.secondingDays * DAY, seconds },
        })
        openDebateIfSeconded(state, body.motion, at)
      },
    },
    'motion.second': {
      actors: ['member'],
      shape: motionRefShape,
      audience: () => PUBLIC,
      check(state, { by, body }) {
        const motion = motionIn(state, body.motion, ['seconding'])
        if (isRefusal(motion)) return motion
        return checkBelongs(state, by, motion.unit) ?? checkSecond(motion, indexOf(state.members, by))
      },
      apply(state, { at, by, body }) {
        const motion = state.motions.motions.get(body.motion)
        if (motion === undefined) return
        const seconds = [...motion.seconds, indexOf(state.members, by)]
        state.motions.motions.set(motion.id, { ...motion, seconds })
        openDebateIfSeconded(state, motion.id, at)
      },
    },
    'motion.withdraw': {
      actors: ['member'],
      shape: motionRefShape,
      audience: () => PUBLIC,
      check(state, { by, body }) {
        const motion = motionIn(state, body.motion, ['seconding'])
        if (isRefusal(motion)) return motion
        return motion.by === indexOf(state.members, by) ? undefined : refuse('not-yours', { what: 'motion' })
      },
      apply(state, { at, body }) {
        moveMotion(state, body.motion, { kind: 'withdrawn', at })
        state.deadlines.clear(MOTION_LAPSE, body.motion)
      },
    },
    'motion.lapse': {
      actors: ['clerk'],
      shape: motionRefShape,
      audience: () => PUBLIC,
      check(state, { at, body }) {
        const motion = motionIn(state, body.motion, ['seconding', 'entered'])
        if (isRefusal(motion)) return motion
        return motion.stage.until <= at ? undefined : refuse('not-due', { kind: MOTION_LAPSE })
      },
      apply(state, { at, body }) {
        moveMotion(state, body.motion, { kind: 'lapsed', at })
        state.deadlines.clear(MOTION_LAPSE, body.motion)
      },
    },
  }
}

/** Refuses a text that is too long as a whole, or whose clause ids are not all new. */
export function checkText(
  { motions }: Pick<MotionsSlice, 'motions'>,
  { motion, clauses }: { readonly motion: string; readonly clauses: Motion['clauses'] },
): Refusal | undefined {
  if (motions.motions.has(motion)) return refuse('id-taken', { id: motion })
  const length = clauses.reduce((sum, { text }) => sum + text.length, 0)
  if (length > MOST_MOTION_LENGTH) return refuse('motion-too-long', { length, most: MOST_MOTION_LENGTH })
  const ids = new Set(clauses.map(({ id }) => id))
  return ids.size === clauses.length ? undefined : refuse('clause-twice')
}

/** Refuses a second of one's own motion or amendment, and a second second. */
export function checkSecond(
  { by, seconds }: { readonly by: number; readonly seconds: readonly number[] },
  index: number,
): Refusal | undefined {
  if (by === index) return refuse('own-second')
  return seconds.includes(index) ? refuse('seconded-already') : undefined
}

/**
 * Seconds that a proposal needs: what the rules say, but at most a fifth of the members and no more than there are
 * others. Rules made for many would otherwise leave a few without any motion at all, one to change the rules included.
 */
function secondsNeeded(state: MotionsSlice, unit: string, wanted: number): number {
  // Whoever belongs to the unit can second, with a vote there yet or not.
  // With so many members the rules' own number is the answer, and the rest of a million need not be counted.
  const members = countRoll(state, unit, Infinity, Math.max(5 * wanted, wanted + 1))
  return Math.min(wanted, Math.ceil(members / 5), Math.max(0, members - 1))
}

function openDebateIfSeconded(state: MotionsSlice, id: string, at: Instant): void {
  const motion = state.motions.motions.get(id)
  if (motion?.stage.kind !== 'seconding') return
  if (motion.seconds.length < motion.stage.seconds) {
    state.deadlines.set(MOTION_LAPSE, id, motion.stage.until)
    return
  }
  const rules = rulesFor(state, motion.unit)
  const until = at + rules.rules.debateHours * HOUR
  const frozen = until - rules.rules.amendmentFreezeHours * HOUR
  const seconds = secondsNeeded(state, motion.unit, rules.rules.amendmentSeconds)
  const stage: Stage = { kind: 'debate', from: at, until, frozen, seconds, rules }
  moveMotion(state, id, stage)
  announceMotion(state, id, at)
  state.deadlines.clear(MOTION_LAPSE, id)
  state.deadlines.set(VOTE_OPEN, id, until)
}
