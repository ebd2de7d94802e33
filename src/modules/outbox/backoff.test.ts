import { expect, test } from 'vitest'
import { HOUR, SECOND } from '#kernel/instant'
import { backoff } from './backoff.ts'

test('doubles from half a minute and ends at six hours', () => {
  expect([1, 2, 3, 10, 11, 50].map((attempt) => backoff(attempt, 0.999_999_999) / SECOND)).toEqual([
    30,
    60,
    120,
    30 * 2 ** 9,
    (6 * HOUR) / SECOND,
    (6 * HOUR) / SECOND,
  ])
})

test('waits at least half of it', () => {
  expect([1, 2, 50].map((attempt) => backoff(attempt, 0) / SECOND)).toEqual([15, 30, (3 * HOUR) / SECOND])
})
