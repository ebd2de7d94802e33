import type { Pairs } from './compare-pairs.ts'

/** A victory in a pair: so many voters for it, so many against. */
export interface Victory {
  readonly winner: number
  readonly loser: number
  readonly votes: number
  readonly against: number
}

/** Victories in groups of the same strength, the strongest first: most votes for, then fewest against. */
export function victoriesByStrength(
  pairs: Pairs,
  standing: readonly number[],
): readonly (readonly Victory[])[] {
  const groups: Victory[][] = []
  const falling = victoriesOf(pairs, standing).toSorted((a, b) => b.votes - a.votes || a.against - b.against)
  for (const victory of falling) {
    const group = groups.at(-1)
    const first = group?.[0]
    const isSame = first?.votes === victory.votes && first.against === victory.against
    if (isSame) group?.push(victory)
    else groups.push([victory])
  }
  return groups
}

function victoriesOf({ size, prefer }: Pairs, standing: readonly number[]): readonly Victory[] {
  return standing.flatMap((winner) =>
    standing.flatMap((loser) => {
      const votes = prefer[winner * size + loser]!
      const against = prefer[loser * size + winner]!
      return votes > against ? [{ winner, loser, votes, against }] : []
    }),
  )
}
