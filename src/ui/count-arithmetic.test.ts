import { expect, test } from 'vitest'
import { partOf, quotientOf } from './count-arithmetic.ts'

test.each([
  ['3.00000', '10.00000', '0.3'],
  ['1.0000', '3.0000', '0.33333'],
  ['0.00001', '9.00000', '0'],
])('a surplus of %s of %s goes on at %s', (surplus, of, part) => {
  expect(partOf(surplus, of)).toBe(part)
})

test.each([
  ['10.00000', 3, 0, '3'],
  ['10', 3, 4, '3.3333'],
  ['9.999999999', 4, 9, '2.499999999'],
] as const)('%s by %s, cut off after %s digits, is %s', (votes, parts, digits, quotient) => {
  expect(quotientOf(votes, parts, digits)).toBe(quotient)
})
