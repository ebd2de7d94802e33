import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyChanges } from './apply-changes.ts'
import type { Change, ChangeSet } from './change.ts'
import { checkChanges } from './check-changes.ts'
import type { Clause } from './clause.ts'
import { collide, mergeAmendments } from './merge.ts'

const BASE: readonly Clause[] = [
  { id: 'name', text: 'The union is called Local 12.' },
  { id: 'dues', text: 'Dues are five dollars a month, paid before each first meeting.' },
  { id: 'end', text: 'This text holds at once.' },
]
const replace = (clause: string, text: string): Change => ({ kind: 'replace', clause, text })
const remove = (clause: string): Change => ({ kind: 'remove', clause })
const insert = (after: string | null, clause: string, text: string): Change => ({
  kind: 'insert',
  after,
  clause,
  text,
})
const set = (id: string, ...changes: Change[]): ChangeSet => ({ id, changes })
const merged = (...amendments: ChangeSet[]): unknown => {
  const merge = mergeAmendments(BASE, amendments)
  return merge.kind === 'merged' ? merge.clauses.map(({ id, text }) => `${id}: ${text}`) : merge.collisions
}
const TEN = set('ten', replace('dues', 'Dues are ten dollars a month, paid before each first meeting.'))
const LAST = set('last', replace('dues', 'Dues are five dollars a month, paid before each last meeting.'))
const SIX = set('six', replace('dues', 'Dues are six dollars a month, paid before each first meeting.'))
const REST = ['name: The union is called Local 12.', 'end: This text holds at once.'] as const

describe('two amendments of one clause', () => {
  test('merge where a word stands between', () => {
    expect(merged(TEN, LAST)).toContain('dues: Dues are ten dollars a month, paid before each last meeting.')
  })
  test('that do the same become one', () => {
    expect(merged(TEN, { ...TEN, id: 'too' })).toContain(
      'dues: Dues are ten dollars a month, paid before each first meeting.',
    )
    const more = (id: string): ChangeSet => set(id, replace('name', 'The union is now called Local 12.'))
    expect(merged(more('a'), more('b'))).toContain('name: The union is now called Local 12.')
  })
  test.each<[string, ChangeSet, ChangeSet]>([
    ['change the same word', TEN, SIX],
    [
      'change words that touch',
      TEN,
      set('euro', replace('dues', 'Dues are five euros a month, paid before each first meeting.')),
    ],
    [
      'overlap',
      TEN,
      set('long', replace('dues', 'Fees were twenty dollars a month, paid before each first meeting.')),
    ],
    [
      'put the same for less and for more',
      TEN,
      set('short', replace('dues', 'Dues are ten month, paid before each first meeting.')),
    ],
    [
      'put in different words at one place',
      set('a', replace('dues', 'All dues are five dollars a month, paid before each first meeting.')),
      set('b', replace('dues', 'The dues are five dollars a month, paid before each first meeting.')),
    ],
    ['change and remove', TEN, set('gone', remove('dues'))],
  ])('collide where they %s', (_, a, b) => {
    expect(collide(BASE, a, b)).toEqual(['dues'])
    expect(collide(BASE, b, a)).toEqual(['dues'])
    const [first, second] = [a.id, b.id].sort()
    expect(merged(b, a)).toEqual([{ a: first, b: second, clause: 'dues' }])
  })
  test('may both remove it', () => {
    expect(merged(set('a', remove('dues')), set('b', remove('dues')))).toEqual(REST)
  })
})

