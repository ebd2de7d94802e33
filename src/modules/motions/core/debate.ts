import { isRefusal, refuse } from '#kernel/refusal'
import { indexOf } from '#modules/members/core'
import { heldTextShape, MEMBERS, PUBLIC, textShape, uuidShape, type Rules } from '#modules/record/core'
import { checkUnderName } from '#modules/tendencies/core'
import { z } from 'zod'
import { checkBelongs, motionIn, type MotionsSlice } from './slice.ts'

// Of one member to one motion: nobody can keep the others out by having much to say.
const MOST_SPEECHES_EACH = 100
const MOST_REPORTS_EACH = 3
export const MOST_REPORT_LENGTH = 20_000

const speechShape = z.strictObject({
  speech: uuidShape,
  motion: uuidShape,
  side: z.enum(['for', 'against']),
  text: heldTextShape,
})
const reportShape = z.strictObject({
  report: uuidShape,
  motion: uuidShape,
  text: textShape(MOST_REPORT_LENGTH),
  /** Under whose name, if under one. Since the fifth law. */
  tendency: z.exactOptional(uuidShape),
})
const signShape = z.strictObject({ report: uuidShape })

export type DebateActs = {
  'speech.give': z.infer<typeof speechShape>
  'report.file': z.infer<typeof reportShape>
  'report.sign': z.infer<typeof signShape>
}

/** Speaking for and against, and dissent that stays with a decision. */
export const debateRules: Rules<MotionsSlice, DebateActs> = {
  'speech.give': {
    actors: ['member'],
    shape: speechShape,
    audience: () => MEMBERS,
    check(state, { by, body }) {
      const open = [
        'seconding',
        'debate',
        'amending',
        'amended',
        'voting',
        'review',
        'review-voting',
      ] as const
      const motion = motionIn(state, body.motion, open)
      if (isRefusal(motion)) return motion
      const index = indexOf(state.members, by)
      const given = state.motions.speeches.get(motion.id)?.values() ?? []
      if (given.some(({ id }) => id === body.speech)) return refuse('id-taken', { id: body.speech })
      if (given.filter((each) => each.by === index).length >= MOST_SPEECHES_EACH)
        return refuse('too-many-speeches', { most: MOST_SPEECHES_EACH })
      return checkBelongs(state, by, motion.unit)
    },
    apply({ motions, members }, { seq, at, by, body }) {
      const { speech: id, motion, side, text } = body
      motions.speeches.get(motion)?.push({ id, by: indexOf(members, by), seq, at, side, text: text.hash })
    },
  },
  'report.file': {
    actors: ['member'],
    shape: reportShape,
    audience: () => PUBLIC,
    check(state, { at, by, law, body }) {
      const motion = motionIn(state, body.motion, ['decided', 'review', 'review-voting'])
      if (isRefusal(motion)) return motion
      const { stage } = motion
      const { reportsUntil } = stage.kind === 'decided' ? stage : stage.decided
      if (at >= reportsUntil) return refuse('reports-closed', { since: reportsUntil })
      if (state.motions.reports.has(body.report)) return refuse('id-taken', { id: body.report })
      const index = indexOf(state.members, by)
      const filed = state.motions.reportsOf.get(motion.id)?.values() ?? []
      if (filed.filter((id) => state.motions.reports.get(id)?.by === index).length >= MOST_REPORTS_EACH)
        return refuse('too-many-reports', { most: MOST_REPORTS_EACH })
      return (
        checkBelongs(state, by, motion.unit) ??
        checkUnderName(state, body.tendency, { by, unit: motion.unit, law })
      )
    },
    apply({ motions, members }, { seq, by, body }) {
      const { report: id, motion, text, tendency } = body
      const name = tendency === undefined ? {} : { tendency }
      motions.reports.set(id, { id, motion, by: indexOf(members, by), seq, text, signers: [], ...name })
      motions.reportsOf.get(motion)?.push(id)
    },
  },
  'report.sign': {
    actors: ['member'],
    shape: signShape,
    audience: () => PUBLIC,
    check(state, { by, body }) {
      const report = state.motions.reports.get(body.report)
      if (report === undefined) return refuse('unknown-report', { report: body.report })
      const index = indexOf(state.members, by)
      if (report.by === index || report.signers.includes(index)) return refuse('signed-already')
      const motion = motionIn(state, report.motion, ['decided', 'review', 'review-voting'])
      return isRefusal(motion) ? motion : checkBelongs(state, by, motion.unit)
    },
    apply({ motions, members }, { by, body }) {
      const report = motions.reports.get(body.report)
      if (report !== undefined)
        motions.reports.set(report.id, { ...report, signers: [...report.signers, indexOf(members, by)] })
    },
  },
}
