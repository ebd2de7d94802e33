import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createDeadlines, type Deadline } from './deadlines.ts'
import { beginBatch, createJournal, keepBatch, markBatch, rollBack, rollBackTo } from './journal.ts'

const steps = fc.array(
  fc.tuple(
    fc.constantFrom('set', 'set', 'set', 'clear', 'next', 'begin', 'mark', 'back', 'roll', 'keep'),
    fc.nat(2),
    fc.nat(6),
    fc.nat(8),
  ),
  { maxLength: 120, size: 'max' },
)

const keyOf = (kind: number, subject: number): string =>
  JSON.stringify([`kind ${kind}`, `subject ${subject}`])

/** The plainest way to keep deadlines: a list of all that are held, sorted anew for each question. */
function sorted(held: ReadonlyMap<string, number>): readonly Deadline[] {
  const all = [...held].map(([key, at]) => {
    const [kind = '', subject = ''] = JSON.parse(key) as string[]
    return { at, kind, subject }
  })
  const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
  return all.sort((a, b) => a.at - b.at || compare(a.kind, b.kind) || compare(a.subject, b.subject))
}

it('the heap answers like a sorted list, through batches that are kept, rolled back, or rolled back to a mark', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const journal = createJournal()
      const deadlines = createDeadlines(journal)
      let held = new Map<string, number>()
      let begun = held
      let marked: { mark: number; held: Map<string, number> } | undefined
      for (const [what, kind, subject, at] of all) {
        if (what === 'set') {
          deadlines.set(`kind ${kind}`, `subject ${subject}`, at)
          held.set(keyOf(kind, subject), at)
        }
        if (what === 'clear') {
          deadlines.clear(`kind ${kind}`, `subject ${subject}`)
          held.delete(keyOf(kind, subject))
        }
        if (what === 'begin' && !journal.open) {
          beginBatch(journal)
          begun = new Map(held)
          marked = undefined
        }
        if (what === 'mark' && journal.open) marked = { mark: markBatch(journal), held: new Map(held) }
        if (what === 'back' && journal.open && marked !== undefined) {
          rollBackTo(journal, marked.mark)
          held = new Map(marked.held)
        }
        if (what === 'roll' && journal.open) {
          rollBack(journal)
          held = begun
        }
        if (what === 'keep' && journal.open) keepBatch(journal)
        // Asking may throw stale places of the heap away: with and without it the answers must be the same.
        if (what === 'next' || at > 5) expect(deadlines.next()).toEqual(sorted(held)[0])
      }
      expect(deadlines.toJSON()).toEqual(sorted(held))
      const order = sorted(held).map((each) => {
        const first = deadlines.next()
        deadlines.clear(each.kind, each.subject)
        return first
      })
      expect(order).toEqual(sorted(held))
      expect(deadlines.next()).toBeUndefined()
    }),
    { numRuns: 500 },
  )
})
