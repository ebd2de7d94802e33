import type { Bitmap } from '#kernel/bitmap'
import type { Json } from '#kernel/canonical'
import type { Instant } from '#kernel/instant'
import { createTable, type Journal, type Table } from '#kernel/journal'
import type { Seed } from '#modules/counting/core'
import type { SubjectRef } from '#modules/voting/core'

/**
 * A side that may give a seed and challenge. `members`: the ids of those who speak for it; null where the record does not say who
 * they are, and the server lets in whom the subject's module knows.
 */
export type Side = { readonly name: string; readonly members: readonly string[] | null }

/** Somebody who was drawn and is asked to sit. */
export interface Seat {
  readonly member: string
  /** Until when the seat has to be taken, and when it was. */
  readonly until: Instant
  readonly accepted: Instant | null
}

/** Somebody who was drawn and does not sit. Whoever is concerned in a sealed case steps aside like anybody else. */
export interface Left {
  readonly member: string
  readonly why: 'recused' | 'silent' | 'challenged'
  readonly at: Instant
}

/** A side’s wish that somebody does not sit: its first is granted, a further one by the rest of the panel. */
export interface Challenge {
  readonly side: string
  readonly member: string
  /** Hash of the held reason; a first challenge needs none. */
  readonly reason: string | null
  readonly agreed: readonly string[]
  readonly granted: Instant | null
  readonly at: Instant
}

/** What a member of the panel proposes to find. */
export interface PanelProposal {
  readonly id: string
  readonly by: string
  /** What is to be found: the subject’s own words for it. */
  readonly outcome: Json
  /** Hash of the held reasons. */
  readonly reasons: string
  readonly agreed: readonly string[]
  readonly at: Instant
  readonly seq: number
}

/** Why somebody of the panel did not agree. The text is held. */
export interface PanelDissent {
  readonly by: string
  readonly reasons: string
  readonly at: Instant
}

export type PanelStage =
  /** The clerk announces it in the same moment. */
  | { readonly kind: 'called' }
  /** The roll is frozen. Commitments until `commitUntil`, then seeds are opened until `drawAt`. */
  | {
      readonly kind: 'seeding'
      readonly commitUntil: Instant
      readonly drawAt: Instant
      readonly onRoll: Bitmap
    }
  /** Drawn; not all seats are taken. */
  | { readonly kind: 'seating' }
  /** All seats are taken: `from` then it may find, and until `until` it has to. */
  | { readonly kind: 'sitting'; readonly from: Instant; readonly until: Instant }
  | { readonly kind: 'decided'; readonly proposal: string; readonly at: Instant; readonly seq: number }
  | { readonly kind: 'undecided'; readonly why: 'no-seats' | 'no-decision'; readonly at: Instant }
  /** What it was about went away. */
  | { readonly kind: 'ended'; readonly at: Instant }

/** The roll that a panel is drawn from: how many, and the root of the tree over their ids in the order of the roll. */
export type Pool = { readonly size: number; readonly root: string }

/**
 * Members drawn by lot to find on one thing. Members stand here by id and not by index: whoever reads a public export knows no roll.
 * All of it stands in public entries: nothing here depends on a body that is closed or withdrawn.
 */
export interface Panel {
  readonly id: string
  readonly subject: SubjectRef
  /** The unit that the subject belongs to, and the one whose roll the panel is drawn from: the same, or one above it. */
  readonly asked: string
  readonly unit: string
  readonly size: number
  readonly sides: readonly Side[]
  /** Ids of those who are known to all to be involved: they are not in the pool. */
  readonly excluded: readonly string[]
  /** Days the panel has from when it may find. */
  readonly decideDays: number
  /** 1, 2, …: drawn anew where all who were drawn have left. */
  readonly round: number
  readonly pool: Pool | null
  /** The clerk's commitment, what the sides committed to and opened, and the clerk's seed once the lot was drawn. */
  readonly commitment: string | null
  readonly seeds: readonly Seed[]
  readonly seed: string | null
  /** All who were drawn in this round, in their order; seats go to the first who are free. */
  readonly order: readonly string[]
  readonly seats: readonly Seat[]
  readonly left: readonly Left[]
  readonly challenges: readonly Challenge[]
  readonly proposals: readonly PanelProposal[]
  readonly dissents: readonly PanelDissent[]
  /** Whether those who were silent were replaced once already. */
  readonly extended: boolean
  readonly at: Instant
  readonly stage: PanelStage
}

export interface PanelsState {
  readonly panels: Table<string, Panel>
  /** Nothing where there is nothing: the image of a record of an older law stays what it was. */
  toJSON(): unknown
}

/** What others read of panels. */
export interface PanelsSlice {
  readonly panels: PanelsState
}

export function createPanels(journal: Journal): PanelsState {
  const panels = createTable<string, Panel>(journal)
  return { panels, toJSON: () => (panels.size === 0 ? undefined : { panels }) }
}

/** Writes some fields of a panel anew. */
export function putPanel({ panels }: PanelsSlice, id: string, changed: Partial<Omit<Panel, 'id'>>): void {
  const panel = panels.panels.get(id)
  if (panel !== undefined) panels.panels.set(id, { ...panel, ...changed })
}
