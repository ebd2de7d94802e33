import { Secret } from 'otpauth'
import { expect, test } from 'vitest'
import { SECOND } from '#kernel/instant'
import { addressOf, newFactorSecret, stepOf } from './totp.server.ts'

// RFC 6238, appendix B, SHA-1: the last six of its eight digits, which is what six digits are (RFC 4226, 5.3).
const RFC_SECRET = Secret.fromLatin1('12345678901234567890').base32

test.each([
  [59, '94287082'],
  [1_111_111_109, '07081804'],
  [1_111_111_111, '14050471'],
  [1_234_567_890, '89005924'],
  [2_000_000_000, '69279037'],
  [20_000_000_000, '65353130'],
])('at %s seconds the code ends as in %s', (seconds, code) => {
  expect(stepOf(RFC_SECRET, code.slice(2), seconds * SECOND)).toBe(Math.floor(seconds / 30))
})

test('the code before and after is taken as what it is, one further is not', () => {
  const at = 1_234_567_890 * SECOND
  const step = Math.floor(1_234_567_890 / 30)
  expect(stepOf(RFC_SECRET, '005924', at + 30 * SECOND)).toBe(step)
  expect(stepOf(RFC_SECRET, '005-924 ', at - 30 * SECOND)).toBe(step)
  expect(stepOf(RFC_SECRET, '005924', at + 60 * SECOND)).toBeUndefined()
  expect(stepOf(RFC_SECRET, '005924', at - 60 * SECOND)).toBeUndefined()
})

test.each(['', '5924', '0059240', 'abcdef', '００５９２４'])('%j is no code', (typed) => {
  expect(stepOf(RFC_SECRET, typed, 1_234_567_890 * SECOND)).toBeUndefined()
})

test('a secret has 160 bits, is another each time, and goes into the address as it is', () => {
  const secret = newFactorSecret()
  expect(secret).toMatch(/^[A-Z2-7]{32}$/)
  expect(newFactorSecret()).not.toBe(secret)
  expect(addressOf(secret, 'a', 'House')).toContain(`secret=${secret}`)
})
