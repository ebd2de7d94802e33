import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addBit, createBitmap, hasBit } from './bitmap.ts'

it('is a set of small whole numbers', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), fc.array(fc.nat(99)), (size, numbers) => {
      const bitmap = createBitmap(size)
      const set = new Set(numbers.filter((number) => number < size))
      for (const number of set) addBit(bitmap, number)
      for (let number = 0; number < size; number++) expect(hasBit(bitmap, number)).toBe(set.has(number))
      // Who came after the roll was fixed is not on it, however many have come since.
      expect([size + 7, 10 * size + 8, 1e6].map((number) => hasBit(bitmap, number))).toEqual([
        false,
        false,
        false,
      ])
      expect(bitmap.length).toBe(Math.ceil(size / 8))
    }),
  )
})
