import { z } from 'zod'
import { instantShape } from './common.ts'

export const statusShape = z
  .enum(['unknown', 'listed', 'struck', 'applicant', 'refused', 'member', 'lapsed', 'former', 'expelled'])
  .meta({ id: 'Status' })

export const mandateShape = z
  .object({
    id: z.string(),
    office: z.string(),
    unit: z.string().meta({ description: 'The name of the unit.' }),
    until: instantShape,
    ended: instantShape.nullable(),
  })
  .meta({ id: 'Mandate' })
