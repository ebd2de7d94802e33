import { expect, test } from 'vitest'
import { printAfter } from './sheets.server.ts'

const ids = ['m-e', 'm-b', 'm-d', 'm-a', 'm-c']

test('prints follow one another until nobody is left, and nobody is printed twice', () => {
  const first = printAfter(ids, '', 2)
  expect(first).toEqual({ members: ['m-a', 'm-b'], next: { after: 'm-b', left: 3 } })
  const second = printAfter(ids, 'm-b', 2)
  expect(second).toEqual({ members: ['m-c', 'm-d'], next: { after: 'm-d', left: 1 } })
  expect(printAfter(ids, 'm-d', 2)).toEqual({ members: ['m-e'], next: null })
})

test('the next print begins where it would, though the last of the one before chose a password meanwhile', () => {
  const left = ids.filter((id) => id !== 'm-b')
  expect(printAfter(left, 'm-b', 2).members).toEqual(['m-c', 'm-d'])
})

test('a print that takes all has none after it', () => {
  expect(printAfter(ids, '', 5).next).toBeNull()
  expect(printAfter([], '')).toEqual({ members: [], next: null })
})
