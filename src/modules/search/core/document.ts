import type { Instant } from '#kernel/instant'

/** What can be found. */
export const KINDS = [
  'motion',
  'amendment',
  'point',
  'rationale',
  'speech',
  'report',
  'rules',
  'unit',
  'member',
] as const

/** See `KINDS`. */
export type Kind = (typeof KINDS)[number]

/** Where the text of a document stands: in the record, or held beside it, from where it can be erased. */
export type TextSource =
  | { readonly from: 'record'; readonly title: string; readonly text: string }
  /** A held text, by its hash. */
  | { readonly from: 'held'; readonly hash: string }
  /** The name of a person, by the member's id. */
  | { readonly from: 'person'; readonly member: string }

/** Something that can be found, as it is handed to the index. Of the same kind and id there is one: a later one replaces it. */
export interface Document {
  readonly kind: Kind
  readonly id: string
  /** The thing on whose page it is found: the motion of a speech, the point of a rationale. */
  readonly about: string
  readonly unit: string | null
  readonly seq: number
  readonly at: Instant
  /** Whether visitors may find it too. */
  readonly open: boolean
  readonly source: TextSource
}
