import type { Instant } from '#kernel/instant'
import type { ChoiceForm } from '#modules/ballots/core'

/** What a page knows of a secret vote, for its ballot to be filled in, cast and found. */
export interface SecretVoteView {
  readonly vote: string
  /** The entry with the keys of the vote: its opening, or its new beginning. */
  readonly openedSeq: number
  /** `keys`: where they come first and voting has not begun. */
  readonly phase: 'keys' | 'voting' | 'closed'
  readonly keysUntil: Instant | null
  readonly form: ChoiceForm
  /** Whether the reader was given a key. */
  readonly issued: boolean
  /** The fewest ballots whose result is broken down. */
  readonly smallest: number
  /** Keys signed by each issuer, keys that were used or listed, ballots; null before the close. */
  readonly counts: { readonly issued: readonly number[]; readonly keys: number; readonly cast: number } | null
}