describe('new clauses at one place', () => {
  test('stand in the order of the amendments’ ids, those of one amendment in its order', () => {
    const b = set('b', insert(null, 'b1', 'B one.'), insert(null, 'b2', 'B two.'))
    const a = set('a', insert(null, 'a1', 'A.'), remove('dues'))
    expect(merged(b, a)).toEqual(['a1: A.', 'b1: B one.', 'b2: B two.', ...REST])
  })
  test('stay where the clause before them is removed', () => {
    const [name, end] = REST
    expect(merged(set('a', insert('dues', 'new', 'New.')), set('b', remove('dues')))).toEqual([
      name,
      'new: New.',
      end,
    ])
  })
  test('of the same wording are taken once', () => {
    const twice = merged(
      set('b', insert('end', 'b1', 'New.')),
      set('a', insert('end', 'a1', 'New.')),
      set('c', remove('dues')),
    )
    expect(twice).toEqual([...REST, 'a1: New.'])
  })
  test('of partly the same wording are all kept', () => {
    const b = set('b', insert('end', 'b1', 'New.'), insert('end', 'b2', 'More.'), remove('dues'))
    expect(merged(set('a', insert('end', 'a1', 'New.')), b)).toEqual([
      ...REST,
      'a1: New.',
      'b1: New.',
      'b2: More.',
    ])
  })
  test('collide where two use one id for different clauses', () => {
    expect(
      collide(BASE, set('a', insert('end', 'x', 'New.')), set('b', insert('end', 'x', 'Other.'))),
    ).toEqual(['x'])
    expect(collide(BASE, set('a', insert('end', 'x', 'New.')), set('b', insert(null, 'x', 'New.')))).toEqual([
      'x',
    ])
    expect(collide(BASE, set('a', insert('end', 'x', 'New.')), set('b', insert('end', 'x', 'New.')))).toEqual(
      [],
    )
    const crossed = set('a', insert('dues', 'x', 'New.'), insert('end', 'y', 'Other.'))
    expect(collide(BASE, crossed, set('b', insert('dues', 'y', 'New.')))).toEqual(['y'])
  })
})

test('a clause that is not in the base is a bug of the caller', () => {
  expect(() => collide(BASE, set('a', remove('none')), TEN)).toThrow('no clause none')
})

const word = fc.constantFrom('dues', 'are', 'five', 'ten', 'a', 'month', 'two', 'all')
const wording = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => `${words.join(' ')}.`)
const baseOf = fc
  .array(wording, { minLength: 1, maxLength: 4 })
  .map((texts) => texts.map((text, i) => ({ id: `c${i}`, text })))
/** Mostly small edits of the wording, so that many pairs merge. */
const edited = (text: string): fc.Arbitrary<string> =>
  fc.tuple(fc.nat(), word, fc.boolean()).map(([at, by, more]) => {
    const words = text.split(' ')
    words.splice(at % words.length, more ? 0 : 1, by)
    return words.join(' ')
  })
const changesOf = (base: readonly Clause[], id: string): fc.Arbitrary<readonly Change[]> =>
  fc
    .tuple(
      ...base.map(({ id: clause, text }) =>
        fc.oneof(
          { weight: 3, arbitrary: fc.constant<readonly Change[]>([]) },
          { weight: 3, arbitrary: edited(text).map((text) => [replace(clause, text)]) },
          { weight: 1, arbitrary: wording.map((text) => [replace(clause, text)]) },
          { weight: 1, arbitrary: fc.constant([remove(clause)]) },
          {
            weight: 1,
            arbitrary: wording.map((text) => [
              insert(clause, `${id}-${clause}`, text),
              insert(clause, `${id}-${clause}+`, text),
            ]),
          },
          { weight: 1, arbitrary: wording.map((text) => [insert(null, `shared-${clause}`, text)]) },
        ),
      ),
    )
    .map((lists) => lists.flat())
    .filter((changes) => checkChanges(base, changes) === undefined)
const cases = (most: number): fc.Arbitrary<{ base: readonly Clause[]; sets: readonly ChangeSet[] }> =>
  baseOf.chain((base) =>
    fc
      .tuple(
        ...['d', 'a', 'c', 'b']
          .slice(0, most)
          .map((id) => changesOf(base, id).map((changes) => ({ id, changes }))),
      )
      .map((sets) => ({ base, sets })),
  )
