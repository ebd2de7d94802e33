import { countShape } from '#modules/record/core'
import { z } from 'zod'

/** What secret ballots can be demanded for. */
export const BALLOT_QUESTIONS = ['motions', 'elections', 'recalls'] as const

/** See `BALLOT_QUESTIONS`. */
export type BallotQuestion = (typeof BALLOT_QUESTIONS)[number]

/** Whether everybody sees who voted how, or nobody. */
export const SECRECIES = ['open', 'secret'] as const

/** How it is told who took part in a secret vote: by name, or by a number and a commitment that each can check for themselves. */
export const PARTICIPATIONS = ['named', 'committed'] as const

/** See `PARTICIPATIONS`. */
export type Participation = (typeof PARTICIPATIONS)[number]

const secrecyShape = z.enum(SECRECIES)

/** Which votes are secret, and how. Hours and counts are whole numbers. */
export const ballotRulesShape = z.strictObject({
  motions: secrecyShape,
  elections: secrecyShape,
  recalls: secrecyShape,
  /** The smallest roll from which keys are given out before anybody votes; null for never. */
  keysFirst: countShape(2, 1_000_000).nullable(),
  /** Hours in which keys are given out then. Less than a day and who works would miss it. */
  keyHours: countShape(24, 720),
  participation: z.enum(PARTICIPATIONS),
  /** How many ranks a secret ballot has at most: a long ranking is a signature. Null for no end. */
  ranksMost: countShape(1, 200).nullable(),
  /** The smallest number of ballots whose result is broken down. */
  smallest: countShape(1, 1000),
})

/** See `ballotRulesShape`. */
export type BallotRules = z.infer<typeof ballotRulesShape>

/** What holds where a rule set says nothing about ballots: all votes are open. */
export const USUAL_BALLOTS: BallotRules = {
  motions: 'open',
  elections: 'open',
  recalls: 'open',
  keysFirst: 500,
  keyHours: 72,
  participation: 'named',
  ranksMost: null,
  smallest: 10,
}

/** The ballot rules that may be null: nothing filled in says so. */
export function mayBeNone(rule: keyof BallotRules): boolean {
  return rule === 'keysFirst' || rule === 'ranksMost'
}
