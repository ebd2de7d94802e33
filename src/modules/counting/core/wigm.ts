import { wholeQuotient } from './decimals.ts'
import { countGregory, type GregoryRule } from './gregory.ts'
import type { Contest } from './ledger.ts'
import type { CountResult } from './result.ts'

const UNIT = 10_000

/**
 * The reference rule of the Proportional Representation Foundation for the weighted inclusive Gregory method. Four places;
 * every product and every quotient is cut off there (D.4), so the weight times the surplus is before it is divided. The rule ends (D.3) before the papers of
 * the last excluded go on; here they still do, as in its author's own program, so that the last stage adds up too.
 */
const RULE: GregoryRule = {
  method: 'wigm-prf',
  digits: 4,
  quota: (valid, seats) => wholeQuotient(valid * UNIT, seats + 1) + 1,
  revalue(value, surplus, votes) {
    const product = (BigInt(value) * BigInt(surplus)) / BigInt(UNIT)
    return Number((product * BigInt(UNIT)) / BigInt(votes))
  },
  passesNoSurplus: true,
}

/** Single transferable vote by the PRF reference WIGM rule; `exclusions: 'batch'` is its optional step B.2. */
export function countWigm(contest: Contest): CountResult {
  return countGregory(contest, RULE)
}