const RUNS = { numRuns: 400 }

describe('for any base and amendments', () => {
  test('none leave the base as it is', () => {
    fc.assert(
      fc.property(baseOf, (base) => {
        expect(mergeAmendments(base, [])).toEqual({ kind: 'merged', clauses: base })
      }),
      RUNS,
    )
  })
  test('one is simply made', () => {
    fc.assert(
      fc.property(cases(1), ({ base, sets }) => {
        const clauses = applyChanges(base, sets[0]?.changes ?? [])
        expect(mergeAmendments(base, sets)).toEqual({ kind: 'merged', clauses })
      }),
      RUNS,
    )
  })
  test('their order changes nothing', () => {
    fc.assert(
      fc.property(
        cases(4).chain(({ base, sets }) =>
          fc.tuple(fc.constant({ base, sets }), fc.shuffledSubarray([...sets], { minLength: sets.length })),
        ),
        ([{ base, sets }, shuffled]) => {
          expect(mergeAmendments(base, shuffled)).toEqual(mergeAmendments(base, sets))
        },
      ),
      RUNS,
    )
  })
  test('they collide both ways alike, and never with themselves', () => {
    fc.assert(
      fc.property(cases(2), ({ base, sets: [a, b] }) => {
        if (a === undefined || b === undefined) return
        expect(collide(base, a, b)).toEqual(collide(base, b, a))
        expect(collide(base, a, { ...a, id: 'again' })).toEqual([])
      }),
      RUNS,
    )
  })
  test('they merge exactly where no two collide', () => {
    let free = 0
    fc.assert(
      fc.property(cases(3), ({ base, sets }) => {
        const pairs = sets.flatMap((a, i) => sets.slice(i + 1).map((b) => collide(base, a, b)))
        const pairwiseFree = pairs.every((clauses) => clauses.length === 0)
        if (pairwiseFree) free++
        expect(mergeAmendments(base, sets).kind).toBe(pairwiseFree ? 'merged' : 'collision')
      }),
      { ...RUNS, seed: 12 },
    )
    expect(free).toBeGreaterThan(40)
    expect(free).toBeLessThan(360)
  })
  test('clauses keep id and order, ids stay unique, and each new clause is there', () => {
    fc.assert(
      fc.property(cases(3), ({ base, sets }) => {
        const merge = mergeAmendments(base, sets)
        if (merge.kind === 'collision') return
        const ids = merge.clauses.map(({ id }) => id)
        const changes = sets.flatMap((amendment) => amendment.changes)
        const removed = changes.filter((change) => change.kind === 'remove').map((change) => change.clause)
        const kept = base.map(({ id }) => id).filter((id) => !removed.includes(id))
        expect(ids.filter((id) => base.some((clause) => clause.id === id))).toEqual(kept)
        expect(new Set(ids).size).toBe(ids.length)
        for (const change of changes) {
          if (change.kind === 'insert') expect(merge.clauses.map(({ text }) => text)).toContain(change.text)
        }
      }),
      RUNS,
    )
  })
  test('a merge of two holds every word that either put in', () => {
    fc.assert(
      fc.property(fc.nat(3), fc.nat(3), (i, j) => {
        const words = ['alpha', 'between', 'beta', 'between', 'gamma', 'between', 'delta']
        const base = [{ id: 'c', text: words.join(' ') }]
        const change = (id: string, at: number): ChangeSet =>
          set(id, replace('c', words.map((word, n) => (n === 2 * at ? id : word)).join(' ')))
        const expected = words.map((word, n) => (n === 2 * i ? 'one' : n === 2 * j ? 'two' : word)).join(' ')
        const merge = mergeAmendments(base, [change('one', i), change('two', j)])
        expect(merge.kind === 'merged' ? merge.clauses[0]?.text : 'collision').toBe(
          i === j ? 'collision' : expected,
        )
      }),
    )
  })
})
