import type { Instant } from '#kernel/instant'
import { createTable, type Journal, type Table } from '#kernel/journal'

/** How a complaint ended. `referred`: a charge was brought from it, and goes its own way with notice, panel and vote. */
export type ComplaintEnd = 'withdrawn' | 'settled' | 'referred'

/** Where a complaint stands. `step`: how many of those elected for it were asked before and did not answer. */
export type ComplaintStage =
  | { readonly kind: 'asked'; readonly step: number; readonly until: Instant }
  | { readonly kind: 'taken'; readonly step: number; readonly at: Instant }
  /** All were asked and none answered: whoever complained can refer it themselves. */
  | { readonly kind: 'unanswered'; readonly at: Instant }
  | { readonly kind: 'ended'; readonly at: Instant; readonly how: ComplaintEnd }

/** What everybody may know of a complaint about harm. Nothing here names a person or depends on what is sealed. */
export interface Complaint {
  readonly id: string
  /** 1, 2, … in the organization. */
  readonly number: number
  readonly unit: string
  /** The salted hash of who complains about whom. */
  readonly commitment: string
  /** How many are asked one after the other. */
  readonly persons: number
  /** Two were ordered to keep apart, from then until then. */
  readonly separation: { readonly from: Instant; readonly until: Instant } | null
  readonly at: Instant
  readonly seq: number
  readonly stage: ComplaintStage
}

/** Something written in a complaint, by somebody concerned. The text is held sealed. */
export interface ComplaintText {
  readonly by: number
  readonly text: string
  readonly at: Instant
}

/** What is sealed: it comes from sealed bodies alone, and is forgotten with them when the complaint ends. Members by index. */
export interface ComplaintMatter {
  readonly unit: string
  readonly complainant: number
  readonly about: number
  /** Who speaks for the complainant, if somebody does. */
  readonly representative: number | null
  /** Those elected for complaints, in the order in which they are asked; without the two it is about. */
  readonly to: readonly number[]
  readonly salt: string
  readonly texts: readonly ComplaintText[]
}

export interface ComplaintsState {
  readonly complaints: Table<string, Complaint>
  readonly matters: Table<string, ComplaintMatter>
  /** Nothing where there is nothing: the image of a record of an older law stays what it was. */
  toJSON(): unknown
}

/** What others read of complaints. */
export interface ComplaintsSlice {
  readonly complaints: ComplaintsState
}

export function createComplaints(journal: Journal): ComplaintsState {
  const tables = {
    complaints: createTable<string, Complaint>(journal),
    matters: createTable<string, ComplaintMatter>(journal),
  }
  const { complaints, matters } = tables
  return { ...tables, toJSON: () => (complaints.size + matters.size === 0 ? undefined : tables) }
}
