import { z } from 'zod'
import { listOf } from './common.ts'

export const clauseShape = z
  .object({ id: z.string().meta({ description: 'Stays with the clause for good.' }), text: z.string() })
  .meta({ id: 'Clause' })

const partShape = z
  .object({ kind: z.enum(['same', 'inserted', 'deleted']), text: z.string() })
  .meta({ id: 'DiffPart' })

export const clauseDiffShape = z
  .object({
    id: z.string(),
    kind: z.enum(['same', 'changed', 'inserted', 'removed']),
    before: z.int().nullable().meta({ description: 'Its number in the text before.' }),
    after: z.int().nullable().meta({ description: 'Its number in the text after.' }),
    parts: listOf(partShape),
  })
  .meta({ id: 'ClauseDiff' })

export const collisionShape = z
  .object({
    a: z.int().meta({ description: 'The number of an amendment.' }),
    b: z.int().meta({ description: 'The number of another that cannot be made together with it.' }),
    clauses: listOf(z.int().nullable()).meta({
      description: 'The numbers of the clauses; null for a new one.',
    }),
  })
  .meta({ id: 'Collision' })
