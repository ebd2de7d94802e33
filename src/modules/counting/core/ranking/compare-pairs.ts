import { SAME_RANK } from '../ballots.ts'
import { endOfRank, type Papers } from '../papers.ts'
import type { CountOptions } from '../result.ts'

/** How many voters prefer each candidate to each other: candidate `a` to `b` at `a * size + b`. */
export interface Pairs {
  readonly size: number
  readonly prefer: Float64Array
}

/**
 * Compares all candidates in pairs, whom no paper names and who are withdrawn among them (they lose to all whom a paper
 * names). Candidates of one rank are preferred to none of each other; whom a paper does not rank is below all whom it
 * ranks, or, under `no-opinion`, compared with nobody there.
 */
export function comparePairs(papers: Papers, size: number, unranked: CountOptions['unranked']): Pairs {
  const prefer = new Float64Array(size * size)
  const below = new Uint8Array(size)
  for (let paper = 0; paper < papers.voters.length; paper++) {
    const from = papers.starts[paper]!
    const to = papers.starts[paper + 1]!
    below.fill(unranked === 'last' ? 1 : 0)
    if (unranked === 'no-opinion') markNamed(papers.choices, from, to, below)
    addPaper(papers.choices, from, to, papers.voters[paper]!, below, prefer)
  }
  return { size, prefer }
}

function markNamed(choices: Uint16Array, from: number, to: number, below: Uint8Array): void {
  for (let i = from; i < to; i++) below[choices[i]! & ~SAME_RANK] = 1
}

/** Walks a paper from the best rank; `below` are the candidates under the rank that is reached. */
function addPaper(
  choices: Uint16Array,
  from: number,
  to: number,
  voters: number,
  below: Uint8Array,
  prefer: Float64Array,
): void {
  const size = below.length
  for (let i = from; i < to;) {
    const end = endOfRank(choices, i, to)
    for (let j = i; j < end; j++) below[choices[j]! & ~SAME_RANK] = 0
    for (; i < end; i++) {
      const row = (choices[i]! & ~SAME_RANK) * size
      for (let other = 0; other < size; other++) if (below[other] === 1) prefer[row + other]! += voters
    }
  }
}
