import { expect, test } from 'vitest'
import { exactVotes, shortVotes } from './short-votes.ts'

test.each([
  ['938.24707', '938.24'],
  ['12.50000', '12.50'],
  ['100.00000', '100'],
  ['0.00100', '0'],
  ['30', '30'],
])('%s is shown as %s', (votes, shown) => {
  expect(shortVotes(votes)).toBe(shown)
})

test.each([
  ['4.16670', '4.1667'],
  ['7.00000', '7'],
  ['3.333333334', '3.333333334'],
  ['2.666666666666666666666666666', '2.666666666…'],
  ['30', '30'],
])('%s stands as %s in arithmetic', (votes, shown) => {
  expect(exactVotes(votes)).toBe(shown)
})
