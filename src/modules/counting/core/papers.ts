import { SAME_RANK, SKIPPED, UNREADABLE, type RankedBallots } from './ballots.ts'
import { mergePapers } from './merge-papers.ts'
import type { CountOptions } from './result.ts'

/**
 * Papers as a count uses them: only candidates who stand, each at most once, and equal papers merged. `choices` are
 * indices of candidates (not plus 1); `SAME_RANK` remains where the options keep shared ranks.
 */
export interface Papers {
  readonly starts: Uint32Array
  readonly choices: Uint16Array
  /** How many voters each stands for. */
  readonly voters: Float64Array
  /** Voters whose paper names nobody who stands. They are in no pile and in no quota. */
  readonly blank: number
}

type Reading = Pick<CountOptions, 'equalRankings' | 'skippedRanks' | 'duplicates'>

/** Reads ballots by the options, and merges papers that say the same: some hundreds for a million voters. */
export function readPapers(ballots: RankedBallots, options: Reading): Papers {
  const choices = new Uint16Array(ballots.marks.length)
  const merge = mergePapers(choices, ballots.weights.length)
  const read = reader(ballots, options, choices)
  let blank = 0
  for (let i = 0; i < ballots.weights.length; i++) {
    const length = read(ballots.starts[i]!, ballots.starts[i + 1]!, merge.at())
    if (length === 0) blank += ballots.weights[i]!
    else merge.add(length, ballots.weights[i]!)
  }
  return { ...merge.merged(), blank }
}

type ReadPaper = (from: number, to: number, at: number) => number

/** What one rank of a paper comes to: so many choices were written, or the paper ends before it. */
const ENDS = -1

/** Reads one paper, rank by rank, into `choices`; the answer is how many it has. */
function reader(
  { marks, candidates, withdrawn }: RankedBallots,
  { equalRankings, skippedRanks, duplicates }: Reading,
  choices: Uint16Array,
): ReadPaper {
  const keepsShared = equalRankings === 'equal' || equalRankings === 'one-continuing'
  const endsAtShared = equalRankings === 'exhaust' || equalRankings === 'one-continuing'
  const mayBeEmpty = skippedRanks === 'any' ? Infinity : skippedRanks
  const stands = new Uint8Array(candidates.length).fill(1)
  for (const candidate of withdrawn) stands[candidate] = 0
  // The number of the paper that named a candidate last, so that nothing has to be cleared between papers.
  const named = new Uint32Array(candidates.length)
  let paper = 0

  /** A rank that is not empty. */
  function readRank(from: number, to: number, at: number): number {
    const unreadable = (marks[from]! & ~SAME_RANK) === UNREADABLE
    if (unreadable || (to - from > 1 && !keepsShared)) return endsAtShared ? ENDS : 0
    let written = 0
    for (let i = from; i < to; i++) {
      const candidate = (marks[i]! & ~SAME_RANK) - 1
      const repeated = named[candidate] === paper
      named[candidate] = paper
      if (repeated && duplicates === 'exhaust') return ENDS
      if (repeated || stands[candidate] === 0) continue
      choices[at + written] = written === 0 ? candidate : candidate | SAME_RANK
      written++
    }
    return written
  }

  return (from, to, at) => {
    paper++
    let length = 0
    let empty = 0
    for (let i = from; i < to;) {
      const end = endOfRank(marks, i, to)
      if (marks[i] === SKIPPED && end === i + 1) {
        if (++empty > mayBeEmpty) break
      } else {
        empty = 0
        const written = readRank(i, end, at + length)
        if (written === ENDS) break
        length += written
      }
      i = end
    }
    return length
  }
}

/** Where the rank that begins at `from` ends, on a paper that ends at `to`. */
export function endOfRank(marks: Uint16Array, from: number, to: number): number {
  let end = from + 1
  while (end < to && marks[end]! >= SAME_RANK) end++
  return end
}
