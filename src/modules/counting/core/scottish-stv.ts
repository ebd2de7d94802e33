import { wholeQuotient } from './decimals.ts'
import { countGregory, type GregoryRule } from './gregory.ts'
import type { Contest } from './ledger.ts'
import type { CountResult } from './result.ts'

const UNIT = 100_000

/**
 * The Scottish Local Government Elections Order 2007 (SSI 2007/42), rules 45 to 52. The whole quota, valid papers through seats
 * and one, plus one (46); a paper goes on at surplus times value through votes, to five decimal places with the
 * remainder ignored (48); the largest surplus first (49). As councils count it, papers of the last excluded still go on.
 */
const RULE: GregoryRule = {
  method: 'scottish-stv',
  digits: 5,
  quota: (valid, seats) => (wholeQuotient(valid, seats + 1) + 1) * UNIT,
  // Surplus times value passes 2^53 where a candidate has 900,000 votes.
  revalue: (value, surplus, votes) => Number((BigInt(surplus) * BigInt(value)) / BigInt(votes)),
  passesNoSurplus: false,
}

/** Single transferable vote as Scottish councils are elected. */
export function countScottish(contest: Contest): CountResult {
  return countGregory(contest, RULE)
}
