import type { KeptEntry } from '#modules/record/core'
import { ballotShape } from './bodies.ts'
import type { Choice } from './state.ts'

/** The ballot of a member that was counted, and the entry it stands in. */
export interface CountedBallot {
  readonly seq: number
  readonly choices: readonly Choice[]
}

/** Who voted how, from the entries of the record; a closed vote no longer holds its ballots. */
export interface RollCall {
  take(entry: KeptEntry): void
  /** By member: of several ballots the last one. */
  ballots(): ReadonlyMap<string, CountedBallot>
}

/** A roll call of this vote, to be fed the entries from its opening to its close in order. */
export function createRollCall(vote: string): RollCall {
  const ballots = new Map<string, CountedBallot>()
  return {
    take({ seq, by, type, body }) {
      if (type !== 'ballot.cast') return
      const parsed = ballotShape.safeParse(body)
      if (parsed.success && parsed.data.vote === vote) ballots.set(by, { seq, choices: parsed.data.choices })
    },
    ballots: () => ballots,
  }
}
