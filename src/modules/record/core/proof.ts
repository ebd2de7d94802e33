import { bug } from '#kernel/bug'
import { floorLog2, joinSubtrees, subtreesOf, type Hash, type Subtree } from './merkle.ts'

/** What a proof consists of: for each of its hashes the complete subtrees that it is joined from. */
export type ProofPlan = readonly (readonly Subtree[])[]

/** The plan of the proof that leaf `index` stands in the tree of `size` leaves (RFC 6962, section 2.1.1). */
export function planInclusion(index: number, size: number): ProofPlan {
  if (!(index >= 0 && index < size)) bug(`leaf ${index} is not in a tree of ${size}`)
  return path(index, 0, size)
}

/** The plan of the proof that the tree of `older` leaves is the beginning of the tree of `size` (RFC 6962, section 2.1.2). */
export function planConsistency(older: number, size: number): ProofPlan {
  if (!(older >= 0 && older <= size)) bug(`a tree of ${older} is not the beginning of one of ${size}`)
  return older === 0 ? [] : subproof(older, 0, size, true)
}

/** Carries a plan out with a function that knows the hashes of complete subtrees. */
export function carryOut(plan: ProofPlan, read: (subtree: Subtree) => Hash): readonly Hash[] {
  return plan.map((subtrees) => joinSubtrees(subtrees.map(read)))
}

function path(index: number, begin: number, end: number): ProofPlan {
  if (end - begin === 1) return []
  const middle = begin + largestPowerBelow(end - begin)
  return index < middle
    ? [...path(index, begin, middle), subtreesOf(middle, end)]
    : [...path(index, middle, end), subtreesOf(begin, middle)]
}

/** SUBPROOF of the RFC; `known` as long as the older root itself would be the answer, which the verifier has. */
function subproof(older: number, begin: number, end: number, known: boolean): ProofPlan {
  if (older === end) return known ? [] : [subtreesOf(begin, end)]
  const middle = begin + largestPowerBelow(end - begin)
  return older <= middle
    ? [...subproof(older, begin, middle, known), subtreesOf(middle, end)]
    : [...subproof(older, middle, end, false), subtreesOf(begin, middle)]
}

function largestPowerBelow(count: number): number {
  return 2 ** floorLog2(count - 1)
}
