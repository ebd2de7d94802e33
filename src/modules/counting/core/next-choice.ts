import { SAME_RANK } from './ballots.ts'
import { endOfRank, type Papers } from './papers.ts'

/** No choice is left on a paper. */
export const NONE = -1

/**
 * Where on a paper the next choice stands that is still in the count, from position `from` on, or `NONE`. Of a shared
 * rank only the one who is left counts; if more are, the paper ends there (options that keep shared ranks for a method
 * without fractions of papers say so: `one-continuing`).
 */
export function nextChoice(
  { choices }: Papers,
  from: number,
  to: number,
  continuing: Readonly<Uint8Array>,
): number {
  for (let i = from; i < to;) {
    const end = endOfRank(choices, i, to)
    let found = NONE
    for (; i < end; i++) {
      if (continuing[choices[i]! & ~SAME_RANK] === 0) continue
      if (found !== NONE) return NONE
      found = i
    }
    if (found !== NONE) return found
  }
  return NONE
}
