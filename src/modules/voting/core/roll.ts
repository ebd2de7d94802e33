import { addBit, createBitmap, type Bitmap } from '#kernel/bitmap'
import { toBase64 } from '#kernel/bytes'
import { sha256 } from '#kernel/hash'
import type { Instant } from '#kernel/instant'
import { delegatesIn, type DelegatesState } from '#modules/delegates/core'
import { homeAt, votersOf, votingHome, type MembersSlice } from '#modules/members/core'
import { organizationOf, pathUp, subtree, type Unit, type UnitsSlice } from '#modules/units/core'

export type RollSlice = UnitsSlice & MembersSlice & { readonly delegates: DelegatesState }

/** Who may vote: a bitmap over member indices, with its size and hash. */
export interface Roll {
  readonly onRoll: Bitmap
  readonly size: number
  readonly digest: string
}

/** The roll of a unit at a moment: its members with a vote, or those who sit in it as delegates. */
export function rollOf(state: RollSlice, unit: string, at: Instant): Roll {
  const { length } = state.members.ids
  const onRoll = createBitmap(length)
  const votes = voting(state, unit, at)
  let size = 0
  for (let index = 0; index < length; index++) {
    if (!votes(index)) continue
    addBit(onRoll, index)
    size++
  }
  return { onRoll, size, digest: toBase64(sha256(onRoll)) }
}

/** How many stand on the roll of a unit at a moment; beyond `most` they are not counted, and `most` is the answer. */
export function countRoll(state: RollSlice, unit: string, at: Instant, most: number): number {
  const { length } = state.members.ids
  const votes = voting(state, unit, at)
  let size = 0
  for (let index = 0; index < length && size < most; index++) if (votes(index)) size++
  return size
}

/** Whether one member stands on the roll of a unit at a moment. */
export function isOnRoll(state: RollSlice, unit: string, index: number, at: Instant): boolean {
  return voting(state, unit, at)(index)
}

/** Who has a vote in a unit at a moment. */
function voting(state: RollSlice, unit: string, at: Instant): (index: number) => boolean {
  const belongsThere = belonging(state, unit, at)
  const votes = votersOf(
    state.members,
    organizationOf(state.units).status === 'founding' ? 'listed' : 'member',
    at,
  )
  return (index) => votes(index) && belongsThere(index)
}

/** Whether somebody belongs to a unit: by home, by joining a group, or as a delegate; with a vote there yet or not. */
export function belongs(state: RollSlice, unit: string, index: number): boolean {
  return belonging(state, unit, Infinity)(index)
}

/** Who belongs to a unit with all waits that are over at this moment: after a move, after joining a group. */
function belonging(
  { units, members, delegates }: RollSlice,
  unit: string,
  at: Instant,
): (index: number) => boolean {
  const found = units.units.get(unit)
  if (found === undefined) return () => false
  if (found.decidedBy === 'delegates') {
    const sitting = delegatesIn(delegates, unit)
    return (index) => sitting.has(index)
  }
  const group = units.groups.get(unit)
  if (group !== undefined) return (index) => (group.get(index) ?? NaN) <= at
  // Every home lies in the whole, whoever moved and when: of a million members none need be asked.
  if (found.parent === null) return () => true
  const inside = subtree(units, unit)
  return (index) => inside[votingHome(members, index, at)] === 1
}

/** The units that somebody belongs to: the home and what lies above it, groups joined, councils sat in; oldest first. */
export function unitsOf(state: RollSlice, index: number): readonly Unit[] {
  const { units, delegates } = state
  const found = new Set(pathUp(units, homeAt(state, index).id))
  for (const [id, roll] of units.groups.entries()) {
    const group = units.units.get(id)
    if (group !== undefined && roll.has(index)) found.add(group)
  }
  for (const mandate of delegates.mandates.values()) {
    const council = mandate.council === null ? undefined : units.units.get(mandate.council)
    if (council !== undefined && mandate.holder === index) found.add(council)
  }
  return [...found].filter(({ id }) => belongs(state, id, index)).sort((a, b) => a.index - b.index)
}
