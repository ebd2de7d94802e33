import type { Contest } from './ledger.ts'
import {
  chooseLowest,
  dropOut,
  enterStage,
  exclude,
  hopefuls,
  passPapers,
  seatsLeft,
  startRace,
  type Race,
} from './race.ts'
import type { CountResult, Method } from './result.ts'
import { sayUnits } from './decimals.ts'
import { highest, sureLosers } from './ties.ts'

/** In what single transferable vote by weighted papers (the Gregory method, inclusive) differs from rule to rule. */
export interface GregoryRule {
  readonly method: Method
  readonly digits: number
  /** In units, of the valid papers. */
  readonly quota: (valid: number, seats: number) => number
  /** The value a paper goes on with, of the value it had, the surplus and all votes of whom it leaves; all in units. */
  readonly revalue: (value: number, surplus: number, votes: number) => number
  /** Whether somebody with exactly the quota has a stage of their own, at which nothing moves. */
  readonly passesNoSurplus: boolean
}

/** Counts by single transferable vote with weighted papers. */
export function countGregory(contest: Contest, rule: GregoryRule): CountResult {
  const race = startRace(contest, rule.method, rule.digits, ({ seats }, valid) => rule.quota(valid, seats))
  const batch = contest.options.exclusions === 'batch'
  let pending: readonly number[] = []
  for (;;) {
    pending = [...pending, ...electWhoReached(race)]
    if (isFilled(race)) break
    const over = pending.filter((candidate) => rule.passesNoSurplus || surplusOf(race, candidate) > 0)
    const losers = batch
      ? sureLosers(hopefuls(race), race.piles.votes, surplusOf(race, ...over), seatsLeft(race))
      : []
    if (losers.length > 0) exclude(race, losers)
    else if (over.length > 0) {
      const next = race.ledger.choose('surplus', highest(over, race.piles.votes))
      if (next === undefined) return race.ledger.result()
      passSurplus(race, next, rule)
      pending = pending.filter((candidate) => candidate !== next)
    } else {
      const next = chooseLowest(race)
      if (next === undefined) return race.ledger.result()
      exclude(race, [next])
    }
  }
  if (seatsLeft(race) > 0) race.ledger.elect(hopefuls(race), 'remaining')
  return race.ledger.result()
}

/** Whether no more than those who are left can be elected. */
function isFilled(race: Race): boolean {
  return seatsLeft(race) <= 0 || hopefuls(race).length <= seatsLeft(race)
}

function electWhoReached(race: Race): readonly number[] {
  const quota = race.quota()
  const reached = hopefuls(race).filter((candidate) => race.piles.votes[candidate]! >= quota)
  dropOut(race, reached)
  race.ledger.elect(reached, 'quota')
  return reached
}

function surplusOf(race: Race, ...candidates: readonly number[]): number {
  return candidates.reduce((sum, candidate) => sum + race.piles.votes[candidate]! - race.quota(), 0)
}

function passSurplus(race: Race, candidate: number, { digits, revalue }: GregoryRule): void {
  const votes = race.piles.votes[candidate]!
  const surplus = surplusOf(race, candidate)
  const passed = passPapers(race, candidate, race.quota(), remembering(surplus, votes, revalue))
  const say = (units: number) => sayUnits(units, digits)
  enterStage(race, { kind: 'surplus', candidate, surplus: say(surplus), of: say(votes) }, [passed])
}

/** Thousands of papers have few values between them, and each costs a division of big integers. */
function remembering(
  surplus: number,
  votes: number,
  revalue: GregoryRule['revalue'],
): (value: number) => number {
  const known = new Map<number, number>()
  return (value) => {
    const before = known.get(value)
    if (before !== undefined) return before
    const now = revalue(value, surplus, votes)
    known.set(value, now)
    return now
  }
}
