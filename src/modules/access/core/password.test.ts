import { expect, test } from 'vitest'
import { LANGUAGES } from '#kernel/language'
import { checkPassword } from './index.ts'
import { accessMessages } from './messages.ts'

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

test.each(LANGUAGES)('every refusal has its sentence in %s', (language) => {
  const facts = { until: 1_800_000_000_000, minutes: 12, least: 10, most: 200 }
  for (const say of Object.values(accessMessages[language])) {
    expect(say(facts)).toMatch(/^[A-Z].+\.$/)
    expect(say(facts)).not.toMatch(/null|undefined|\d{13}/)
  }
})

test('a wait is told with its plural', () => {
  const wait = (minutes: number) =>
    LANGUAGES.map((each) => accessMessages[each]['sign-in-throttled']({ minutes }))
  expect(wait(1)).toEqual([expect.stringContaining('in 1 minute.'), expect.stringContaining('en 1 minuto.')])
  expect(wait(2)).toEqual([
    expect.stringContaining('in 2 minutes.'),
    expect.stringContaining('en 2 minutos.'),
  ])
})
