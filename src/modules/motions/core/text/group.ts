import type { ChangeSet } from './change.ts'
import type { Clause } from './clause.ts'
import { collisionsOf, cutBase, workOut, type Edits } from './edits.ts'

/**
 * The amendments in groups: those joined by collisions, directly or through others, stand together. Groups and their
 * members keep the order of the list; an amendment that collides with none is a group of one.
 */
export function groupCollisions(
  base: readonly Clause[],
  amendments: readonly ChangeSet[],
): readonly (readonly string[])[] {
  const cut = cutBase(base)
  const all = amendments.map((set) => workOut(cut, set))
  const groups: { readonly at: number; readonly edits: Edits }[][] = []
  for (const [at, edits] of all.entries()) {
    const touched = groups.filter((group) =>
      group.some((other) => collisionsOf(cut, edits, other.edits).length > 0),
    )
    for (const group of touched) groups.splice(groups.indexOf(group), 1)
    groups.push([...touched.flat(), { at, edits }].sort((a, b) => a.at - b.at))
  }
  return groups
    .sort((a, b) => (a[0]?.at ?? 0) - (b[0]?.at ?? 0))
    .map((group) => group.map((member) => member.edits.id))
}

/** Which amendments are made when each in turn is taken that collides with none taken before it. */
export interface Taken {
  readonly taken: readonly string[]
  /** Those not taken, and the first one taken that stands against each. */
  readonly displaced: readonly { readonly id: string; readonly by: string }[]
}

/** Takes amendments in their order of precedence (the order of the list). What is taken merges without a collision. */
export function takeInOrder(base: readonly Clause[], amendments: readonly ChangeSet[]): Taken {
  const cut = cutBase(base)
  const taken: Edits[] = []
  const displaced: { id: string; by: string }[] = []
  for (const set of amendments) {
    const edits = workOut(cut, set)
    const against = taken.find((other) => collisionsOf(cut, edits, other).length > 0)
    if (against === undefined) taken.push(edits)
    else displaced.push({ id: set.id, by: against.id })
  }
  return { taken: taken.map(({ id }) => id), displaced }
}
