/** Set in a mark that shares the rank of the mark before it. */
export const SAME_RANK = 0x8000

/** A rank that was marked, but nobody can say for whom (an overvote whose candidates were not kept). */
export const UNREADABLE = 0x7fff

/** A rank left empty with a later one filled. */
export const SKIPPED = 0

/**
 * Ranked ballots in flat arrays, as a million objects would take ten times the memory and time. Paper `i` has the marks
 * from `starts[i]` up to `starts[i + 1]` and stands for `weights[i]` voters. A mark is the index of a candidate plus 1,
 * `SKIPPED` or `UNREADABLE`; the bit `SAME_RANK` says that it shares the rank of the mark before it. What a skipped,
 * shared or repeated rank means is the rule's business (`CountOptions`), so readers keep them as they stand.
 */
export interface RankedBallots {
  readonly title: string
  /** Names or ids, in the order of the ballot; a lot goes by them, so they should differ. */
  readonly candidates: readonly string[]
  /** Indices of candidates who may no longer be elected: papers pass over them. */
  readonly withdrawn: readonly number[]
  readonly seats: number
  /** One more than there are papers. */
  readonly starts: Uint32Array
  readonly marks: Uint16Array
  /** Whole numbers; together below 2^53. */
  readonly weights: Float64Array
  /** An order of all candidates that was drawn beforehand: who stands first in it is taken first where a lot must decide. */
  readonly tieOrder?: readonly number[]
}

/** One rank of a paper: an index, several that share it, or `null` for a rank left empty. */
export type Rank = number | readonly number[] | null

/** What ballots are made of where they are few: each line is how many voters, and their ranks from the first. */
export interface BallotLines {
  readonly title?: string
  readonly candidates: readonly string[]
  readonly withdrawn?: readonly number[]
  readonly seats: number
  readonly tieOrder?: readonly number[]
  readonly lines: readonly (readonly [voters: number, ranks: readonly Rank[]])[]
}

/**
 * Makes ballots from lines.
 * @example rankedBallots({ candidates: ['Ana', 'Bo', 'Cy'], seats: 1, lines: [[3, [0, 2]], [2, [[1, 2], 0]]] })
 */
export function rankedBallots({
  title = '',
  candidates,
  withdrawn = [],
  seats,
  lines,
  tieOrder,
}: BallotLines): RankedBallots {
  const starts = new Uint32Array(lines.length + 1)
  const weights = Float64Array.from(lines, ([voters]) => voters)
  const marks: number[] = []
  for (const [i, [, ranks]] of lines.entries()) {
    for (const rank of ranks) marks.push(...marksOf(rank))
    starts[i + 1] = marks.length
  }
  const ballots = { title, candidates, withdrawn, seats, starts, marks: Uint16Array.from(marks), weights }
  return tieOrder === undefined ? ballots : { ...ballots, tieOrder }
}

function marksOf(rank: Rank): readonly number[] {
  if (rank === null) return [SKIPPED]
  if (typeof rank === 'number') return [rank + 1]
  return rank.map((candidate, i) => (i === 0 ? candidate + 1 : (candidate + 1) | SAME_RANK))
}

/** How many voters the papers stand for. */
export function votersOf({ weights }: Pick<RankedBallots, 'weights'>): number {
  let voters = 0
  for (const weight of weights) voters += weight
  return voters
}
