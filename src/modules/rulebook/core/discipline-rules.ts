import type { Majority } from '#modules/counting/core'
import { countShape } from '#modules/record/core'
import { compareFractions, type Fraction } from '#kernel/fraction'
import { z } from 'zod'
import { fractionShape } from './fraction-shape.ts'

/** The only way to suspend or expel. Counts and days are whole numbers. */
export const disciplineRulesShape = z.strictObject({
  /** Members who have to bring a charge together. */
  chargers: countShape(1, 100),
  /** Days from the deed to the charge at most. */
  limitationDays: countShape(1, 3660),
  /** Days of notice in which the charged member answers before anything is found. */
  noticeDays: countShape(1, 366),
  /** Members of the panel. */
  panel: countShape(1, 25),
  /** Days after the notice in which the panel has to find, or the charge lapses. */
  findingDays: countShape(1, 366),
  /** Days in which the charged member can appeal; a measure holds only after them. */
  appealDays: countShape(1, 366),
  /** Share of the votes cast that any measure needs; exactly half is not enough. */
  measures: fractionShape,
  /** Share of the votes cast that an expulsion needs. */
  expulsion: fractionShape,
  /** Days after which a warning is gone. */
  warningDays: countShape(1, 3660),
  /** Longest suspension, in days. */
  suspensionDays: countShape(1, 3660),
  /** Days after which whoever was expelled may apply again. */
  barDays: countShape(1, 36_600),
})

/** See `disciplineRulesShape`. */
export type DisciplineRules = z.infer<typeof disciplineRulesShape>

/** What holds where a rule set says nothing about discipline. */
export const USUAL_DISCIPLINE: DisciplineRules = {
  chargers: 3,
  limitationDays: 183,
  noticeDays: 14,
  panel: 5,
  findingDays: 30,
  appealDays: 30,
  measures: '1/2',
  expulsion: '2/3',
  warningDays: 183,
  suspensionDays: 92,
  barDays: 731,
}

/** The majority of a share of the votes cast: half means more than half. */
export function majorityOfCast(share: Fraction): Majority {
  return { share, more: compareFractions(share, '1/2') === 0, of: 'cast' }
}
