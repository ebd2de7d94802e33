import { freeUuid } from '#kernel/ids'
import { refuse, type Refusal } from '#kernel/refusal'
import { indexOf, type MembersSlice } from '#modules/members/core'
import { heldTextShape, MEMBERS, uuidShape, type EnactmentRule, type Rules } from '#modules/record/core'
import { z } from 'zod'
import { addPoint, revisePoint, type Point, type ProgramSlice } from './state.ts'

const rationaleShape = z.strictObject({ rationale: uuidShape, point: uuidShape, text: heldTextShape })

export type ProgramActs = { 'rationale.add': z.infer<typeof rationaleShape> }

/** Rationales: any member may add one to a point that stands. */
export const programRules: Rules<ProgramSlice & MembersSlice, ProgramActs> = {
  'rationale.add': {
    actors: ['member'],
    shape: rationaleShape,
    audience: () => MEMBERS,
    check({ program }, { body }) {
      const point = standingPoint({ program }, body.point)
      if ('refused' in point) return point
      const taken = program.rationales
        .get(body.point)
        ?.values()
        .some(({ id }) => id === body.rationale)
      return taken === true ? refuse('id-taken', { id: body.rationale }) : undefined
    },
    apply({ program, members }, { seq, by, body }) {
      const list = program.rationales.get(body.point)
      list?.push({ id: body.rationale, by: indexOf(members, by), seq, text: body.text.hash })
    },
  },
}

const adoptShape = z.strictObject({ kind: z.literal('program.adopt'), as: z.enum(['unity', 'position']) })
const changeShape = z.strictObject({
  kind: z.literal('program.change'),
  point: uuidShape,
  /** The revision of the point that the motion was written against. */
  revision: z.int().min(1),
})
const strikeShape = z.strictObject({
  kind: z.literal('program.strike'),
  point: uuidShape,
  revision: z.int().min(1),
})

export type ProgramEnactments = {
  'program.adopt': z.infer<typeof adoptShape>
  'program.change': z.infer<typeof changeShape>
  'program.strike': z.infer<typeof strikeShape>
}

/** Adopting points (each clause of the motion becomes one), changing a point into the motion's text, striking one. */
export const programEnactments: {
  readonly [Kind in keyof ProgramEnactments]: EnactmentRule<ProgramSlice, ProgramEnactments[Kind]>
} = {
  'program.adopt': {
    shape: adoptShape,
    question: (_state, { as }) => (as === 'unity' ? 'unity' : 'ordinary'),
    check: () => undefined,
    apply(state, { seq, motion, unit, clauses }, { as }) {
      for (const { id, text } of clauses) {
        const clause = { id: freeUuid(state.program.points, id, motion), text }
        addPoint(state, { id: clause.id, kind: as, unit, clauses: [clause] }, { seq, motion })
      }
    },
  },
  'program.change': {
    shape: changeShape,
    question: (state, { point }) => questionOf(state, point),
    check: (state, { unit }, { point, revision }) => checkPoint(state, point, revision, unit),
    apply(state, { seq, motion, clauses }, { point: id }) {
      const point = state.program.points.get(id)
      if (point !== undefined) revisePoint(state, point, clauses, { seq, motion }, 'changed')
    },
  },
  'program.strike': {
    shape: strikeShape,
    question: (state, { point }) => questionOf(state, point),
    check: (state, { unit }, { point, revision }) => checkPoint(state, point, revision, unit),
    apply(state, { seq, motion }, { point: id }) {
      const point = state.program.points.get(id)
      if (point !== undefined) revisePoint(state, point, point.clauses, { seq, motion }, 'struck')
    },
  },
}

function questionOf({ program }: ProgramSlice, point: string): 'unity' | 'ordinary' {
  return program.points.get(point)?.kind === 'unity' ? 'unity' : 'ordinary'
}

function standingPoint({ program }: Pick<ProgramSlice, 'program'>, id: string): Point | Refusal {
  const point = program.points.get(id)
  if (point === undefined) return refuse('unknown-point', { point: id })
  return point.struck ? refuse('point-struck', { number: point.number }) : point
}

function checkPoint(state: ProgramSlice, id: string, revision: number, unit: string): Refusal | undefined {
  const point = standingPoint(state, id)
  if ('refused' in point) return point
  if (point.unit !== unit) return refuse('unit-elsewhere', { unit: point.unit })
  return point.revision === revision ? undefined : refuse('point-changed-meanwhile', { number: point.number })
}
