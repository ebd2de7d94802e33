import { hasBit, type Bitmap } from '#kernel/bitmap'
import { toBase64 } from '#kernel/bytes'
import type { Instant } from '#kernel/instant'
import { idAt, type MembersState } from '#modules/members/core'
import {
  appendLeaf,
  carryOut,
  createFrontier,
  frontierRoot,
  hashLeaf,
  planInclusion,
  type Hash,
  type Subtree,
} from '#modules/record/core'
import { pathUp } from '#modules/units/core'
import { rollOf } from '#modules/voting/core'
import type { PanelsRulesSlice } from './slice.ts'
import type { Panel, Pool } from './state.ts'

/** How many a pool has for each seat at the least: some are involved, some recuse themselves, some do not answer. */
const LEAST_PER_SEAT = 2

/** Whom a panel is drawn from: a unit, and its roll without those who are known to be involved. */
export interface FrozenPool {
  readonly unit: string
  readonly onRoll: Bitmap
}

/**
 * The pool for a panel at a moment: the roll of its unit, or of the nearest unit above where there are too few, or of the whole
 * where there are too few everywhere.
 */
export function poolOf(state: PanelsRulesSlice, panel: Panel, at: Instant): FrozenPool {
  let pool: FrozenPool = { unit: panel.unit, onRoll: new Uint8Array(0) }
  for (const { id } of pathUp(state.units, panel.unit)) {
    const onRoll = without(rollOf(state, id, at).onRoll, panel.excluded, state.members)
    pool = { unit: id, onRoll }
    if (placesOf(onRoll).length >= LEAST_PER_SEAT * panel.size) return pool
  }
  return pool
}

function without(onRoll: Bitmap, ids: readonly string[], { indices }: MembersState): Bitmap {
  for (const id of ids) {
    const index = indices.get(id)
    if (index !== undefined && hasBit(onRoll, index))
      onRoll[index >> 3] = (onRoll[index >> 3] ?? 0) & ~(1 << (index & 7))
  }
  return onRoll
}

/** The members on a frozen roll, by index, in the order in which they came: place 0, 1, 2 … of the pool. */
export function placesOf(onRoll: Bitmap): readonly number[] {
  const places: number[] = []
  for (let index = 0; index < onRoll.length * 8; index++) if (hasBit(onRoll, index)) places.push(index)
  return places
}

/** Somebody in the pool, with the proof that the root of the pool has them at this place (RFC 6962, 2.1.1; hashes in base64). */
export interface Drawn {
  readonly member: string
  readonly place: number
  readonly proof: readonly string[]
}

/**
 * What an announcement says of a pool, and the proofs for some of its places. The leaf of a place is the member's id. Whoever may not
 * read the roll can so check that whoever was drawn stood at the place that was drawn, and learns of nobody else.
 */
export function provePlaces(
  members: MembersState,
  places: readonly number[],
  wanted: readonly number[] = [],
): { readonly pool: Pool; readonly drawn: readonly Drawn[] } {
  const plans = wanted.map((place) => planInclusion(place, places.length))
  const kept = new Map<string, Hash | undefined>(plans.flat(2).map((subtree) => [keyOf(subtree), undefined]))
  const keep = (subtree: Subtree, hash: Hash): void => {
    const key = keyOf(subtree)
    if (kept.has(key)) kept.set(key, hash)
  }
  const frontier = createFrontier()
  for (const [index, member] of places.entries()) {
    const leaf = hashLeaf(idAt(members, member))
    if (wanted.length > 0) keep({ level: 0, index }, leaf)
    appendLeaf(frontier, leaf, wanted.length > 0 ? keep : undefined)
  }
  const read = (subtree: Subtree): Hash => kept.get(keyOf(subtree)) ?? new Uint8Array(32)
  return {
    pool: { size: places.length, root: toBase64(frontierRoot(frontier)) },
    drawn: wanted.map((place, i) => ({
      member: idAt(members, places[place] ?? 0),
      place,
      proof: carryOut(plans[i] ?? [], read).map(toBase64),
    })),
  }
}

function keyOf({ level, index }: Subtree): string {
  return `${level} ${index}`
}
