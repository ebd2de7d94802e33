import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Json } from '#kernel/canonical'
import { LANGUAGES } from '#kernel/language'
import { REFUSAL_CODES, refusalSentence } from './messages.ts'

it('has a sentence for every refusal that stands in the code', () => {
  const files = globSync('src/{modules,organization,routes,views,api}/**/*.{ts,svelte}').filter(
    (file) => !file.endsWith('.test.ts'),
  )
  const codes = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\brefuse(?:Access|Record)?\(\s*'([a-z-]+)'/g)].map(
      (match) => match[1] ?? '',
    ),
  )
  expect(codes.length).toBeGreaterThan(60)
  expect([...new Set(codes)].filter((code) => !REFUSAL_CODES.has(code))).toEqual([])
})

describe.each([...REFUSAL_CODES])('%s', (code) => {
  // Whatever facts a sentence looks for, it finds a number: so each can be said without knowing its facts.
  const known: Readonly<Record<string, Json>> = { expected: 'fraction' }
  const facts = new Proxy(known, { get: (_, name) => known[String(name)] ?? 7 })
  const [english, ...others] = LANGUAGES.map((language) => refusalSentence({ code, facts }, language))

  it('is said in every language, each its own', () => {
    expect(others).not.toContain(english)
    for (const sentence of [english, ...others]) expect(sentence).toMatch(/^[¿“\p{Lu}\d].*[.:] ?\d?$/su)
  })

  it('names no fact as missing', () => {
    for (const sentence of [english, ...others]) expect(sentence).not.toMatch(/undefined|null/)
  })
})

it('says a code that it does not know, in the reader’s language', () => {
  expect(refusalSentence({ code: 'odd', facts: {} }, 'es')).toBe('Esto fue rechazado (odd).')
})

it('tells the arithmetic of rules outside their bounds', () => {
  const breaches = [{ rule: 'debateHours', value: 71, bound: 72, side: 'least' }]
  const refusal = { code: 'rules-outside-bounds', facts: { breaches } }
  expect(refusalSentence(refusal)).toBe(
    'These rules go beyond their bounds: “Hours of debate” is 71, but must be at least 72.',
  )
  expect(refusalSentence(refusal, 'es')).toBe(
    'Estas reglas exceden sus límites: “Horas de debate” es 71, pero debe ser al menos 72.',
  )
})
