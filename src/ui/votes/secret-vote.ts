import type { Instant } from '#kernel/instant'
import type { Who } from '../effect.ts'
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
  /** Whose page it is. */
  readonly member: string
  /** How many issuers have to sign a key, and all that can: this server first, which has no other address. */
  readonly k: number
  readonly issuers: readonly { readonly name: string; readonly address: string | null }[]
  /** Whether the reader was given a key. */
  readonly issued: boolean
  /** When it began again because its keys were gone, and why: what was cast before is void. */
  readonly renewals: readonly { readonly at: Instant; readonly why: 'lost' | 'restored' }[]
  /** The fewest ballots whose result is broken down. */
  readonly smallest: number
  /** Keys signed by each issuer, keys that were used or listed, ballots; null before the close. */
  readonly counts: { readonly issued: readonly number[]; readonly keys: number; readonly cast: number } | null
  /** Where and when members vote without a device of their own. */
  readonly sessions: readonly SessionView[]
  /** What was given to the reader at a polling session; null where nothing, and after the close. */
  readonly mark: MarkView | null
  /** What was done at polling sessions; null before the close, and where there was none. */
  readonly polled: PolledView | null
}

/** A polling session as members see it. */
export interface SessionView {
  readonly id: string
  readonly from: Instant
  readonly until: Instant
  readonly place: string
}

/** `used`: a key was given out at the voting screen; `screen`: only a code yet. */
export interface MarkView {
  readonly state: 'screen' | 'used' | 'paper'
  readonly by: Who
}

/** How many each officer marked, and whose word the papers stand on. */
export interface PolledView {
  readonly papers: number
  readonly taken: number
  readonly officers: readonly { readonly who: Who; readonly screens: number; readonly papers: number }[]
  readonly batches: readonly { readonly tellers: readonly Who[]; readonly papers: number }[]
}

/** A secret vote that was put off, because too few issuers have delivered a key. */
export interface WaitingForKeysView {
  readonly unit: string
  readonly since: Instant
  readonly needed: number
  readonly lacking: readonly string[]
}
