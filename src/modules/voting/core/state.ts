import type { Bitmap } from '#kernel/bitmap'
import type { Instant } from '#kernel/instant'
import { createTable, type Journal, type Table } from '#kernel/journal'
import type { Majority, Outcome, Tally } from '#modules/counting/core'
import type { Fraction } from '#kernel/fraction'
import { createIssuers, type IssuersState } from './issuers.ts'
import type { Ballots, Papers } from './papers.ts'
import type { Polling } from './polling-bodies.ts'
import type { RankedCount, RankedQuestion } from './ranked.ts'
import type { Secret } from './secret.ts'

export const CHOICES = ['yes', 'no', 'abstain'] as const

/** What an open ballot may say to a question. */
export type Choice = (typeof CHOICES)[number]

/** What a vote is about: `motion`, `amendments`, … and the id of the thing. */
export type SubjectRef = { readonly kind: string; readonly id: string }

/** One question of a vote, with the majority that adopts it. */
export type VoteItem = { readonly id: string; readonly majority: Majority }

/** How a question ended. */
export type ItemResult = { readonly tally: Tally; readonly outcome: Outcome }

/** When and where (the hash of a text) members vote in secret on a machine that is not theirs, or on paper. */
export interface PollingSession {
  readonly id: string
  readonly from: Instant
  readonly until: Instant
  readonly place: string
  /** Index of the member who announced it. */
  readonly by: number
  readonly seq: number
}

export interface VoteBase {
  readonly id: string
  readonly subject: SubjectRef
  readonly unit: string
  /** Questions of yes or no; none where candidates are ranked. */
  readonly items: readonly VoteItem[]
  readonly ranked?: RankedQuestion
  readonly quorum: Fraction
  readonly opens: Instant
  readonly closes: Instant
  readonly openedSeq: number
  /**
   * The roll at the opening, of those who had a vote when it was announced: never a copy, but its size and the hash of its bitmap over
   * member indices.
   */
  readonly roll: { readonly size: number; readonly digest: string; readonly announced?: Instant }
  /** Nobody sees who votes how: ballots are collected outside the record and stand in the closing entry. */
  readonly secret?: Secret
  /** The entry that lists its keys, where they come first and are listed. */
  readonly keysSeq?: number
  /** Polling sessions that were announced for it and not cancelled, if any. Since the sixth law. */
  readonly sessions?: readonly PollingSession[]
  /** The entries by which it began again with new keys, if any. */
  readonly renewals?: readonly {
    readonly seq: number
    readonly at: Instant
    readonly why: 'restored' | 'lost'
  }[]
}

/** How many took part in a secret vote: keys signed by each issuer, keys registered, ballots under keys. */
export interface SecretCounts {
  readonly issued: readonly number[]
  readonly keys: number
  readonly cast: number
  /** Papers that were counted, and what was done at polling sessions, where there were any. */
  readonly paper?: number
  readonly polling?: Polling
}

/**
 * An open vote holds its roll and ballots (a letter a question, or packed ranks); a closed one only what they came to, and where
 * candidates were ranked its papers without names: who leaves an office may be followed by whom the same ballots name.
 */
export type Vote =
  | (VoteBase & {
      readonly status: 'open'
      readonly onRoll: Bitmap
      /** Of an open vote only: those of a secret one are not here. */
      readonly ballots: Ballots
      /** Keys that were registered before anybody votes, base64 in order of their hashes; absent before, and where none are. */
      readonly keyList?: readonly string[]
    })
  | (VoteBase & {
      readonly status: 'closed'
      readonly closedSeq: number
      readonly closedAt: Instant
      readonly results: readonly ItemResult[]
      readonly count?: RankedCount
      readonly papers?: Papers
      readonly counts?: SecretCounts
    })

export type OpenVote = Extract<Vote, { status: 'open' }>

export interface VotingState {
  readonly votes: Table<string, Vote>
  readonly issuers: IssuersState
}

export function createVoting(journal: Journal): VotingState {
  return { votes: createTable(journal), issuers: createIssuers(journal) }
}

const LETTERS: Readonly<Record<Choice, string>> = { yes: 'y', no: 'n', abstain: 'a' }

/** A ballot as a letter a question: a million of them must fit into memory. */
export function packChoices(choices: readonly Choice[]): string {
  return choices.map((choice) => LETTERS[choice]).join('')
}

/** The choices of a packed ballot. */
export function unpackChoices(packed: string): readonly Choice[] {
  return [...packed].map((letter) => (letter === 'y' ? 'yes' : letter === 'n' ? 'no' : 'abstain'))
}
