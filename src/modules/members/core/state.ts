import { bug } from '#kernel/bug'
import type { Instant } from '#kernel/instant'
import {
  createColumn,
  createList,
  createTable,
  type Column,
  type Journal,
  type List,
  type Table,
} from '#kernel/journal'
import { refuse, type Refusal } from '#kernel/refusal'

/** Order counts: a column holds the number of a status. `unknown` is never held. */
const STATUSES = [
  'unknown',
  'listed',
  'struck',
  'applicant',
  'refused',
  'member',
  'lapsed',
  'former',
  'expelled',
] as const

/**
 * Where somebody stands. `listed`: on the founding roll before it is ratified; `struck`: taken off it again;
 * `applicant`; `refused`; `member`; `lapsed`: standing lapsed after notice; `former`: resigned, or may apply
 * again; `expelled`: by the way of a case, as long as that holds.
 */
export type MemberStatus = (typeof STATUSES)[number]

/** A notice that a member's standing will lapse. */
export interface StandingNotice {
  readonly until: Instant
  readonly reason: string
  readonly seq: number
  /** Index of the keeper of the roll who gave it; and whether a panel looks at it, so that nothing lapses meanwhile. Since the sixth law. */
  readonly by?: number
  readonly contested?: true
}

/**
 * Everybody who ever stood on the roll, by index in the order they came. Columns and not objects, because a million
 * members must fit into a few hundred megabytes. Names and addresses are held elsewhere and can be erased.
 */
export interface MembersState {
  readonly indices: Table<string, number>
  readonly ids: List<string>
  readonly statuses: Column
  /** Index of the home unit; of the one before, where somebody who moved votes until a moment. */
  readonly homes: Column
  readonly homesBefore: Column
  readonly homesFrom: Column
  /** From when a member is put on the rolls of votes. */
  readonly votesFrom: Column
  readonly organizers: Table<number, true>
  /** Who vouched for an applicant; gone once the application is decided. */
  readonly vouches: Table<number, readonly number[]>
  readonly notices: Table<number, StandingNotice>
  readonly erased: Table<number, true>
}

export function createMembers(journal: Journal): MembersState {
  return {
    indices: createTable(journal),
    ids: createList(journal),
    statuses: createColumn(journal, (length) => new Uint8Array(length)),
    homes: createColumn(journal, (length) => new Uint32Array(length)),
    homesBefore: createColumn(journal, (length) => new Uint32Array(length)),
    homesFrom: createColumn(journal, (length) => new Float64Array(length)),
    votesFrom: createColumn(journal, (length) => new Float64Array(length)),
    organizers: createTable(journal),
    vouches: createTable(journal),
    notices: createTable(journal),
    erased: createTable(journal),
  }
}

/** What rules read of members. */
export interface MembersSlice {
  readonly members: MembersState
}

/** The status of the member at this index. */
export function statusAt(state: MembersState, index: number): MemberStatus {
  return STATUSES[state.statuses.get(index)] ?? bug('a status that is not in the list')
}

/** Who has this status and may vote by this moment: a question that is asked of a whole roll at once. */
export function votersOf(state: MembersState, status: MemberStatus, at: Instant): (index: number) => boolean {
  const [statuses, votesFrom, wanted] = [
    state.statuses.view(),
    state.votesFrom.view(),
    STATUSES.indexOf(status),
  ]
  return (index) => statuses[index] === wanted && (votesFrom[index] ?? 0) <= at
}

/** The status under this id; `unknown` where nobody ever stood under it. */
export function statusOf(state: MembersState, id: string): MemberStatus {
  const index = state.indices.get(id)
  return index === undefined ? 'unknown' : statusAt(state, index)
}

/** Refuses whoever is neither a member nor one whose standing lapsed. */
export function checkMemberOrLapsed(state: MembersState, id: string): Refusal | undefined {
  const status = statusOf(state, id)
  return status === 'member' || status === 'lapsed'
    ? undefined
    : refuse('wrong-status', { status, wanted: ['member'] })
}

/** Puts a member into a status. */
export function setStatus(state: MembersState, index: number, status: MemberStatus): void {
  state.statuses.set(index, STATUSES.indexOf(status))
}

/** The index of an id that is known to stand on the roll. */
export function indexOf(state: MembersState, id: string): number {
  return state.indices.get(id) ?? bug(`nobody on the roll has the id ${id}`)
}

/** The id at an index that is known to stand on the roll. */
export function idAt(state: MembersState, index: number): string {
  return state.ids.at(index) ?? bug(`nobody on the roll has the index ${index}`)
}

/** The index of the unit where somebody votes: after a move it is the old home for as long as a newcomer waits. */
export function votingHome(state: MembersState, index: number, at: Instant): number {
  return (state.homesFrom.get(index) <= at ? state.homes : state.homesBefore).get(index)
}

/** Adds somebody at the end of the roll and answers the new index. */
export function addPerson(state: MembersState, id: string, home: number, status: MemberStatus): number {
  const index = state.ids.length
  state.ids.push(id)
  state.indices.set(id, index)
  state.homes.set(index, home)
  setStatus(state, index, status)
  return index
}
