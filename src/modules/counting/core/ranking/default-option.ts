import type { Contest } from '../ledger.ts'
import { readPapers } from '../papers.ts'
import type { CountResult } from '../result.ts'
import { comparePairs, type Pairs } from './compare-pairs.ts'
import { fillSeats, rowsOf, standingIn } from './fill-seats.ts'
import { rankByPaths, type Strengths } from './schulze.ts'
import { victoriesByStrength } from './victories.ts'

/** One number to another, such as three to one. */
export type Ratio = readonly [many: number, to: number]

/**
 * A rule by which the last option of the ballot is the default, “none of these” or “further discussion”, and the others
 * have to be preferred to it by enough voters before they are compared with one another.
 */
export interface DefaultOptionRule {
  readonly name: string
  /** So many voters must prefer an option to the default: this many times the square root of the roll. */
  readonly quorumOfRoot: Ratio
  /** More than this many times as many must prefer an option to the default as the other way round. */
  readonly majority: Ratio
  /** Options (from 0) for which it is another share, such as those that would change a constitution. */
  readonly majorities?: Readonly<Record<number, Ratio>>
}

/** An option that was dropped before the others were compared. */
export interface Dropped {
  readonly option: number
  readonly because: 'quorum' | 'majority'
  /** Voters who prefer it to the default, and the other way round. */
  readonly votes: number
  readonly against: number
}

/** Counts by Schulze's method among the options that reach quorum and majority; the default option always stands. */
export function countWithDefault(
  contest: Contest,
  rule: DefaultOptionRule,
  roll: number,
): { readonly result: CountResult; readonly dropped: readonly Dropped[] } {
  const { ballots, options } = contest
  const { length } = ballots.candidates
  const pairs = comparePairs(readPapers(ballots, options), length, options.unranked)
  const dropped = standingIn(contest).flatMap((option) => whyDropped(option, pairs, rule, roll) ?? [])
  const standing = standingIn(contest).filter((option) => !dropped.some((each) => each.option === option))
  const ranking = rankByPaths(strengthsOf(pairs, standing), length, standing)
  return { result: fillSeats(contest, 'schulze', { ranking, pairs: rowsOf(pairs) }), dropped }
}

function whyDropped(
  option: number,
  { size, prefer }: Pairs,
  rule: DefaultOptionRule,
  roll: number,
): Dropped | undefined {
  const last = size - 1
  if (option === last) return undefined
  const votes = prefer[option * size + last]!
  const against = prefer[last * size + option]!
  const facts = { option, votes, against }
  if (!reachesRoot(votes, rule.quorumOfRoot, roll)) return { ...facts, because: 'quorum' }
  const [many, to] = rule.majorities?.[option] ?? rule.majority
  return BigInt(votes) * BigInt(to) > BigInt(many) * BigInt(against)
    ? undefined
    : { ...facts, because: 'majority' }
}

/** Whether a number is at least so many times a square root, without drawing it. */
function reachesRoot(votes: number, [many, to]: Ratio, roll: number): boolean {
  return (BigInt(votes) * BigInt(to)) ** 2n >= BigInt(many) ** 2n * BigInt(roll)
}

/** Of two victories the one with more voters for it is stronger; of equal ones that with fewer against it. */
function strengthsOf(pairs: Pairs, standing: readonly number[]): Strengths {
  const strengths = new Float64Array(pairs.size * pairs.size)
  const groups = victoriesByStrength(pairs, standing)
  for (const [i, group] of groups.entries())
    for (const { winner, loser } of group) strengths[winner * pairs.size + loser] = groups.length - i
  return strengths
}
