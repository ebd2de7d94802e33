import { isRefusal, type Refusal } from '#kernel/refusal'
import type { RankedBallots } from './ballots.ts'
import { countBy, type CountChoice, type MethodRule } from './methods.ts'
import type { CountResult } from './result.ts'

/** A seat that became free. Candidates by index, as on the ballots of the election. */
export interface Vacancy {
  /** Who left. */
  readonly left: number
  /** Who were elected with them and still hold their seats: nobody is unseated by a countback. */
  readonly sitting: readonly number[]
  /** Others who may not or do not want to take the seat. */
  readonly unavailable: readonly number[]
}

/** Who fills a vacancy, and the count that says so. `null`: nobody is left, or a tie is open. */
export interface Countback {
  readonly filledBy: number | null
  readonly result: CountResult
}

/**
 * Fills a vacancy from the same ballots: they are counted again by the same method, without the one who left (and those
 * not available), and of those elected the first who holds no seat yet takes it.
 */
export function countback(
  rule: MethodRule,
  ballots: RankedBallots,
  { left, sitting, unavailable }: Vacancy,
  choice: CountChoice,
): Countback | Refusal {
  const withdrawn = [...new Set([...ballots.withdrawn, left, ...unavailable])]
  const result = countBy(rule, { ...ballots, withdrawn }, choice)
  if (isRefusal(result)) return result
  return { filledBy: result.winners.find((winner) => !sitting.includes(winner)) ?? null, result }
}
