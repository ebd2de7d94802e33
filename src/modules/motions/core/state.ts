import type { Json } from '#kernel/canonical'
import type { Instant } from '#kernel/instant'
import { createList, createTable, type Journal, type List, type Table } from '#kernel/journal'
import type { Tally } from '#modules/counting/core'
import type { RuleVersion } from '#modules/rulebook/core'
import { ROLL_AT_ANNOUNCEMENT } from '#modules/voting/core'
import type { Change, Clause } from './text/index.ts'

/** What adopting a motion carries out; each kind brings fields of its own. */
export type Enactment = { readonly kind: string; readonly [field: string]: Json }

/** A decision of a quorate meeting as its tellers counted it. */
export type MeetingCount = {
  readonly heldAt: Instant
  /** Everybody present is counted: yes, no or abstaining. */
  readonly tally: Tally
  readonly roll: number
}

/** How a motion was decided, and what came of its enactment. */
export interface Decided {
  readonly kind: 'decided'
  readonly adopted: boolean
  /** Code of the refusal where the motion was adopted but could not be carried out any more. */
  readonly notCarriedOut: string | null
  readonly seq: number
  readonly at: Instant
  readonly rules: RuleVersion
  /** The vote that decided, or null for a meeting. */
  readonly vote: string | null
  readonly meeting: MeetingCount | null
  /** Until when a meeting's decision can be petitioned against, and who did, by index. */
  readonly review: {
    readonly until: Instant
    readonly petitioners: readonly number[]
    readonly needed: number
  } | null
  readonly reportsUntil: Instant
  /** The vote that took a meeting's decision back. */
  readonly revokedBy: string | null
}

/** Where a motion stands in its life. */
export type Stage =
  /** `seconds`: how many it needs. */
  | { readonly kind: 'seconding'; readonly until: Instant; readonly seconds: number }
  | {
      readonly kind: 'debate'
      readonly from: Instant
      readonly until: Instant
      /** From when no further amendment is taken, and how many seconds one needs. */
      readonly frozen: Instant
      readonly seconds: number
      readonly rules: RuleVersion
    }
  | { readonly kind: 'amending'; readonly vote: string; readonly rules: RuleVersion }
  | { readonly kind: 'amended'; readonly rules: RuleVersion }
  | { readonly kind: 'voting'; readonly vote: string; readonly rules: RuleVersion }
  /** Entered by one officer as decided by a meeting; another has to confirm it. */
  | {
      readonly kind: 'entered'
      readonly meeting: MeetingCount
      readonly by: number
      readonly until: Instant
      readonly rules: RuleVersion
    }
  | Decided
  /** A meeting's decision under review: debated again, then put to the vote of the whole roll. */
  | { readonly kind: 'review'; readonly until: Instant; readonly decided: Decided }
  | { readonly kind: 'review-voting'; readonly vote: string; readonly decided: Decided }
  | { readonly kind: 'lapsed'; readonly at: Instant }
  | { readonly kind: 'withdrawn'; readonly at: Instant }

export type StageKind = Stage['kind']

export interface Motion {
  readonly id: string
  /** 1, 2, … in the organization. */
  readonly number: number
  readonly unit: string
  readonly title: string
  /** Index of the proposer. */
  readonly by: number
  readonly seq: number
  readonly at: Instant
  readonly enactment: Enactment
  /** The text as proposed, and as it stands after amendments. */
  readonly proposed: readonly Clause[]
  readonly clauses: readonly Clause[]
  readonly seconds: readonly number[]
  readonly stage: Stage
  /** When its debate opened, or its review began: what is voted on was announced then. Since the sixth law. */
  readonly announced?: Instant
}

export type AmendmentStage =
  | { readonly kind: 'proposed' }
  | { readonly kind: 'withdrawn' }
  /** Not put to the vote, for want of seconds. */
  | { readonly kind: 'lapsed' }
  | { readonly kind: 'adopted' }
  | { readonly kind: 'rejected' }
  /** Had its majority, but collides with one that had more. */
  | { readonly kind: 'displaced'; readonly by: string }

export interface Amendment {
  readonly id: string
  /** 1, 2, … within its motion. */
  readonly number: number
  readonly motion: string
  readonly by: number
  readonly seq: number
  readonly changes: readonly Change[]
  /** Hash of the held reason, if one was given. */
  readonly reason: string | null
  readonly seconds: readonly number[]
  readonly stage: AmendmentStage
  /** Under the name of which tendency, if under one: it goes to the vote without seconds. */
  readonly tendency?: string
}

export interface Speech {
  readonly id: string
  readonly by: number
  readonly seq: number
  readonly at: Instant
  readonly side: 'for' | 'against'
  readonly text: string
}

/** A minority report stays with its decision for good, so its text is in the record. */
export interface Report {
  readonly id: string
  readonly motion: string
  readonly by: number
  readonly seq: number
  readonly text: string
  readonly signers: readonly number[]
  /** Under the name of which tendency, if under one. */
  readonly tendency?: string
}

export interface MotionsState {
  readonly motions: Table<string, Motion>
  readonly order: List<string>
  readonly amendments: Table<string, Amendment>
  readonly amendmentsOf: Table<string, List<string>>
  readonly speeches: Table<string, List<Speech>>
  readonly reports: Table<string, Report>
  readonly reportsOf: Table<string, List<string>>
}

export function createMotions(journal: Journal): MotionsState {
  return {
    motions: createTable(journal),
    order: createList(journal),
    amendments: createTable(journal),
    amendmentsOf: createTable(journal),
    speeches: createTable(journal),
    reports: createTable(journal),
    reportsOf: createTable(journal),
  }
}

/** Adds a motion with its empty lists. */
export function addMotion(
  { motions, journal }: { readonly motions: MotionsState; readonly journal: Journal },
  motion: Omit<Motion, 'number'>,
): void {
  motions.motions.set(motion.id, { ...motion, number: motions.order.length + 1 })
  motions.order.push(motion.id)
  motions.amendmentsOf.set(motion.id, createList(journal))
  motions.speeches.set(motion.id, createList(journal))
  motions.reportsOf.set(motion.id, createList(journal))
}

/** Notes from when on members know that a motion goes to the vote: its roll has nobody who got a vote later. */
export function announceMotion(
  { motions, head }: { readonly motions: MotionsState; readonly head: { get(): { readonly law: number } } },
  id: string,
  announced: Instant,
): void {
  const motion = motions.motions.get(id)
  if (motion !== undefined && head.get().law >= ROLL_AT_ANNOUNCEMENT)
    motions.motions.set(id, { ...motion, announced })
}

/** Moves a motion into a stage. */
export function moveMotion({ motions }: { readonly motions: MotionsState }, id: string, stage: Stage): void {
  const motion = motions.motions.get(id)
  if (motion !== undefined) motions.motions.set(id, { ...motion, stage })
}

/** The amendments of a motion in the order they were proposed. */
export function amendmentsTo(
  { motions }: { readonly motions: MotionsState },
  motion: string,
): readonly Amendment[] {
  const ids = motions.amendmentsOf.get(motion)?.values() ?? []
  return ids.flatMap((id) => motions.amendments.get(id) ?? [])
}
