import type { CompiledQuery } from 'kysely'
import type { Json } from '#kernel/canonical'
import type { Instant } from '#kernel/instant'
import type { KeptEntry } from '#modules/record/core'

/** Something that is to leave the house. */
export interface NewItem {
  /** Who delivers it, such as `mail`. */
  readonly kind: string
  /** Unique within the kind: the same thing is queued once, however often it is handed in. */
  readonly key: string
  /** What the deliverer needs; ids rather than texts, and gone once it is delivered. */
  readonly payload: Json
  /** The member it is about or for: it goes when they are erased. */
  readonly subject?: string | undefined
  /** By the organization's clock. */
  readonly notBefore?: Instant | undefined
  /** By the organization's clock: later nobody wants it any more. */
  readonly notAfter?: Instant | undefined
}

/** An item in the hands of a deliverer. */
export interface TakenItem {
  readonly id: number
  readonly kind: string
  readonly key: string
  readonly payload: Json
  readonly subject: string | undefined
  /** 1 at the first. */
  readonly attempt: number
}

/**
 * What became of a delivery. Errors are short codes that the operator sees: no address, no text.
 * `done` may bring rows that are written together with the mark that it is done, and a word on how it ended.
 * `later`: not before this moment of the organization's clock, and this was no attempt.
 */
export type Outcome =
  | { readonly status: 'done'; readonly note?: string; readonly alongside?: readonly CompiledQuery[] }
  | { readonly status: 'again'; readonly error: string }
  | { readonly status: 'never'; readonly error: string }
  | { readonly status: 'later'; readonly at: Instant }

/** Delivers one item; `signal` is given when the server stops or the time for one attempt is over. */
export type Deliver = (item: TakenItem, signal: AbortSignal) => Promise<Outcome>

/** Delivers the items of a kind. */
export interface Deliverer {
  readonly kind: string
  readonly deliver: Deliver
  /** How many at once (4). */
  readonly atOnce?: number
  /** Milliseconds from the first attempt after which it is given up (5 days). */
  readonly giveUpAfter?: number
}

/** Turns entries of the record into items, each entry once. It begins at the end of the record when it is first seen. */
export interface Follower {
  /** For ever: its place in the record is kept under it. */
  readonly name: string
  readonly handle: (entries: readonly KeptEntry[]) => Promise<readonly NewItem[]> | readonly NewItem[]
}

/** Turns time that has passed into items, each moment once: (after, until]. It begins when it is first seen. */
export interface Planner {
  readonly name: string
  readonly plan: (after: Instant, until: Instant) => Promise<readonly NewItem[]>
}

/** What a part of the program wants done behind the pages. */
export interface OutboxPart {
  readonly followers?: readonly Follower[]
  readonly planners?: readonly Planner[]
  readonly deliverers?: readonly Deliverer[]
  /** Gives up what the deliverers hold, such as connections, once they have ended. */
  readonly close?: () => void
}

/** `waiting` until it is delivered or given up. */
export type ItemState = 'waiting' | 'done' | 'given-up'

/** An item as the operator sees it. */
export interface ListedItem extends Omit<TakenItem, 'attempt'> {
  readonly state: ItemState
  readonly attempts: number
  /** The last error, or how it ended. */
  readonly note: string | undefined
  readonly notBefore: Instant
  readonly endedAt: Instant | undefined
}
