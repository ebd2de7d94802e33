import type { Decision, Outcome } from './yes-no.ts'

/** How a language tells the arithmetic of a decision. */
export interface CountingWords {
  readonly quorum: (decision: Decision) => string
  readonly majority: (decision: Decision) => string
  readonly outcomes: Readonly<Record<Outcome, string>>
}
