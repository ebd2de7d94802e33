import type { Pairs } from './compare-pairs.ts'
import { tiersOf } from './tiers.ts'
import { victoriesByStrength, type Victory } from './victories.ts'

/**
 * Ranks candidates by Tideman's ranked pairs with winning votes: victories are locked from the strongest down (most votes
 * for, then fewest against), and one that would close a circle with stronger ones is passed over. Victories of the very
 * same strength are taken together, and those of them that close a circle with one another are all passed over, so
 * that no order of the ballot paper decides: candidates whom only they would part share a tier, which is a named tie.
 */
export function rankByRankedPairs(pairs: Pairs, standing: readonly number[]): readonly (readonly number[])[] {
  const { size } = pairs
  const above = createOrder(size)
  for (const equals of victoriesByStrength(pairs, standing)) {
    const sound = equals.filter(({ winner, loser }) => !above.has(loser, winner))
    const [only] = sound
    if (only !== undefined && sound.length === 1) above.add(only.winner, only.loser)
    else lockTogether(sound, above)
  }
  return tiersOf(standing, above.has)
}

/** Locks those of equal victories that close no circle with one another. */
function lockTogether(equals: readonly Victory[], above: Order): void {
  const all = above.copy()
  for (const { winner, loser } of equals) all.add(winner, loser)
  for (const { winner, loser } of equals) if (!all.has(loser, winner)) above.add(winner, loser)
}

/** Who is above whom, directly or through others. */
interface Order {
  readonly has: (above: number, below: number) => boolean
  readonly add: (above: number, below: number) => void
  readonly copy: () => Order
}

function createOrder(size: number, from = new Uint8Array(size * size)): Order {
  const reach = from.slice()
  return {
    has: (a, b) => reach[a * size + b] === 1,
    add(above, below) {
      if (reach[above * size + below] === 1) return
      for (let a = 0; a < size; a++) {
        if (a !== above && reach[a * size + above] === 0) continue
        if (reach[a * size + below] === 1) continue
        reach[a * size + below] = 1
        for (let b = 0; b < size; b++) if (reach[below * size + b] === 1) reach[a * size + b] = 1
      }
    },
    copy: () => createOrder(size, reach),
  }
}
