import { expect, test } from 'vitest'
import { DAY, HOUR, MINUTE } from '#kernel/instant'
import * as es from './es/time.ts'
import { sayDay, sayHours, sayLeft, sayMoment } from './time.ts'

// The suite runs under an odd time zone: what is said is in UTC.
const at = Date.UTC(2026, 11, 3, 14, 5)

test('moments are told in UTC, with their month in words', () => {
  expect(sayDay(at)).toBe('3 December 2026')
  expect(sayMoment(at)).toBe('3 December 2026, 14:05 UTC')
  expect(sayMoment(Date.UTC(2027, 0, 1))).toBe('1 January 2027, 00:00 UTC')
})

test.each([
  [3 * DAY - 1, '2 days left'],
  [2 * DAY, '2 days left'],
  [2 * DAY - 1, '47 hours left'],
  [2 * HOUR, '2 hours left'],
  [2 * HOUR - 1, '119 minutes left'],
  [2 * MINUTE - 1, '1 minute left'],
  [1, '1 minute left'],
  [0, 'over'],
])('%i ms are told as %s', (span, told) => {
  expect(sayLeft(at + span, at)).toBe(told)
})

test('hours of rules are told as days where they are full days', () => {
  expect([1, 12, 24, 36, 72].map(sayHours)).toEqual(['1 hour', '12 hours', '24 hours', '36 hours', '3 days'])
})

test('spans are told in Spanish, with their verb', () => {
  expect(es.sayLeft(at + 3 * DAY, at)).toBe('quedan 3 días')
  expect(es.sayLeft(at + 1, at)).toBe('queda 1 minuto')
  expect([1, 12, 48].map(es.sayHours)).toEqual(['1 hora', '12 horas', '2 días'])
})
