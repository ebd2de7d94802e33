import { countShape } from '#modules/record/core'
import { z } from 'zod'
import { fractionShape } from './fraction-shape.ts'

/** What a tendency needs to stand. Counts and days are whole numbers. */
export const tendencyRulesShape = z.strictObject({
  /** Signatories it needs: as many members, or this share of the roll where that is more. */
  members: countShape(1, 1000),
  share: fractionShape,
  /** Days it may have fewer before it ends. */
  belowDays: countShape(1, 3660),
})

/** See `tendencyRulesShape`. */
export type TendencyRules = z.infer<typeof tendencyRulesShape>

/** What holds where a rule set says nothing about tendencies. */
export const USUAL_TENDENCIES: TendencyRules = { members: 3, share: '1/50', belowDays: 90 }
