import type { ChangeSet } from './change.ts'
import type { Clause } from './clause.ts'
import { collisionsOf, cutBase, sameRun, workOut, type Cut, type Edits } from './edits.ts'
import { applyHunks } from './hunks.ts'

/** Two amendments (a before b by id) that cannot both be made, and a clause on which they cannot. */
export interface Collision {
  readonly a: string
  readonly b: string
  readonly clause: string
}

/** The text with all amendments made, or every pair that stands against that. */
export type Merge =
  | { readonly kind: 'merged'; readonly clauses: readonly Clause[] }
  | { readonly kind: 'collision'; readonly collisions: readonly Collision[] }

/**
 * Makes all amendments on one base at once. The answer does not depend on their order, and where no two of them collide
 * they merge. Changes of one clause merge where an unchanged word stands between them; equal ones become one; clauses
 * inserted at one place stand in the order of the amendments' ids, and stay where the clause before them is removed.
 * Ids must differ, and each amendment must have passed `checkChanges` on this base. A merge may leave no clause at all.
 */
export function mergeAmendments(base: readonly Clause[], amendments: readonly ChangeSet[]): Merge {
  const cut = cutBase(base)
  const all = amendments
    .map((set) => workOut(cut, set))
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  const collisions = all.flatMap((a, i) =>
    all.slice(i + 1).flatMap((b) => collisionsOf(cut, a, b).map((clause) => ({ a: a.id, b: b.id, clause }))),
  )
  if (collisions.length > 0) return { kind: 'collision', collisions }
  const clauses = base.flatMap((clause) => [
    ...mergeClause(cut, clause, all),
    ...mergeInserted(clause.id, all),
  ])
  return { kind: 'merged', clauses: [...mergeInserted(null, all), ...clauses] }
}

/** The clauses on which two amendments of one base collide, alike for (a, b) and (b, a); empty where both can be made. */
export function collide(base: readonly Clause[], a: ChangeSet, b: ChangeSet): readonly string[] {
  const cut = cutBase(base)
  return collisionsOf(cut, workOut(cut, a), workOut(cut, b))
}

function mergeClause(cut: Cut, clause: Clause, all: readonly Edits[]): readonly Clause[] {
  const edits = all.flatMap((edits) => edits.clauses.get(clause.id) ?? [])
  if (edits.some((edit) => edit.kind === 'remove')) return []
  const hunks = edits.flatMap((edit) => (edit.kind === 'words' ? edit.hunks : []))
  return [{ id: clause.id, text: applyHunks(cut.get(clause.id) ?? [], hunks) }]
}

function mergeInserted(place: string | null, all: readonly Edits[]): readonly Clause[] {
  const runs: (readonly Clause[])[] = []
  for (const { inserted } of all) {
    const run = inserted.get(place)
    if (run !== undefined && !runs.some((kept) => sameRun(kept, run))) runs.push(run)
  }
  return runs.flat()
}
