import { expect, test } from 'vitest'
import { accessMessages, accessSentence, checkPassword } from './index.ts'

test.each([
  ['nine char', 'password-short'],
  ['ten chars!', undefined],
  ['ñandú río', 'password-short'],
  // Two UTF-16 units each, but one character.
  ['🌱🌿🌳🌾🌻', 'password-short'],
  ['🌱🌿🌳🌾🌻🌱🌿🌳🌾🌻', undefined],
  ['abcd'.repeat(50), undefined],
  [`${'abcd'.repeat(50)}e`, 'password-long'],
  ['Ana@Example.org', 'password-is-login'],
  ['Password123', 'password-common'],
  ['CONTRASEÑA123', 'password-common'],
  ['121212121212', 'password-common'],
])('the password %s: %s', (password, code) => {
  expect(checkPassword(password, 'ana@example.org')?.code).toBe(code)
})

test('every refusal has its sentence, and other modules’ have none here', () => {
  const facts = { until: 1_800_000_000_000, minutes: 12, least: 10, most: 200 }
  for (const [code, say] of Object.entries(accessMessages)) {
    expect(say(facts)).toMatch(/^[A-Z].+\.$/)
    expect(say(facts)).not.toMatch(/null|undefined|\d{13}/)
    expect(accessSentence(code, facts)).toBe(say(facts))
  }
  expect(accessSentence('sign-in-throttled', { minutes: 1 })).toContain('in a minute')
  expect(accessSentence('folder-in-use', facts)).toBeUndefined()
})
