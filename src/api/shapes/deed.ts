import { z } from 'zod'
import { groundShape, measureShape } from '#modules/discipline/core'
import { plainTextShape } from './acts.ts'

/** A text of a case or a complaint. */
export const sealedTextShape = plainTextShape.meta({
  description: 'Kept sealed for those who may read it, and deleted when the case or complaint ends.',
})

/** The day of a deed. */
export const dayShape = z
  .string()
  .max(10)
  .meta({
    description: 'By the calendar in UTC, as year, month and day.',
    examples: ['2026-03-28'],
  })

/** What a charge and a referral say alike. */
export const chargeFields = {
  ground: groundShape.meta({ description: 'The point of unity or rule of conduct that was broken.' }),
  asked: measureShape.meta({ description: 'What is asked for: the panel finds for no more.' }),
  facts: sealedTextShape,
}
