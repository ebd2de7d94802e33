import { expect, test } from 'vitest'
import { DAY } from '#kernel/instant'
import { linePaths } from './line.ts'

const box = { width: 100, height: 50 }

test('a line runs from the first moment to the last, and from nothing up', () => {
  const readings = [
    { at: 0, value: 10 },
    { at: DAY, value: 20 },
  ]
  expect(linePaths(readings, box)).toEqual({
    line: 'M0,25L100,0',
    area: 'M0,25L100,0L100,50L0,50Z',
    last: [100, 0],
  })
})

test('nothing but noughts lies on the ground', () => {
  const readings = [
    { at: 0, value: 0 },
    { at: DAY, value: 0 },
  ]
  expect(linePaths(readings, box).line).toBe('M0,50L100,50')
})
