import type { Change } from './change.ts'
import type { Clause } from './clause.ts'

/** The base with one amendment's changes made, which must have passed `checkChanges` on it. */
export function applyChanges(base: readonly Clause[], changes: readonly Change[]): readonly Clause[] {
  const insertedAfter = (place: string | null): readonly Clause[] =>
    changes.flatMap((change) =>
      change.kind === 'insert' && change.after === place ? [{ id: change.clause, text: change.text }] : [],
    )
  const kept = (clause: Clause): readonly Clause[] => {
    const change = changes.find((change) => change.kind !== 'insert' && change.clause === clause.id)
    if (change === undefined) return [clause]
    return change.kind === 'remove' ? [] : [{ id: clause.id, text: change.text }]
  }
  return [...insertedAfter(null), ...base.flatMap((clause) => [...kept(clause), ...insertedAfter(clause.id)])]
}
