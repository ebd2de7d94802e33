import { STAGED_METHODS, type MethodRule } from './methods.ts'
import { RANKING_METHODS } from './ranking/methods.ts'
import type { Method } from './result.ts'

/** Methods that count ranked ballots; scores are no ranks. */
export type RankedMethod = Exclude<Method, 'score'>

/** All methods that count ranked ballots. */
export const METHODS: Readonly<Record<RankedMethod, MethodRule>> = { ...STAGED_METHODS, ...RANKING_METHODS }

/** The names of all methods. */
export const METHOD_NAMES: readonly Method[] = [...(Object.keys(METHODS) as RankedMethod[]), 'score']
