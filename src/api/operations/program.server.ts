import { z } from 'zod'
import { isRefusal } from '#kernel/refusal'
import type { Point } from '#modules/program/core'
import { refuseToken } from '#modules/tokens/core'
import type { Org } from '#organization'
import { read, textsOf } from '#views/read.server.ts'
import { viewPoint } from '#views/view-point.server.ts'
import { whoIs } from '#views/who.server.ts'
import { pageOf, pageShape, slicePage } from '../cursor.ts'
import { operation } from '../operation.server.ts'
import { idParams, instantShape, listOf, motionRefShape, unitRefShape, whoShape } from '../shapes/common.ts'
import { countedAnswer, countedShape } from '../shapes/counted.ts'
import { clauseDiffShape, clauseShape } from '../shapes/texts.ts'

const TAG = 'Program'

const pointFields = {
  id: z.string(),
  number: z.int(),
  kind: z.enum(['unity', 'position']),
  unit: unitRefShape,
  struck: z.boolean(),
  revision: z.int().meta({
    description: 'A motion to change or strike it names the revision that it was written against.',
  }),
  clauses: listOf(clauseShape),
}

export const listPoints = operation({
  method: 'get',
  path: '/program',
  id: 'listPoints',
  tag: TAG,
  summary: 'The points of the program, those struck included, in the order in which they were adopted',
  needs: 'public',
  query: pageShape,
  answer: pageOf(z.object(pointFields).meta({ id: 'Point' })),
  async run({ asker, query }) {
    return read(asker, (org) =>
      slicePage(
        org.program.order.values().flatMap((id) => {
          const point = org.program.points.get(id)
          return point === undefined ? [] : [named(org, point)]
        }),
        query,
      ),
    )
  },
})

function named({ units }: Org, point: Point) {
  return { ...point, unit: { id: point.unit, name: units.units.get(point.unit)?.name ?? point.unit } }
}

const revisionShape = z
  .object({
    seq: z.int(),
    did: z.enum(['adopted', 'changed', 'struck']),
    at: instantShape.nullable(),
    motion: motionRefShape.nullable(),
    vote: z.string().nullable(),
    counted: countedShape.nullable(),
    diffs: listOf(clauseDiffShape).nullable().meta({ description: 'What it changed.' }),
    dissent: listOf(z.object({ id: z.string(), text: z.string(), by: whoShape, behind: z.int() })),
  })
  .meta({ id: 'Revision' })

const pointShape = z
  .object({
    ...pointFields,
    history: listOf(revisionShape).meta({ description: 'For members; newest first.' }),
    rationales: listOf(z.object({ id: z.string(), by: whoShape, seq: z.int(), text: z.string() })),
    mayAdd: z.boolean().meta({ description: 'Whether you may add a rationale.' }),
  })
  .meta({ id: 'PointWithHistory' })

export const getPoint = operation({
  method: 'get',
  path: '/program/{id}',
  id: 'getPoint',
  tag: TAG,
  summary: 'A point; for members with its history and the rationales beside it',
  needs: 'public',
  params: idParams,
  answer: pointShape,
  async run({ asker, params: { id } }) {
    const member = asker.scopes.includes('read') ? asker.member : undefined
    const found = await read(asker, (org, now) => {
      const [point, view] = [org.program.points.get(id), viewPoint(org, now, member, id)]
      return point === undefined || view === undefined
        ? refuseToken('unknown-thing')
        : { point: named(org, point), view }
    })
    if (isRefusal(found)) return found
    const { point, view } = found
    if (member === undefined) return { ...point, history: [], rationales: [], mayAdd: false }
    const dissenters = view.history.flatMap(({ dissent }) => dissent.map(({ by }) => by))
    const [who, texts] = await Promise.all([
      whoIs([...dissenters, ...view.rationales.map(({ by }) => by)]),
      textsOf(view.rationales.map(({ text }) => text)),
    ])
    return {
      ...point,
      mayAdd: view.mayAdd,
      history: view.history.map((each) => ({
        ...each,
        counted: each.counted === null ? null : countedAnswer(each.counted),
        dissent: each.dissent.map((report) => ({ ...report, by: who(report.by) })),
      })),
      rationales: view.rationales.map((each) => ({
        ...each,
        by: who(each.by),
        text: texts.get(each.text) ?? '',
      })),
    }
  },
})
