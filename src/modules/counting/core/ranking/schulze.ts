import type { Pairs } from './compare-pairs.ts'
import { tiersOf } from './tiers.ts'

/** How strong the victory of `a` over `b` is, at `a * size + b`; 0 where it is none. */
export type Strengths = Float64Array

/**
 * Ranks candidates by Schulze's method with winning votes: the strength of a victory is the number of voters for it, a
 * path of victories is as strong as its weakest, and `a` stands above `b` if the strongest path from `a` to `b` is
 * stronger than the strongest one back. Markus Schulze, Social Choice and Welfare 36 (2011).
 */
export function rankBySchulze(pairs: Pairs, standing: readonly number[]): readonly (readonly number[])[] {
  return rankByPaths(winningVotes(pairs, standing), pairs.size, standing)
}

/** Ranks candidates by the strongest paths of victories. */
export function rankByPaths(
  victories: Strengths,
  size: number,
  standing: readonly number[],
): readonly (readonly number[])[] {
  const strongest = strongestPaths(victories, size, standing)
  return tiersOf(standing, (a, b) => strongest[a * size + b]! > strongest[b * size + a]!)
}

function winningVotes({ size, prefer }: Pairs, standing: readonly number[]): Strengths {
  const strength = new Float64Array(size * size)
  for (const a of standing)
    for (const b of standing) {
      const votes = prefer[a * size + b]!
      if (votes > prefer[b * size + a]!) strength[a * size + b] = votes
    }
  return strength
}

/** The strongest path between each two candidates, in the way of Floyd and Warshall. */
function strongestPaths(victories: Strengths, size: number, standing: readonly number[]): Strengths {
  const strength = victories.slice()
  for (const by of standing)
    for (const a of standing) {
      const first = strength[a * size + by]!
      if (first === 0) continue
      for (const b of standing) {
        const second = strength[by * size + b]!
        const path = first < second ? first : second
        if (b !== a && path > strength[a * size + b]!) strength[a * size + b] = path
      }
    }
  return strength
}
