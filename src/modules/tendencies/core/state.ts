import type { Instant } from '#kernel/instant'
import { createTable, type Journal, type Table } from '#kernel/journal'

/** What a platform says of a point of the program, or a point of its own. */
export const STANCES = ['affirm', 'change', 'strike', 'own'] as const

/** See `STANCES`. */
export type StanceKind = (typeof STANCES)[number]

/** How much a stance matters to a tendency, from 1 (least) to 5 (most). */
export const MOST_SALIENCE = 5

/**
 * One stance of a platform: `affirm` or `strike` a point as it stands, `change` it to these clauses, or a point of its `own`, which the
 * program does not have. What is held here is a view: it binds nobody and can never be charged.
 */
export type Stance = {
  readonly stance: StanceKind
  /** The point of the program; null for one of its own. */
  readonly point: string | null
  readonly clauses: readonly string[]
  readonly salience: number
  /** Why, or an empty text. */
  readonly rationale: string
}

/** What a tendency says it stands for. */
export type Platform = readonly Stance[]

/** What signatories are asked to agree to: another platform, another name, or the end. */
export type TendencyChange =
  | { readonly kind: 'platform'; readonly platform: Platform }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'end' }

/** A change that a signatory proposed; it holds once more than half of the signatories agree. */
export interface Proposal {
  readonly id: string
  readonly tendency: string
  readonly by: number
  readonly at: Instant
  readonly seq: number
  readonly change: TendencyChange
  readonly agreed: readonly number[]
  /** The entry that made it hold; null as long as it does not. */
  readonly held: number | null
}

/** Where a tendency stands. `below`: it had too few signatories at its last review, and ends if it still has at the next. */
export type TendencyStage =
  | { readonly kind: 'forming'; readonly until: Instant }
  | { readonly kind: 'standing'; readonly since: Instant; readonly review: Instant }
  | { readonly kind: 'below'; readonly since: Instant; readonly review: Instant }
  | {
      readonly kind: 'ended'
      readonly at: Instant
      readonly why: 'never-formed' | 'own-decision' | 'too-few'
    }

/** Members of a unit united by a platform. */
export interface Tendency {
  readonly id: string
  readonly unit: string
  readonly name: string
  readonly platform: Platform
  /** How often the platform was written: 1 when founded. */
  readonly revision: number
  /** Index of who founded it, and of all who were taken in and did not leave. */
  readonly by: number
  readonly signatories: readonly number[]
  /** Who signed and waits to be taken in by a signatory: or a majority could sign it full and end it. */
  readonly waiting: readonly number[]
  /** How many it needed when it formed; a unit that grows asks no more of it. */
  readonly needed: number
  readonly at: Instant
  readonly seq: number
  readonly stage: TendencyStage
  /** Only how many signed is told, to all but its signatories. */
  readonly listed?: false
}

/** Whether everybody sees who signed. */
export function isListed({ listed }: Pick<Tendency, 'listed'>): boolean {
  return listed === undefined
}

/** What a tendency says beside a motion. The text is held, under its hash. */
export interface TendencyStatement {
  readonly tendency: string
  readonly motion: string
  readonly by: number
  readonly text: string
  readonly at: Instant
  readonly seq: number
}

export interface TendenciesState {
  readonly tendencies: Table<string, Tendency>
  readonly proposals: Table<string, Proposal>
  /** By motion. */
  readonly statements: Table<string, readonly TendencyStatement[]>
  /** Nothing where there is nothing: the image of a record of an older law stays what it was. */
  toJSON(): unknown
}

/** What others read of tendencies. */
export interface TendenciesSlice {
  readonly tendencies: TendenciesState
}

export function createTendencies(journal: Journal): TendenciesState {
  const tables = {
    tendencies: createTable<string, Tendency>(journal),
    proposals: createTable<string, Proposal>(journal),
    statements: createTable<string, readonly TendencyStatement[]>(journal),
  }
  return { ...tables, toJSON: () => (tables.tendencies.size === 0 ? undefined : tables) }
}

/** Writes some fields of a tendency anew. */
export function putTendency(
  { tendencies }: TendenciesSlice,
  id: string,
  changed: Partial<Omit<Tendency, 'id' | 'unit'>>,
): void {
  const tendency = tendencies.tendencies.get(id)
  if (tendency !== undefined) tendencies.tendencies.set(id, { ...tendency, ...changed })
}
