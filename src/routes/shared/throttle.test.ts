import { expect, test } from 'vitest'
import { MINUTE } from '#kernel/instant'
import { createThrottle } from './throttle.server.ts'

test('holds an address back after so many within the time, and no other', () => {
  let time = 0
  const throttle = createThrottle(2, 10 * MINUTE, () => time)
  throttle.count('a')
  expect(throttle.minutesLeft('a')).toBe(0)
  time = 4 * MINUTE
  throttle.count('a')
  expect(throttle.minutesLeft('a')).toBe(6)
  expect(throttle.minutesLeft('b')).toBe(0)
  time = 10 * MINUTE
  expect(throttle.minutesLeft('a')).toBe(0)
})
