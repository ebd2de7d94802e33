import { expect, test } from 'vitest'
import { proofOf, readRecoveryCode, readRequestNumber, recoveryCode } from './secret.ts'

test('a code is read however it is typed, and gives the same request', () => {
  const code = recoveryCode(Uint8Array.from({ length: 16 }, (_, i) => i * 7))
  expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
  expect(readRecoveryCode(code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o'))).toBe(code)
  expect(readRecoveryCode(code.slice(1))).toBeUndefined()
  expect(readRecoveryCode('x'.repeat(1000))).toBeUndefined()
})

test('the number is the beginning of what the record names, and tells neither code nor proof', () => {
  const { proof, request, number } = proofOf('0000-1111-2222-3333')
  expect(number).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
  expect(readRequestNumber(` ${number.toLowerCase()} `)).toBe(number)
  expect(new Set([proof, request, proofOf('0000-1111-2222-3334').request]).size).toBe(3)
})
