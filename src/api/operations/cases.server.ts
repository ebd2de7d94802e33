import { z } from 'zod'
import { ENDS, MEASURES, RIGHTS } from '#modules/discipline/core'
import { refuseToken } from '#modules/tokens/core'
import { read } from '#views/read.server.ts'
import { viewCases, type CaseLine } from '#views/view-case.server.ts'
import { operation } from '../operation.server.ts'
import { idParams, instantShape, listOf, unitRefShape } from '../shapes/common.ts'

const TAG = 'Cases'

const measureShape = z
  .object({
    kind: z.enum(MEASURES),
    rights: listOf(z.enum(RIGHTS)).meta({ description: 'Of a suspension: what rests.' }),
    days: z.int().nullable().meta({ description: 'Of a suspension: for how many days.' }),
  })
  .meta({ id: 'Measure' })

const caseShape = z
  .object({
    id: z.string(),
    number: z.int(),
    unit: unitRefShape,
    ground: z.object({ kind: z.enum(['unity', 'conduct']), number: z.int(), text: z.string() }),
    asked: measureShape,
    measure: measureShape.nullable().meta({ description: 'What the panel found for.' }),
    at: instantShape,
    charged: instantShape.nullable().meta({ description: 'When notice was given.' }),
    charging: z.int().meta({ description: 'How many bring the charge.' }),
    stage: z.enum(['signing', 'notice', 'hearing', 'found', 'voting', 'appealable', 'binding', 'ended']),
    until: instantShape.nullable(),
    why: z.enum(ENDS).nullable().meta({ description: 'Why it ended.' }),
    votes: z.int(),
  })
  .meta({
    id: 'Case',
    description: 'What everybody may know. Who is concerned, and what is said, is sealed.',
  })

function measureOf(measure: CaseLine['asked']): z.infer<typeof measureShape> {
  const { kind } = measure
  return measure.kind === 'suspension'
    ? { kind, rights: [...measure.rights], days: measure.days }
    : { kind, rights: [], days: null }
}

function answerOf({
  id,
  number,
  unit,
  ground,
  asked,
  measure,
  at,
  charged,
  charging,
  stage,
  votes,
}: CaseLine) {
  return {
    ...{ id, number, unit, at, charged, charging, votes },
    ground: { kind: ground.kind, number: ground.number, text: ground.text },
    asked: measureOf(asked),
    measure: measure === null ? null : measureOf(measure),
    ...{ stage: stage.kind, until: stage.until, why: stage.why },
  }
}

export const listCases = operation({
  method: 'get',
  path: '/cases',
  id: 'listCases',
  tag: TAG,
  summary: 'Cases, the newest first; nobody is named',
  needs: 'read',
  answer: z.object({ items: listOf(caseShape) }),
  async run({ asker }) {
    const { cases } = await read(asker, (org) => viewCases(org, ''))
    return { items: cases.map(answerOf) }
  },
})

export const getCase = operation({
  method: 'get',
  path: '/cases/{id}',
  id: 'getCase',
  tag: TAG,
  summary: 'A case as everybody may know it',
  needs: 'read',
  params: idParams,
  answer: caseShape,
  async run({ asker, params: { id } }) {
    const { cases } = await read(asker, (org) => viewCases(org, ''))
    const found = cases.find((each) => each.id === id)
    return found === undefined ? refuseToken('unknown-thing') : answerOf(found)
  },
})
