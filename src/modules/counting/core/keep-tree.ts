import { SAME_RANK } from './ballots.ts'
import { endOfRank, type Papers } from './papers.ts'

/** Whether a candidate hands papers on whole, keeps what reaches them, or keeps a part. */
export const OUT = 0
export const HOPEFUL = 1
export const ELECTED = 2

const EXHAUSTED = -1

/** What everybody has after all papers went through the keep values, in units. */
export interface Distribution {
  readonly votes: readonly bigint[]
  readonly exhausted: bigint
}

/** Papers merged by how far they go, for as long as nobody is elected or excluded. */
export interface KeepTree {
  readonly distribute: (keep: readonly bigint[], one: bigint) => Distribution
}

interface Branches {
  readonly parents: number[]
  readonly candidates: number[]
  /** At a shared rank, among how many a paper is divided. */
  readonly parts: number[]
  readonly voters: number[]
}

/**
 * Merges papers by the elected whom they pass and the first hopeful whom they reach. What a paper hands down depends on
 * nothing else, so a count of 43,000 papers comes to some hundred branches, and the sums are the same to the last digit.
 */
export function plantTree(papers: Papers, standing: Readonly<Uint8Array>): KeepTree {
  const passes = branches()
  const ends = branches()
  const passing = grower(passes, standing.length)
  const ending = grower(ends, standing.length)
  passing(-1, EXHAUSTED, 1, 0)
  const { starts, choices, voters } = papers

  function grow(from: number, start: number, end: number, weight: number): void {
    let node = from
    for (let i = start; i < end;) {
      const next = endOfRank(choices, i, end)
      const rank = i
      i = next
      const parts = countIn(choices, rank, next, standing)
      for (let at = rank; at < next && parts > 0; at++) {
        const candidate = choices[at]! & ~SAME_RANK
        const is = standing[candidate]!
        if (is === HOPEFUL) ending(node, candidate, parts, weight)
        else if (is === ELECTED && parts === 1) node = passing(node, candidate, 1, weight)
        else if (is === ELECTED) grow(passing(node, candidate, parts, weight), next, end, weight)
        if (is === HOPEFUL && parts === 1) return
      }
      if (parts > 1) return
    }
    ending(node, EXHAUSTED, 1, weight)
  }

  for (let paper = 0; paper < voters.length; paper++)
    grow(0, starts[paper]!, starts[paper + 1]!, voters[paper]!)
  if (papers.blank > 0) ending(0, EXHAUSTED, 1, papers.blank)
  return { distribute: distributor(passes, ends, standing.length) }
}

function countIn(choices: Uint16Array, from: number, to: number, standing: Readonly<Uint8Array>): number {
  let count = 0
  for (let i = from; i < to; i++) if (standing[choices[i]! & ~SAME_RANK] !== OUT) count++
  return count
}

function branches(): Branches {
  return { parents: [], candidates: [], parts: [], voters: [] }
}

type Grow = (parent: number, candidate: number, parts: number, voters: number) => number

/** Finds or makes a branch and adds voters to it; the answer is its number. */
function grower(branch: Branches, candidates: number): Grow {
  const known = new Map<number, number>()
  const base = candidates + 2
  return (parent, candidate, parts, voters) => {
    const key = ((parent + 1) * base + candidate + 1) * base + parts
    const old = known.get(key)
    if (old !== undefined) {
      branch.voters[old]! += voters
      return old
    }
    const number = branch.parents.length
    known.set(key, number)
    branch.parents.push(parent)
    branch.candidates.push(candidate)
    branch.parts.push(parts)
    branch.voters.push(voters)
    return number
  }
}

function distributor(passes: Branches, ends: Branches, candidates: number): KeepTree['distribute'] {
  const passers = passes.voters.map(BigInt)
  const enders = ends.voters.map(BigInt)
  const weights = new Array<bigint>(passers.length).fill(0n)

  return (keep, one) => {
    const votes = new Array<bigint>(candidates).fill(0n)
    let exhausted = 0n
    weights[0] = one
    for (let i = 1; i < passers.length; i++) {
      const candidate = passes.candidates[i]!
      const arriving = weights[passes.parents[i]!]! / BigInt(passes.parts[i]!)
      const kept = upTo(arriving * keep[candidate]!, one)
      votes[candidate]! += kept * passers[i]!
      weights[i] = arriving - kept
    }
    for (let i = 0; i < enders.length; i++) {
      const candidate = ends.candidates[i]!
      const units = (weights[ends.parents[i]!]! / BigInt(ends.parts[i]!)) * enders[i]!
      if (candidate === EXHAUSTED) exhausted += units
      else votes[candidate]! += units
    }
    return { votes, exhausted }
  }
}

/** A quotient rounded up, of numbers that are not negative. */
export function upTo(of: bigint, by: bigint): bigint {
  return (of + by - 1n) / by
}
