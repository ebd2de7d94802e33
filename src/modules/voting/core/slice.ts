import type { Deadlines } from '#kernel/deadlines'
import type { Journal } from '#kernel/journal'
import type { RollSlice } from './roll.ts'
import type { VotingState } from './state.ts'

/** What the rules of votes read and write. */
export type VotingSlice = RollSlice & {
  readonly voting: VotingState
  readonly deadlines: Deadlines
  readonly journal: Journal
  /** The law in force. */
  readonly head: { get(): { readonly law: number } }
}
