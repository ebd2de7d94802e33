import { bug } from '#kernel/bug'
import type { ChangeSet } from './change.ts'
import type { Clause } from './clause.ts'
import { cutIntoWords } from './words.ts'
import { compatible, findHunks, type Hunk } from './hunks.ts'

/** What an amendment does to one clause of the base. */
export type Edit = { readonly kind: 'remove' } | { readonly kind: 'words'; readonly hunks: readonly Hunk[] }

/** The base, cut into words once. Clauses keep the order of the base. */
export type Cut = ReadonlyMap<string, readonly string[]>

/** An amendment worked out on a base: its edits by clause, its new clauses by the place they stand after. */
export interface Edits {
  readonly id: string
  readonly clauses: ReadonlyMap<string, Edit>
  readonly inserted: ReadonlyMap<string | null, readonly Clause[]>
}

/** Cuts a base into words. */
export function cutBase(base: readonly Clause[]): Cut {
  return new Map(base.map((clause) => [clause.id, cutIntoWords(clause.text)]))
}

/** Works an amendment out. Its changes must have passed `checkChanges` on this base. */
export function workOut(cut: Cut, set: ChangeSet): Edits {
  const clauses = new Map<string, Edit>()
  const inserted = new Map<string | null, Clause[]>()
  for (const change of set.changes) {
    const place = change.kind === 'insert' ? change.after : change.clause
    const words = place === null ? [] : (cut.get(place) ?? bug(`no clause ${place} in the base`))
    if (change.kind === 'insert') {
      const run = inserted.get(place) ?? []
      run.push({ id: change.clause, text: change.text })
      inserted.set(place, run)
    } else if (change.kind === 'remove') clauses.set(change.clause, { kind: 'remove' })
    else clauses.set(change.clause, { kind: 'words', hunks: findHunks(words, cutIntoWords(change.text)) })
  }
  return { id: set.id, clauses, inserted }
}

/** Whether both insert clauses of the same wording at this place: then one of the two runs is kept. */
export function sameRun(a: readonly Clause[], b: readonly Clause[]): boolean {
  return a.length === b.length && a.every((clause, i) => clause.text === b[i]?.text)
}

/** The clauses on which two amendments collide: those of the base in its order, then new ids that both use. */
export function collisionsOf(cut: Cut, a: Edits, b: Edits): readonly string[] {
  const shared = [...cut.keys()].filter((clause) => {
    const [one, other] = [a.clauses.get(clause), b.clauses.get(clause)]
    return one !== undefined && other !== undefined && editsCollide(cut.get(clause) ?? [], one, other)
  })
  return [...shared, ...newIdsTwice(a, b)]
}

function editsCollide(words: readonly string[], a: Edit, b: Edit): boolean {
  if (a.kind === 'remove' || b.kind === 'remove') return a.kind !== b.kind
  return a.hunks.some((one) => b.hunks.some((other) => !compatible(words, one, other)))
}

function newIdsTwice(a: Edits, b: Edits): readonly string[] {
  const places = new Map<string, string | null>()
  for (const [place, run] of a.inserted) for (const clause of run) places.set(clause.id, place)
  const twice: string[] = []
  for (const [place, run] of b.inserted) {
    const same = sameRun(run, a.inserted.get(place) ?? [])
    for (const { id } of run) if (places.has(id) && !(same && places.get(id) === place)) twice.push(id)
  }
  return twice.sort()
}
