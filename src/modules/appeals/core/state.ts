import type { Instant } from '#kernel/instant'
import { createTable, type Journal, type Table } from '#kernel/journal'

/** Against what: a text that was hidden (by its key), or notice to the member who appeals. `seq`: the entry that did it. */
export type AppealSubject =
  | { readonly kind: 'hiding'; readonly text: string; readonly seq: number }
  | { readonly kind: 'standing'; readonly seq: number }

/** An appeal. It is granted where the panel says so, or says nothing in time. */
export interface Appeal {
  readonly id: string
  readonly against: AppealSubject
  readonly unit: string
  /** Indices of who appeals, and of the officer. */
  readonly by: number
  readonly officer: number
  /** Hash of the held reasons. */
  readonly reason: string
  readonly panel: string
  readonly at: Instant
  readonly seq: number
  readonly stage:
    | { readonly kind: 'pending' }
    | {
        readonly kind: 'granted'
        readonly how: 'panel' | 'no-decision'
        readonly at: Instant
        readonly seq: number
      }
    | { readonly kind: 'upheld'; readonly at: Instant; readonly seq: number }
}

export interface AppealsState {
  readonly appeals: Table<string, Appeal>
  /** Until when a member is given no notice about their standing, because one was struck; `restFor`: how long after that. */
  noticeRests(member: number, restFor: number): Instant | undefined
  /** Nothing where there is nothing: the image of a record of an older law stays what it was. */
  toJSON(): unknown
}

/** What others read of appeals. */
export interface AppealsSlice {
  readonly appeals: AppealsState
}

export function createAppeals(journal: Journal): AppealsState {
  const appeals = createTable<string, Appeal>(journal)
  return {
    appeals,
    noticeRests(member, restFor) {
      const struck = [...appeals.values()].flatMap(({ against, by, stage }) =>
        against.kind === 'standing' && by === member && stage.kind === 'granted' ? stage.at + restFor : [],
      )
      return struck.length === 0 ? undefined : Math.max(...struck)
    },
    toJSON: () => (appeals.size === 0 ? undefined : { appeals }),
  }
}

/** The appeal against what this entry did, if there was one. */
export function appealAgainst({ appeals }: AppealsSlice, seq: number): Appeal | undefined {
  return [...appeals.appeals.values()].find(({ against }) => against.seq === seq)
}
