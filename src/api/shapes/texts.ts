import { z } from '@hono/zod-openapi'
import { listOf } from './common.ts'

export const clauseShape = z
  .object({ id: z.string().openapi({ description: 'Stays with the clause for good.' }), text: z.string() })
  .openapi('Clause')

const partShape = z
  .object({ kind: z.enum(['same', 'inserted', 'deleted']), text: z.string() })
  .openapi('DiffPart')

export const clauseDiffShape = z
  .object({
    id: z.string(),
    kind: z.enum(['same', 'changed', 'inserted', 'removed']),
    before: z.int().nullable().openapi({ description: 'Its number in the text before.' }),
    after: z.int().nullable().openapi({ description: 'Its number in the text after.' }),
    parts: listOf(partShape),
  })
  .openapi('ClauseDiff')

export const collisionShape = z
  .object({
    a: z.int().openapi({ description: 'The number of an amendment.' }),
    b: z.int().openapi({ description: 'The number of another that cannot be made together with it.' }),
    clauses: listOf(z.int().nullable()).openapi({
      description: 'The numbers of the clauses; null for a new one.',
    }),
  })
  .openapi('Collision')
