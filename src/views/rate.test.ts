import { expect, test } from 'vitest'
import { createRate, rateKey } from './rate.server.ts'

test('takes so many calls a minute of each, then says how long to wait', () => {
  let now = 0
  const rate = createRate(2, () => now)
  expect([rate.count('a'), rate.count('a')]).toEqual([0, 0])
  now = 15_500
  expect(rate.count('a')).toBe(45)
  expect(rate.count('b')).toBe(0)
  now = 60_000
  expect([rate.count('a'), rate.count('a'), rate.count('a')]).toEqual([0, 0, 60])
})

test('takes any number where it is told to', () => {
  const rate = createRate(0, () => 0)
  expect(Array.from({ length: 1000 }, () => rate.count('a'))).not.toContain(1)
})

test('counts a token for itself, and a network of IPv6 as one', () => {
  expect(rateKey('t', '203.0.113.1')).toBe('t')
  expect(rateKey(undefined, '2001:db8:1:2::a')).toBe(rateKey(undefined, '2001:db8:1:2::b'))
})
