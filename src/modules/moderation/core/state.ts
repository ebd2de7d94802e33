import type { Instant } from '#kernel/instant'
import { createTable, type Journal, type Table } from '#kernel/journal'

/**
 * What members write beside what binds, and where it stands. Motions, clauses of amendments, points, platforms and ballots are not
 * among them: what is decided on can be hidden by nobody.
 */
export const TEXT_KINDS = [
  'speech',
  'rationale',
  'reason',
  'report',
  'candidacy',
  'statement',
  'account',
  'recall',
] as const

/** See `TEXT_KINDS`. */
export type TextKind = (typeof TEXT_KINDS)[number]

/**
 * Which text. `about` and `id`, by kind: the motion and the speech; the point and the rationale; the motion and the amendment whose
 * reason it is; the motion and its minority report; the election and the member who stands; the motion and the tendency that speaks
 * beside it; the mandate and the report on it; the petition for a recall, twice.
 */
export type TextRef = { readonly kind: TextKind; readonly about: string; readonly id: string }

/** A rule of conduct: its clause keeps its id, and is cited by its number, from 1. */
export interface ConductRule {
  readonly id: string
  readonly text: string
}

/** The rules of conduct of a unit as one motion adopted them. */
export interface Conduct {
  readonly unit: string
  readonly version: number
  readonly rules: readonly ConductRule[]
  readonly motion: string
  readonly seq: number
  readonly at: Instant
}

/** A rule as a hiding cites it. */
export type CitedRule = { readonly unit: string; readonly version: number; readonly number: number }

/** What came of a hiding: it stands, unless a moderator lifted it or a panel, or its silence, restored the text. */
export type HidingStage =
  | { readonly kind: 'hidden' }
  | {
      readonly kind: 'restored'
      readonly how: 'lifted' | 'panel' | 'no-decision'
      readonly at: Instant
      readonly seq: number
    }

/** That a moderator hid a text: when, under which rule, for what reason. */
export interface Hiding {
  /** Index of the moderator. */
  readonly by: number
  readonly at: Instant
  readonly seq: number
  readonly rule: CitedRule
  readonly reason: string
  /** Until when its author can appeal. */
  readonly appealUntil: Instant
  readonly stage: HidingStage
}

/** What became of a text. One that nobody touched has no such line. */
export interface Marked {
  /** The hash of a held text, or the id of a minority report, which stands in the record itself. */
  readonly key: string
  readonly ref: TextRef
  readonly unit: string
  /** Index of who wrote it. */
  readonly author: number
  readonly hidings: readonly Hiding[]
  /** What its author did to it. */
  readonly own: {
    readonly did: 'withdrawn' | 'erased'
    readonly at: Instant
    readonly seq: number
  } | null
}

export interface ModerationState {
  /** By unit, oldest version first. */
  readonly conduct: Table<string, readonly Conduct[]>
  readonly marked: Table<string, Marked>
  /** Nothing where there is nothing: the image of a record of an older law stays what it was. */
  toJSON(): unknown
}

export function createModeration(journal: Journal): ModerationState {
  const tables = {
    conduct: createTable<string, readonly Conduct[]>(journal),
    marked: createTable<string, Marked>(journal),
  }
  const isEmpty = (): boolean => tables.conduct.size === 0 && tables.marked.size === 0
  return { ...tables, toJSON: () => (isEmpty() ? undefined : tables) }
}

/** What others read of moderation. */
export interface ModerationSlice {
  readonly moderation: ModerationState
}

/** The hiding of a text that stands now, if one does. */
export function standingHiding(marked: Pick<Marked, 'hidings'> | undefined): Hiding | undefined {
  const last = marked?.hidings.at(-1)
  return last?.stage.kind === 'hidden' ? last : undefined
}
