import { votersOf, type RankedBallots } from '../ballots.ts'
import type { Lot } from '../lots.ts'
import type { CountOptions, CountResult, Method, Tie } from '../result.ts'
import { settleTie } from '../ties.ts'
import type { Pairs } from './compare-pairs.ts'

/** What is to be filled, whatever the ballots say. */
interface Places {
  readonly ballots: Omit<RankedBallots, 'starts' | 'marks'>
  readonly options: CountOptions
  readonly lot?: Lot | undefined
}

type Known = Pick<CountResult, 'ranking'> & Partial<Pick<CountResult, 'pairs' | 'points'>>

/** The candidates who may be elected. */
export function standingIn({ ballots }: Pick<Places, 'ballots'>): readonly number[] {
  return ballots.candidates.flatMap((_, i) => (ballots.withdrawn.includes(i) ? [] : [i]))
}

/** Comparisons in pairs, as a result tells them: row by row. */
export function rowsOf({ size, prefer }: Pairs): readonly (readonly number[])[] {
  return Array.from({ length: size }, (_, row) => [...prefer.subarray(row * size, (row + 1) * size)])
}

/**
 * The outcome of a method that ranks: seats are filled tier by tier. Where a tier has more candidates than seats are left, they
 * are tied, and an order given beforehand or a lot takes one after the other.
 */
export function fillSeats(contest: Places, method: Method, known: Known): CountResult {
  const { ballots, options, lot } = contest
  const winners: number[] = []
  const ties: Tie[] = []
  const rule = { names: ballots.candidates, history: [], order: ballots.tieOrder, lot, noMatter: false }
  for (const tier of known.ranking ?? []) {
    let left = tier
    while (left.length > ballots.seats - winners.length && winners.length < ballots.seats) {
      const tie = settleTie(0, 'election', left, rule)
      ties.push(tie)
      const { settled } = tie
      if (settled.by === 'open') break
      winners.push(settled.chosen)
      left = left.filter((candidate) => candidate !== settled.chosen)
    }
    if (left.length > ballots.seats - winners.length) break
    winners.push(...left)
  }
  return {
    method,
    options,
    candidates: ballots.candidates,
    withdrawn: ballots.withdrawn,
    seats: ballots.seats,
    ballots: votersOf(ballots),
    digits: 0,
    guard: 0,
    status: ties.at(-1)?.settled.by === 'open' ? 'open-tie' : 'decided',
    quota: null,
    winners,
    stages: [],
    ties,
    ...known,
  }
}
