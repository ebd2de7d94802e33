import type { Instant } from '#kernel/instant'
import { createTable, type Journal, type Table } from '#kernel/journal'
import type { Duty } from '#modules/delegates/core'
import type { BallotRules, ElectionRules, RuleVersion } from '#modules/rulebook/core'
import type { RankedCount } from '#modules/voting/core'

/** An office of a unit: what it is called, how many hold it at a time and for how long. Its mandate is the text of its motion. */
export interface Office {
  readonly id: string
  readonly unit: string
  readonly title: string
  readonly seats: number
  readonly termDays: number
  /** Terms in a row that nobody may exceed. */
  readonly termsMost: number
  readonly duties: readonly Duty[]
  /** The council to which whoever holds it is sent as a delegate, if any. */
  readonly council: string | null
  readonly motion: string
  readonly seq: number
  /** How many terms began or were called so far, and how many elections. */
  readonly terms: number
  readonly elections: number
  readonly closed: Instant | null
}

/** Somebody who was nominated; a candidate once they accepted. */
export interface Candidate {
  /** Indices of the member and of who nominated them. */
  readonly member: number
  readonly by: number
  /** Hash of the held statement; null until the nomination is accepted. */
  readonly statement: string | null
  /** What they committed to for lots, if anything, and what they opened. */
  readonly commitment: string | null
  readonly opened: string | null
  /** Under the name of which tendency they stand, if under one. */
  readonly tendency?: string
}

/** Where an election stands. */
export type ElectionStage =
  | { readonly kind: 'nominating'; readonly until: Instant }
  /** Nominations are closed, and these are the candidates; the vote opens as soon as what else is due has been entered. */
  | { readonly kind: 'ready'; readonly candidates: readonly number[] }
  | { readonly kind: 'voting'; readonly vote: string }
  /** Only a lot decides: those who committed to a seed open it until then. */
  | { readonly kind: 'drawing'; readonly vote: string; readonly until: Instant }
  /** Decided; the term begins by itself. */
  | {
      readonly kind: 'elected'
      readonly vote: string
      readonly winners: readonly number[]
      readonly begins: Instant
    }
  | {
      readonly kind: 'over'
      readonly vote: string
      readonly winners: readonly number[]
      readonly begins: Instant
    }
  | {
      readonly kind: 'failed'
      readonly vote: string | null
      readonly why: 'no-quorum' | 'office-closed'
      readonly at: Instant
    }

/** An election to an office: for a whole term, or for the rest of one. */
export interface Election {
  readonly id: string
  readonly office: string
  readonly unit: string
  /** 1, 2, … among the office's elections, and the term it is for. */
  readonly number: number
  readonly term: number
  readonly seats: number
  /** When the term begins at the earliest, and when it ends where that is fixed already. */
  readonly begins: Instant
  readonly ends: Instant | null
  /** The rules that held when it was called. */
  readonly rules: ElectionRules
  readonly ballots?: BallotRules
  readonly candidates: readonly Candidate[]
  readonly stage: ElectionStage
  /** What decided after a lot; without one the vote's own count did. */
  readonly drawn: RankedCount | null
  /** The clerk's seed, once it was opened. */
  readonly seed: string | null
  readonly at: Instant
  readonly seq: number
}

/** What became of a seat that was vacated. */
export interface Vacancy {
  /** The mandate that ended before its term. */
  readonly mandate: string
  readonly how: 'countback' | 'by-election' | 'left-empty'
  /** Index of who follows, after a countback. */
  readonly follows: number | null
  readonly count: RankedCount | null
  readonly at: Instant
  readonly seq: number
}

/** A petition to recall whoever holds a mandate. */
export interface Recall {
  readonly id: string
  readonly mandate: string
  readonly unit: string
  /** Index of who started it, and of all who signed, the first included. */
  readonly by: number
  readonly signers: readonly number[]
  readonly needed: number
  /** The held reason. */
  readonly reason: string
  /** The rules when the petition began: no later ones hit it. Since the sixth law. */
  readonly rules?: RuleVersion
  readonly at: Instant
  readonly seq: number
  readonly stage:
    | { readonly kind: 'signing'; readonly until: Instant }
    | { readonly kind: 'ready' }
    | { readonly kind: 'voting'; readonly vote: string }
    | {
        readonly kind: 'decided'
        readonly vote: string
        readonly recalled: boolean
        readonly at: Instant
      }
    | { readonly kind: 'lapsed'; readonly at: Instant }
}

export interface ElectionsState {
  readonly offices: Table<string, Office>
  readonly elections: Table<string, Election>
  readonly vacancies: Table<string, Vacancy>
  readonly recalls: Table<string, Recall>
  /** Nothing where there is nothing: the image of a record of an older law stays what it was. */
  toJSON(): unknown
}

/** What rules read of elections. */
export interface ElectionsSlice {
  readonly elections: ElectionsState
}

export function createElections(journal: Journal): ElectionsState {
  const tables = {
    offices: createTable<string, Office>(journal),
    elections: createTable<string, Election>(journal),
    vacancies: createTable<string, Vacancy>(journal),
    recalls: createTable<string, Recall>(journal),
  }
  const isEmpty = (): boolean => Object.values(tables).every(({ size }) => size === 0)
  return { ...tables, toJSON: () => (isEmpty() ? undefined : tables) }
}

/** Moves an election into a stage. */
export function moveElection({ elections }: ElectionsSlice, id: string, stage: ElectionStage): void {
  const election = elections.elections.get(id)
  if (election !== undefined) elections.elections.set(id, { ...election, stage })
}

/** The elections of an office, newest last. */
export function electionsTo({ elections }: ElectionsSlice, office: string): readonly Election[] {
  return [...elections.elections.values()].filter((each) => each.office === office)
}

/** The election of an office that is under way, if one is. */
export function electionUnderWay(state: ElectionsSlice, office: string): Election | undefined {
  return electionsTo(state, office).find(({ stage }) => !['over', 'failed'].includes(stage.kind))
}

/** Candidates of an election: those nominated who accepted. */
export function standing({ candidates }: Election): readonly Candidate[] {
  return candidates.filter(({ statement }) => statement !== null)
}
