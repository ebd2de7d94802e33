import type { Clause } from './clause.ts'
import { diffWords, type DiffPart } from './diff.ts'
import { editScript } from './edit-script.ts'

/** What became of one clause between two texts, word by word. */
export interface ClauseDiff {
  readonly id: string
  readonly kind: 'same' | 'changed' | 'inserted' | 'removed'
  /** Its number in the text before and in the text after, from 1; null where it does not stand there. */
  readonly before: number | null
  readonly after: number | null
  readonly parts: readonly DiffPart[]
}

/** Two texts clause by clause, in reading order. Clauses are known by their ids; one that moved went out and came in. */
export function diffClauses(before: readonly Clause[], after: readonly Clause[]): readonly ClauseDiff[] {
  const diffs: ClauseDiff[] = []
  const keep = (from: number, end: number, to: number): void => {
    for (const [i, clause] of before.slice(from, end).entries()) {
      const text = after[to + i]?.text ?? clause.text
      const kind = text === clause.text ? 'same' : 'changed'
      diffs.push({
        id: clause.id,
        kind,
        before: from + i + 1,
        after: to + i + 1,
        parts: diffWords(clause.text, text),
      })
    }
  }
  let [at, to] = [0, 0]
  for (const step of editScript(idsOf(before), idsOf(after))) {
    keep(at, step.start, to)
    for (const [i, { id, text }] of before.slice(step.start, step.end).entries())
      diffs.push({
        id,
        kind: 'removed',
        before: step.start + i + 1,
        after: null,
        parts: [{ kind: 'deleted', text }],
      })
    for (const [i, { id, text }] of after.slice(step.from, step.to).entries())
      diffs.push({
        id,
        kind: 'inserted',
        before: null,
        after: step.from + i + 1,
        parts: [{ kind: 'inserted', text }],
      })
    at = step.end
    to = step.to
  }
  keep(at, before.length, to)
  return diffs
}

function idsOf(clauses: readonly Clause[]): readonly string[] {
  return clauses.map(({ id }) => id)
}
