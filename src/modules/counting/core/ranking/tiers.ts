/**
 * Puts candidates into tiers: first those whom nobody is above, then those whom nobody of the rest is above, and so on.
 * `isAbove` must have no circles.
 */
export function tiersOf(
  candidates: readonly number[],
  isAbove: (a: number, b: number) => boolean,
): readonly (readonly number[])[] {
  const tiers: (readonly number[])[] = []
  for (let left = candidates; left.length > 0;) {
    const rest = left
    const best = rest.filter((candidate) => !rest.some((other) => isAbove(other, candidate)))
    tiers.push(best)
    left = rest.filter((candidate) => !best.includes(candidate))
  }
  return tiers
}
