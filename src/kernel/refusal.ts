import type { Json } from './canonical.ts'

/**
 * Why something was refused: a code and facts, no sentence and no HTTP status (one table at the edge makes those).
 * `code` is a kebab-case word owned by the module that refuses; `facts` are what the sentence needs.
 */
export interface Refusal {
  readonly refused: true
  readonly code: string
  readonly facts: Readonly<Record<string, Json>>
}

/** Makes a refusal. */
export function refuse(code: string, facts: Readonly<Record<string, Json>> = {}): Refusal {
  return { refused: true, code, facts }
}

/** Tells a refusal from any other answer. */
export function isRefusal(answer: unknown): answer is Refusal {
  return typeof answer === 'object' && answer !== null && 'refused' in answer && answer.refused === true
}
