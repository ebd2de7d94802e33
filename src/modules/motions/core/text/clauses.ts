import type { Change } from './change.ts'
import type { Clause } from './clause.ts'

/** A textarea of the form that edits a text: a clause of the base, or (id null) room for new clauses at this place. */
export interface EditedClause {
  readonly id: string | null
  readonly text: string
}

/** Cuts a typed text into clauses at its blank lines. `makeId` gives the id of the clause at index n. */
export function splitIntoClauses(text: string, makeId: (n: number) => string): readonly Clause[] {
  return paragraphs(text).map((paragraph, n) => ({ id: makeId(n), text: paragraph }))
}

/**
 * The changes that a form stands for. An emptied clause is removed; a clause that got blank lines is replaced by its
 * first paragraph and the others are inserted behind it; a clause that the form does not mention stays as it is.
 * `makeId` gives the id of the new clause at index n. Ids unknown to the base come out as they are: `checkChanges`
 * refuses them.
 */
export function editToChanges(
  base: readonly Clause[],
  edited: readonly EditedClause[],
  makeId: (n: number) => string,
): readonly Change[] {
  const texts = new Map(base.map((clause) => [clause.id, clause.text]))
  const changes: Change[] = []
  let made = 0
  let after: string | null = null
  for (const { id, text } of edited) {
    let written = paragraphs(text)
    if (id !== null) {
      after = id
      const before = texts.get(id)
      if (before !== undefined && tidy(before) === tidy(text)) continue
      const [first, ...others] = written
      changes.push(
        first === undefined ? { kind: 'remove', clause: id } : { kind: 'replace', clause: id, text: first },
      )
      written = others
    }
    for (const paragraph of written)
      changes.push({ kind: 'insert', after, clause: makeId(made++), text: paragraph })
  }
  return changes
}

function paragraphs(text: string): readonly string[] {
  return tidy(text)
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
}

/** Forms send lines that end in CR LF, whatever the text had. */
function tidy(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim()
}
