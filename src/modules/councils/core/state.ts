import type { Instant } from '#kernel/instant'
import { createTable, type Journal, type Table } from '#kernel/journal'
import type { Choice } from '#modules/voting/core'
import type { ApportionRule, Apportionment } from './apportion.ts'

/** How the seats of a council are shared out, as a motion set it. */
export type Allotment = ApportionRule & {
  readonly council: string
  /** Days after which members are counted again, or null where only a motion has them counted. */
  readonly everyDays: number | null
  /** When members are counted next, if they are. */
  readonly due: Instant | null
  /** The motion that set it, and the entry that adopted that. */
  readonly motion: string
  readonly seq: number
}

/** The seats of a council as they were last shared out. */
export type Seating = Apportionment & {
  readonly rule: ApportionRule
  /** The entry that counted: members in good standing as they stood at its position. */
  readonly seq: number
  readonly at: Instant
}

/** What a unit wants of its delegates in a council: an answer to one question, or the text of the motion in general. */
export interface Binding {
  /** The motion of the unit that says so; its id is the binding's. */
  readonly motion: string
  readonly unit: string
  readonly council: string
  /** A motion of the council or an amendment to one; null where the text binds in general. */
  readonly question: string | null
  readonly answer: Choice | null
  readonly seq: number
  readonly at: Instant
  /** When the unit released its delegates or bound them otherwise. */
  readonly ended: Instant | null
}

/** A report of a delegate or officer on the mandate; its text is held beside the record. */
export interface MandateReport {
  readonly id: string
  readonly mandate: string
  readonly seq: number
  readonly at: Instant
  readonly text: string
}

export interface CouncilsState {
  readonly allotments: Table<string, Allotment>
  readonly seatings: Table<string, Seating>
  readonly bindings: Table<string, Binding>
  /** By mandate, oldest first. */
  readonly reports: Table<string, readonly MandateReport[]>
  /** Seats that a unit has in a council; undefined where nobody shared them out, and any number may sit. */
  seatsOf(council: string, unit: string): number | undefined
  /** Nothing where there is nothing: the image of a record that knows none of this stays what it was. */
  toJSON(): unknown
}

export function createCouncils(journal: Journal): CouncilsState {
  const tables = {
    allotments: createTable<string, Allotment>(journal),
    seatings: createTable<string, Seating>(journal),
    bindings: createTable<string, Binding>(journal),
    reports: createTable<string, readonly MandateReport[]>(journal),
  }
  return {
    ...tables,
    seatsOf(council, unit) {
      const seating = tables.seatings.get(council)
      return seating === undefined ? undefined : (seating.rows.find((row) => row.unit === unit)?.seats ?? 0)
    },
    toJSON: () => (Object.values(tables).every(({ size }) => size === 0) ? undefined : tables),
  }
}

/** What a unit wants of its delegates in a council at a moment, oldest first. */
export function bindingsAt({ bindings }: CouncilsState, council: string, at: Instant): readonly Binding[] {
  return [...bindings.values()]
    .filter((each) => each.council === council && each.at <= at && (each.ended === null || each.ended > at))
    .sort((a, b) => a.seq - b.seq)
}
