import { expect, test } from 'vitest'
import { newSetupCode, normalizeSetupCode } from './secret.server.ts'

test('a setup code is read however it was typed', () => {
  expect(normalizeSetupCode(' 7k3m qoZd–xwlI ')).toBe('7K3M-Q0ZD-XW11')
  const code = newSetupCode()
  expect(normalizeSetupCode(code)).toBe(code)
})
