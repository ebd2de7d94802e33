import type { Instant } from '#kernel/instant'
import type { Who } from '../effect.ts'

/** What became of a text, for the page on which it stands. */
export interface Mark {
  /** The page about the text; null on that page itself. */
  readonly href: string | null
  /** Whether the reader can do something to it: as its author, or as a moderator. */
  readonly may: boolean
  /** What its author did. */
  readonly own: { readonly did: 'withdrawn' | 'erased'; readonly at: Instant } | null
  readonly hiding: {
    readonly by: Who
    readonly at: Instant
    readonly number: number
    readonly rule: string
    readonly reason: string
    readonly restored: { readonly how: 'lifted' | 'panel' | 'no-decision'; readonly at: Instant } | null
  } | null
}
