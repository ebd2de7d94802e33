import type { CountOptions } from '../result.ts'
import { tiersOf } from './tiers.ts'

/** Papers are taken as they are: shared ranks are meant so, and it does not matter how far ranks lie apart. */
export const AS_WRITTEN: CountOptions = {
  equalRankings: 'equal',
  skippedRanks: 'any',
  duplicates: 'skip',
  unranked: 'last',
  exclusions: 'single',
  until: 'majority',
  ties: 'lot',
}

/** Most points first. */
export function rankByPoints(
  points: readonly number[],
  standing: readonly number[],
): readonly (readonly number[])[] {
  return tiersOf(standing, (a, b) => points[a]! > points[b]!)
}
