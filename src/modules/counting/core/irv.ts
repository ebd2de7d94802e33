import { wholeQuotient } from './decimals.ts'
import type { Contest } from './ledger.ts'
import { chooseLowest, exclude, hopefuls, startRace, type Race } from './race.ts'
import type { CountResult } from './result.ts'
import { sureLosers } from './ties.ts'

/**
 * Instant runoff: the candidate with the fewest votes is excluded and their papers go on, until somebody has more than
 * half of the votes that are still in the count (or, by the option, until two are left). Whole votes, no arithmetic.
 */
export function countIrv(contest: Contest): CountResult {
  const race = startRace(contest, 'irv', 0, ({ piles }) => moreThanHalf(piles.votes))
  const { exclusions, until } = contest.options
  const fewest = until === 'two-left' ? 2 : 1
  for (;;) {
    const hopeful = hopefuls(race)
    if (hopeful.length <= fewest || until === 'majority') elect(race, hopeful)
    if (race.ledger.winners().length > 0 || hopeful.length === 0) return race.ledger.result()
    const losers = exclusions === 'batch' ? sureLosers(hopeful, race.piles.votes, 0, fewest) : []
    const low = losers.length > 0 ? losers : [chooseLowest(race)]
    const certain = low.filter((candidate) => candidate !== undefined)
    if (certain.length === 0) return race.ledger.result()
    exclude(race, certain)
  }
}

function elect({ ledger, piles, quota }: Race, hopeful: readonly number[]): void {
  if (hopeful.length === 1) return ledger.elect(hopeful, 'remaining')
  ledger.elect(
    hopeful.filter((candidate) => piles.votes[candidate]! >= quota()),
    'majority',
  )
}

function moreThanHalf(votes: Float64Array): number {
  return (
    wholeQuotient(
      votes.reduce((sum, of) => sum + of, 0),
      2,
    ) + 1
  )
}
