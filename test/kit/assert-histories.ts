import { writeSync } from 'node:fs'
import fc from 'fast-check'

const STANDARD_ERROR = 2
const MOST_SHRINKING = 60_000

/**
 * Asserts something of so many random values. The first that fails is told on standard error at once, with the seed that
 * `HISTORY_SEED` takes (`usual`, where a test wants the same every time): shrinking a long history takes minutes, and whoever stops it would lose what failed. So it shrinks for a
 * minute and tells the shortest that it found.
 */
export function assertHistories<Value>(
  values: fc.Arbitrary<Value>,
  holds: (value: Value) => void,
  numRuns: number,
  usual = Date.now() | 0,
): void {
  const seed = Number(process.env['HISTORY_SEED'] ?? usual)
  let runs = 0
  let shrinksUntil = Infinity
  const property = fc.property(values, (value) => {
    if (performance.now() > shrinksUntil) return
    runs++
    try {
      holds(value)
    } catch (error) {
      if (shrinksUntil === Infinity) {
        shrinksUntil = performance.now() + MOST_SHRINKING
        writeSync(STANDARD_ERROR, `\nrun ${runs} failed; again with HISTORY_SEED=${seed}\n${String(error)}\n`)
      }
      throw error
    }
  })
  fc.assert(property, { numRuns, seed })
}
