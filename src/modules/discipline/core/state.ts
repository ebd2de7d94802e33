import type { Instant } from '#kernel/instant'
import { createTable, type Journal, type Table } from '#kernel/journal'
import type { RuleVersion } from '#modules/rulebook/core'
import type { Measure, ProtectedRight } from './measure.ts'

/** What a charge rests on: a point of unity, or a rule of conduct by its number in a version of a unit's. */
export type Ground =
  | { readonly kind: 'unity'; readonly point: string }
  | {
      readonly kind: 'conduct'
      readonly unit: string
      readonly version: number
      readonly number: number
    }

/** Who says something in a case. `last-word`: the charged member, beside the finding, in the same space. */
export const PARTS = ['charging', 'charged', 'witness', 'last-word'] as const

/** See `PARTS`. */
export type Part = (typeof PARTS)[number]

/** Something said in a case: the text is held sealed, under its hash, and erased when the case ends. */
export interface Statement {
  readonly part: Part
  /** Which of the witnesses, in the order they were called; null for the sides. */
  readonly witness: number | null
  readonly text: string
  readonly at: Instant
  readonly seq: number
}

/** Why a case ended. All but `expired` leave nothing against the charged member. */
export const ENDS = [
  'not-signed',
  'withdrawn',
  'no-panel',
  'no-finding',
  'dismissed',
  'rejected',
  'overturned',
  'charged-before',
  'left',
  'file-lost',
  'expired',
] as const

/** See `ENDS`. */
export type End = (typeof ENDS)[number]

/** Where a case stands. `round` is 0 for the unit's own vote, then the appeals in order. */
export type CaseStage =
  /** Those who were asked to charge sign. */
  | { readonly kind: 'signing'; readonly until: Instant }
  /** The charged member answers, and a panel is drawn; nothing is found before `until`. */
  | { readonly kind: 'notice'; readonly until: Instant }
  /** The panel can find; the charge lapses at `findBy`. */
  | { readonly kind: 'hearing'; readonly findBy: Instant }
  /** The panel found for a measure; the charged member has the last word before the vote opens. */
  | { readonly kind: 'found'; readonly opens: Instant; readonly round: number }
  | { readonly kind: 'voting'; readonly vote: string; readonly round: number }
  /** The measure was adopted and does not hold yet. */
  | { readonly kind: 'appealable'; readonly until: Instant; readonly round: number }
  /** The measure holds. `expelled`: index of whoever is no member any more. */
  | {
      readonly kind: 'binding'
      readonly since: Instant
      readonly until: Instant
      readonly expelled: number | null
    }
  | { readonly kind: 'ended'; readonly at: Instant; readonly why: End }

/** Why a protective measure is over: not adopted, lifted on appeal, its days have run, or the case is over. */
export const PROTECTION_ENDS = ['rejected', 'lifted', 'expired', 'over'] as const

/** See `PROTECTION_ENDS`. */
export type ProtectionEnd = (typeof PROTECTION_ENDS)[number]

/** Where a protective measure stands. `round` is 0 for the unit's vote, 1 for that on the appeal. */
export type ProtectionStage =
  | { readonly kind: 'announced'; readonly opens: Instant; readonly round: number }
  | { readonly kind: 'voting'; readonly vote: string; readonly round: number }
  | { readonly kind: 'holding' }
  | { readonly kind: 'ended'; readonly at: Instant; readonly why: ProtectionEnd }

/** What is asked to hold before anything is found. The texts are held sealed, as those of the case. */
export interface Protection {
  readonly rights: readonly ProtectedRight[]
  readonly days: number
  readonly said: readonly {
    readonly part: 'asking' | 'reply' | 'contest'
    readonly text: string
    readonly at: Instant
    readonly seq: number
  }[]
  readonly votes: readonly string[]
  /** From its adoption until its days have run; null where it was not adopted. It may end before. */
  readonly span: { readonly since: Instant; readonly until: Instant } | null
  readonly stage: ProtectionStage
}

/** What everybody may know of a case. Nothing here depends on what is sealed, and nothing names a person. */
export interface Case {
  readonly id: string
  /** 1, 2, … in the organization. */
  readonly number: number
  readonly unit: string
  readonly ground: Ground
  readonly asked: Measure
  /** The salted hash of who is charged: it can be opened, and not guessed. */
  readonly commitment: string
  /** The rules when it was opened: no later change touches it. */
  readonly rules: RuleVersion
  readonly at: Instant
  readonly seq: number
  /** How many brought the charge; 0 as long as too few have signed. */
  readonly charging: number
  /** When notice was given. */
  readonly charged: Instant | null
  readonly panel: string | null
  readonly statements: readonly Statement[]
  /** What the panel found for. */
  readonly measure: Measure | null
  /** Units that decide appeals, in order: the next above, then the whole. */
  readonly appeals: readonly string[]
  /** Votes about it so far. */
  readonly votes: readonly string[]
  /** The complaint out of which it was brought, where it was. */
  readonly complaint?: string
  /** What holds, or was asked to hold, before anything is found. */
  readonly protection?: Protection
  readonly stage: CaseStage
}

/** A witness, called by one of the sides. */
export interface Witness {
  readonly side: 'charging' | 'charged'
  readonly member: number
}

/**
 * What is sealed in a case and known to the clerk as long as it lasts. It comes from sealed bodies alone and is forgotten, with
 * them, when the case ends: whoever has those bodies and whoever has not come to the same organization.
 */
export interface Matter {
  readonly unit: string
  readonly member: number
  readonly salt: string
  /** Who was asked to charge, the first of whom began; and who signed. */
  readonly asked: readonly number[]
  readonly signed: readonly number[]
  /** `on`: the day, by its first moment in UTC. */
  readonly deed: { readonly kind: 'deed' | 'advocacy'; readonly on: Instant }
  readonly facts: string
  readonly witnesses: readonly Witness[]
  /** Whether it was shown that an earlier case bars this one. */
  readonly barred: boolean
  /** The complaint out of which it was named, where it was; kept since the seventh law. */
  readonly complaint?: string
}

export interface CasesState {
  readonly cases: Table<string, Case>
  readonly matters: Table<string, Matter>
  /** Nothing where there is nothing: the image of a record of an older law stays what it was. */
  toJSON(): unknown
}

/** What others read of cases. */
export interface CasesSlice {
  readonly cases: CasesState
}

export function createCases(journal: Journal): CasesState {
  const tables = {
    cases: createTable<string, Case>(journal),
    matters: createTable<string, Matter>(journal),
  }
  const { cases, matters } = tables
  return { ...tables, toJSON: () => (cases.size + matters.size === 0 ? undefined : tables) }
}
