import { expect, test } from 'vitest'
import type { ClauseDiff } from '#modules/motions/core'
import { foldClauses, foldParts } from './fold.ts'

const long = 'the same words again '.repeat(40)

test('a long text between two changes is folded, and nothing of it is lost', () => {
  const parts = [
    { kind: 'inserted', text: 'First ' },
    { kind: 'same', text: long },
    { kind: 'deleted', text: 'last' },
  ] as const
  const folded = foldParts(parts)
  expect(folded.map(({ kind }) => kind)).toEqual(['inserted', 'same', 'folded', 'same', 'deleted'])
  expect(folded.map(({ text }) => text).join('')).toBe(`First ${long}last`)
})

test('short stretches, and texts without a change, stay whole', () => {
  const short = [
    { kind: 'inserted', text: 'a ' },
    { kind: 'same', text: 'few words' },
  ] as const
  expect(foldParts(short)).toEqual(short)
  expect(foldParts([{ kind: 'same', text: long }])).toEqual([{ kind: 'same', text: long }])
})

test('the end of a text is folded where only its beginning changed', () => {
  const folded = foldParts([
    { kind: 'inserted', text: 'First ' },
    { kind: 'same', text: long },
  ])
  expect(folded.map(({ kind }) => kind)).toEqual(['inserted', 'same', 'folded'])
})

const clause = (n: number, kind: ClauseDiff['kind']): ClauseDiff => ({
  id: `c${n}`,
  kind,
  before: n,
  after: n,
  parts: [{ kind: 'same', text: `clause ${n}` }],
})

test('clauses that stay are folded together between those that change', () => {
  const folded = foldClauses([clause(1, 'same'), clause(2, 'same'), clause(3, 'changed'), clause(4, 'same')])
  expect(folded.map((each) => (each.kind === 'folded' ? [each.from, each.to] : each.diff.id))).toEqual([
    [1, 2],
    'c3',
    [4, 4],
  ])
  expect(foldClauses([clause(1, 'same')])).toHaveLength(1)
  expect(foldClauses([clause(1, 'same')])[0]?.kind).toBe('shown')
})
