import { expect, test } from 'vitest'
import { normalizeCode } from '#kernel/short-code'
import { isPaperCode, newPaperCode, newSetupCode, newToken, normalizeInvitation } from './secret.server.ts'

test('a setup code is read however it was typed', () => {
  expect(normalizeCode(' 7k3m qoZd–xwlI ')).toBe('7K3M-Q0ZD-XW11')
  const code = newSetupCode()
  expect(normalizeCode(code)).toBe(code)
})

test('a code on paper is read however it was typed, and told from the secret of a link', () => {
  expect(normalizeInvitation(' 7k3m qoZd–xwlI 11rb.')).toBe('7K3M-Q0ZD-XW11-11RB')
  const code = newPaperCode()
  expect(normalizeInvitation(code)).toBe(code)
  expect(isPaperCode(code.toLowerCase().replaceAll('-', ' '))).toBe(true)
  const token = newToken()
  expect(normalizeInvitation(token)).toBe(token)
  expect(isPaperCode(token)).toBe(false)
  expect(isPaperCode('7K3M-Q0ZD')).toBe(false)
})
