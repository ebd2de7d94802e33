import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Clause } from './clause.ts'
import { diffClauses, type ClauseDiff } from './diff-clauses.ts'

const clause = (id: string, text = `Clause ${id}.`): Clause => ({ id, text })

function side(
  diffs: readonly ClauseDiff[],
  left: 'removed' | 'inserted',
  word: 'deleted' | 'inserted',
): readonly Clause[] {
  return diffs
    .filter(({ kind }) => kind !== left)
    .map(({ id, parts }) => ({
      id,
      text: parts
        .filter(({ kind }) => kind !== word)
        .map(({ text }) => text)
        .join(''),
    }))
}

describe('two texts clause by clause', () => {
  test('keep, change, remove and insert', () => {
    const diffs = diffClauses(
      [clause('a'), clause('b', 'Dues are five dollars.'), clause('c')],
      [clause('a'), clause('n'), clause('b', 'Dues are ten dollars.')],
    )
    expect(diffs.map(({ id, kind, before, after }) => [id, kind, before, after])).toEqual([
      ['a', 'same', 1, 1],
      ['n', 'inserted', null, 2],
      ['b', 'changed', 2, 3],
      ['c', 'removed', 3, null],
    ])
    expect(diffs[2]?.parts).toEqual([
      { kind: 'same', text: 'Dues are ' },
      { kind: 'deleted', text: 'five' },
      { kind: 'inserted', text: 'ten' },
      { kind: 'same', text: ' dollars.' },
    ])
  })

  test('show both texts to the letter, whatever they are', () => {
    const text = fc.uniqueArray(
      fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), text: fc.string() }),
      {
        selector: ({ id }) => id,
      },
    )
    fc.assert(
      fc.property(text, text, (before, after) => {
        const diffs = diffClauses(before, after)
        expect(side(diffs, 'inserted', 'inserted')).toEqual(before)
        expect(side(diffs, 'removed', 'deleted')).toEqual(after)
      }),
    )
  })
})
