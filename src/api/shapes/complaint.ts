import { z } from 'zod'
import { instantShape, listOf, whoShape } from './common.ts'

const stageShape = z.enum(['asked', 'unanswered', 'taken', 'ended'])

export const complaintCountsShape = z
  .object({
    hasPersons: z.boolean().meta({
      description: 'Whether somebody besides you is elected for complaints where you live, or above.',
    }),
    all: z.int(),
    ended: z.int(),
    separations: z.int(),
    unanswered: z.int(),
  })
  .meta({ id: 'ComplaintCounts' })

export const complaintLineShape = z
  .object({ id: z.string(), number: z.int(), at: instantShape, stage: stageShape })
  .meta({ id: 'ComplaintLine' })

export const complaintShape = z
  .object({
    id: z.string(),
    number: z.int(),
    at: instantShape,
    role: z.enum(['complainant', 'representative', 'person', 'apart']).meta({
      description:
        'What you are in it: “person” is elected for complaints and was asked, “apart” is ordered to keep apart.',
    }),
    stage: stageShape,
    until: instantShape.nullable().meta({ description: 'When the next is asked, unless somebody answers.' }),
    separation: z.object({ from: instantShape, until: instantShape }).nullable(),
    complainant: whoShape,
    about: whoShape,
    representative: whoShape.nullable(),
    persons: listOf(whoShape).meta({ description: 'Who was asked so far.' }),
    texts: listOf(z.object({ by: whoShape, at: instantShape, text: z.string().nullable() })).meta({
      description: 'What was written; nothing for whoever is ordered to keep apart.',
    }),
    mayTake: z.boolean(),
    maySeparate: z.boolean(),
    mayRefer: z.boolean(),
    mayClose: z.boolean(),
    mayWrite: z.boolean(),
  })
  .meta({ id: 'Complaint' })
