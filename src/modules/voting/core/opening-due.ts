import { VOTE_OPEN } from './names.ts'
import type { VotingSlice } from './slice.ts'
import type { SubjectRef } from './state.ts'

/**
 * The first law under which votes about different kinds of things fall due apart from one another. Ids of motions and petitions are chosen by those who
 * propose them, and those of rounds and elections can be foreseen: under one kind of deadline one could stand in the place of another.
 */
const OPEN_APART = 7
const APART: readonly string[] = ['election', 'recall', 'case']

type Slice = Pick<VotingSlice, 'deadlines' | 'head'>

/** The kind of deadline at which the vote about such a thing opens: `vote.open`, or `vote.open/…` for what is no motion. */
export function openingKind({ head }: Pick<Slice, 'head'>, kind: string): string {
  return head.get().law >= OPEN_APART && APART.includes(kind) ? `${VOTE_OPEN}/${kind}` : VOTE_OPEN
}

/** The type of act that carries out a kind of deadline. */
export function typeOfDeadline(kind: string): string {
  return kind.split('/')[0] ?? kind
}

/** Has the vote about something open at a time by itself. */
export function setOpening(state: Slice, { kind, id }: SubjectRef, at: number): void {
  state.deadlines.set(openingKind(state, kind), id, at)
}

/** The vote about something does not open by itself any more: it has opened, or what it was about went away. */
export function clearOpening(state: Slice, { kind, id }: SubjectRef): void {
  const own = openingKind(state, kind)
  // What fell due under an older law did so under the one kind that there was.
  state.deadlines.clear(state.deadlines.at(own, id) === undefined ? VOTE_OPEN : own, id)
}
