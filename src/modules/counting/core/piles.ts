import { SAME_RANK } from './ballots.ts'
import { NONE, nextChoice } from './next-choice.ts'
import type { Papers } from './papers.ts'

/**
 * Who holds which papers, at which value. All numbers are whole units (10^-digits of a vote): a paper's value is at most
 * 10^5 units and there are at most 10^10 voters (`MOST_VOTERS`), so every sum stays below 10^15 and a double is exact.
 */
export interface Piles {
  readonly votes: Float64Array
  readonly exhausted: number
  readonly rounding: number
  /** Moves all papers of a candidate on to the next who is continuing, each at the value that `revalue` gives it. */
  readonly pass: (from: number, revalue: (value: number) => number) => readonly Moved[]
  /** What remains with a candidate whose papers have gone (a quota, or nothing). The rest was lost to rounding. */
  readonly leave: (candidate: number, votes: number, moved: readonly Moved[]) => number
}

/** Units that went to one receiver. */
export interface Moved {
  readonly to: number | 'exhausted'
  readonly units: number
}

/** Deals papers to their first choices, each worth `unit`. */
export function dealPapers(
  papers: Papers,
  candidates: number,
  unit: number,
  continuing: Readonly<Uint8Array>,
): Piles {
  const count = papers.voters.length
  const values = new Float64Array(count).fill(unit)
  const at = new Uint32Array(count)
  // The papers of a candidate as a chain: the first is in `tops`, each knows the one below; NONE ends it.
  const tops = new Int32Array(candidates).fill(NONE)
  const below = new Int32Array(count).fill(NONE)
  const votes = new Float64Array(candidates)
  let exhausted = papers.blank * unit
  let rounding = 0

  /** Gives a paper to its next choice from a position on; the answer is to whom. */
  function give(paper: number, from: number): number {
    const position = nextChoice(papers, from, papers.starts[paper + 1]!, continuing)
    if (position === NONE) return NONE
    const to = papers.choices[position]! & ~SAME_RANK
    at[paper] = position
    below[paper] = tops[to]!
    tops[to] = paper
    return to
  }

  const initial = new Map<number, number>()
  for (let paper = 0; paper < count; paper++) credit(give(paper, papers.starts[paper]!), paper, initial)

  function credit(to: number, paper: number, moved: Map<number, number>): void {
    const units = papers.voters[paper]! * values[paper]!
    if (to === NONE) exhausted += units
    else votes[to]! += units
    moved.set(to, (moved.get(to) ?? 0) + units)
  }

  return {
    votes,
    get exhausted() {
      return exhausted
    },
    get rounding() {
      return rounding
    },
    pass(from, revalue) {
      const moved = new Map<number, number>()
      let paper = tops[from]!
      tops[from] = NONE
      while (paper !== NONE) {
        const next = below[paper]!
        values[paper] = revalue(values[paper]!)
        credit(give(paper, at[paper]! + 1), paper, moved)
        paper = next
      }
      return [...moved]
        .sort(([a], [b]) => (a === NONE ? 1 : b === NONE ? -1 : a - b))
        .map(([to, units]) => ({ to: to === NONE ? 'exhausted' : to, units }))
    },
    leave(candidate, remaining, moved) {
      const lost = moved.reduce((rest, { units }) => rest - units, votes[candidate]! - remaining)
      votes[candidate] = remaining
      rounding += lost
      return lost
    },
  }
}
