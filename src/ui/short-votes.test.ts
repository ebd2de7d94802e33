import { expect, test } from 'vitest'
import { shortVotes } from './short-votes.ts'

test.each([
  ['938.24707', '938.24'],
  ['12.50000', '12.50'],
  ['100.00000', '100'],
  ['0.00100', '0'],
  ['30', '30'],
])('%s is shown as %s', (votes, shown) => {
  expect(shortVotes(votes)).toBe(shown)
})
