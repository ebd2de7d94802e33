import { refuse, type Refusal } from '#kernel/refusal'
import type { Change } from './change.ts'
import type { Clause } from './clause.ts'
import type { TextRefusalCode } from './messages.ts'

const because = (code: TextRefusalCode, clause?: string): Refusal =>
  refuse(code, clause === undefined ? {} : { clause })

/**
 * Why these changes cannot be an amendment of this base, if they cannot: `unknown-clause`, `clause-changed-twice`,
 * `clause-id-taken`, `clause-empty`, `changes-nothing` (all with the clause), `nothing-left`.
 */
export function checkChanges(base: readonly Clause[], changes: readonly Change[]): Refusal | undefined {
  const texts = new Map(base.map((clause) => [clause.id, clause.text]))
  const changed = new Set<string>()
  const added = new Set<string>()
  for (const change of changes) {
    const place = change.kind === 'insert' ? change.after : change.clause
    if (place !== null && !texts.has(place)) return because('unknown-clause', place)
    if (change.kind === 'insert') {
      if (texts.has(change.clause) || added.has(change.clause))
        return because('clause-id-taken', change.clause)
      added.add(change.clause)
    } else {
      if (changed.has(change.clause)) return because('clause-changed-twice', change.clause)
      changed.add(change.clause)
    }
    if (change.kind !== 'remove' && change.text.trim() === '') return because('clause-empty', change.clause)
    if (change.kind === 'replace' && change.text === texts.get(change.clause))
      return because('changes-nothing', change.clause)
  }
  if (changes.length === 0) return because('changes-nothing')
  const removed = changes.filter((change) => change.kind === 'remove').length
  return removed === texts.size && added.size === 0 ? because('nothing-left') : undefined
}
