import { z } from 'zod'
import { instantShape } from './common.ts'

export const entryShape = z
  .object({
    seq: z.int(),
    at: instantShape,
    by: z.string().meta({ description: 'The id of a member, “clerk” or “nobody”.' }),
    id: z.string().meta({ description: 'Of the act.' }),
    type: z.string(),
    law: z.int(),
    unit: z.string().nullable(),
    sig: z.string().optional(),
    bodyHash: z.string().meta({ description: 'What the tree holds of salt and body.' }),
    salt: z.string().optional(),
    body: z.unknown().optional().meta({
      description:
        'Absent where it is closed to you, or was withdrawn; in a list also where it is very long.',
    }),
  })
  .meta({ id: 'Entry' })
