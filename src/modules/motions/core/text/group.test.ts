import { expect, test } from 'vitest'
import type { ChangeSet } from './change.ts'
import { groupCollisions, takeInOrder } from './group.ts'

const BASE = ['a', 'b', 'c', 'd'].map((id) => ({ id, text: `Clause ${id}.` }))
/** Replaces each named clause in its own words. */
const set = (id: string, ...clauses: string[]): ChangeSet => ({
  id,
  changes: clauses.map((clause) => ({ kind: 'replace', clause, text: id })),
})
const LIST = [set('1', 'a'), set('2', 'd'), set('3', 'b', 'c'), set('4', 'c'), set('5', 'a', 'b')]

test('amendments joined by collisions stand together, in the order of the list', () => {
  expect(groupCollisions(BASE, LIST)).toEqual([['1', '3', '4', '5'], ['2']])
  expect(groupCollisions(BASE, LIST.slice(0, 4))).toEqual([['1'], ['2'], ['3', '4']])
  expect(groupCollisions(BASE, [])).toEqual([])
})

test('a later amendment that joins two groups keeps the order of the first', () => {
  expect(groupCollisions(BASE, [set('x', 'c'), set('y', 'a'), set('z', 'd'), set('w', 'a', 'c')])).toEqual([
    ['x', 'y', 'w'],
    ['z'],
  ])
  const crossed = [set('1', 'a'), set('2', 'b'), set('3', 'b'), set('4', 'a'), set('5', 'a', 'b')]
  expect(groupCollisions(BASE, crossed)).toEqual([['1', '2', '3', '4', '5']])
})

test('each in turn is taken unless it collides with one taken', () => {
  expect(takeInOrder(BASE, LIST)).toEqual({
    taken: ['1', '2', '3'],
    displaced: [
      { id: '4', by: '3' },
      { id: '5', by: '1' },
    ],
  })
  expect(takeInOrder(BASE, LIST.toReversed())).toEqual({
    taken: ['5', '4', '2'],
    displaced: [
      { id: '3', by: '5' },
      { id: '1', by: '5' },
    ],
  })
})

test('what was displaced displaces nothing', () => {
  const { taken } = takeInOrder(BASE, [set('1', 'a'), set('2', 'a', 'b'), set('3', 'b')])
  expect(taken).toEqual(['1', '3'])
})

test('300 amendments are grouped within a second', () => {
  const base = Array.from({ length: 100 }, (_, i) => ({
    id: `c${i}`,
    text: `Clause ${i} says what clause ${i} says.`,
  }))
  const many = Array.from({ length: 300 }, (_, i) => set(`m${i}`, `c${i % 100}`))
  const start = performance.now()
  const groups = groupCollisions(base, many)
  expect(performance.now() - start).toBeLessThan(1000)
  expect(groups).toHaveLength(100)
})
