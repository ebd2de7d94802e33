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

test('counts a network of IPv6 as one: whoever has one address there has them all', () => {
  const throttle = createThrottle(1, MINUTE, () => 0)
  throttle.count('2001:db8:1:2::a')
  expect(throttle.minutesLeft('2001:db8:1:2:ffff::b')).toBe(1)
  expect(throttle.minutesLeft('2001:db8:1:3::a')).toBe(0)
})
