import { fractionShape } from './fraction-shape.ts'
import { countShape } from '#modules/record/core'
import { z } from 'zod'

/** The methods by which offices can be filled: those for several seats first. */
export const OFFICE_METHODS = [
  'scottish-stv',
  'wigm-prf',
  'meek-prf',
  'meek',
  'irv',
  'schulze',
  'ranked-pairs',
] as const

/** See `OFFICE_METHODS`. */
export type OfficeMethod = (typeof OFFICE_METHODS)[number]

/** How a seat is filled that becomes free within a term: from the ballots of its election, or by another one. */
export const VACANCIES = ['countback', 'by-election'] as const

/** How offices are filled and whoever holds one is recalled. Days and counts are whole numbers. */
export const electionRulesShape = z.strictObject({
  method: z.enum(OFFICE_METHODS),
  nominationDays: countShape(1, 366),
  votingDays: countShape(1, 366),
  /** Share of the roll that must take part in an election. */
  quorum: fractionShape,
  vacancy: z.enum(VACANCIES),
  /** Terms in a row that nobody may exceed, where the office does not say otherwise. */
  termsMost: countShape(1, 20),
  /** Share of the roll whose signatures put a recall to the vote, and days to gather them. */
  recallShare: fractionShape,
  recallDays: countShape(1, 366),
})

/** See `electionRulesShape`. */
export type ElectionRules = z.infer<typeof electionRulesShape>

/** The election rules of a single number or share. */
export type PlainElectionRule = Exclude<keyof ElectionRules, 'method' | 'vacancy'>

/** What holds where a rule set says nothing about elections. */
export const USUAL_ELECTIONS: ElectionRules = {
  method: 'scottish-stv',
  nominationDays: 14,
  votingDays: 7,
  quorum: '1/10',
  vacancy: 'countback',
  termsMost: 2,
  recallShare: '1/10',
  recallDays: 30,
}

/** Whether a method compares candidates in pairs, instead of counting from stage to stage. */
export function comparesPairs(method: OfficeMethod): method is 'schulze' | 'ranked-pairs' {
  return method === 'schulze' || method === 'ranked-pairs'
}

/** Whether a method can fill several seats so that each large enough part of the voters gets one. */
function fillsSeveral(method: OfficeMethod): boolean {
  return method !== 'irv' && !comparesPairs(method)
}

/** The method for so many seats: a method for one office would give all seats to one majority. */
export function methodFor({ method }: ElectionRules, seats: number): OfficeMethod {
  return seats === 1 || fillsSeveral(method) ? method : USUAL_ELECTIONS.method
}
