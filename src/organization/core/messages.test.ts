import { readFileSync } from 'node:fs'
import { globSync } from 'node:fs'
import { expect, it } from 'vitest'
import { REFUSAL_CODES, refusalSentence } from './messages.ts'

it('has a sentence for every refusal that stands in the code', () => {
  const files = globSync('src/{modules,organization,routes}/**/*.{ts,svelte}').filter(
    (file) => !file.endsWith('.test.ts'),
  )
  const codes = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\brefuse\(\s*'([a-z-]+)'/g)].map((match) => match[1] ?? ''),
  )
  expect(codes.length).toBeGreaterThan(60)
  expect([...new Set(codes)].filter((code) => !REFUSAL_CODES.has(code))).toEqual([])
})

it('tells the arithmetic of rules outside their bounds', () => {
  const breaches = [{ rule: 'debateHours', value: 71, bound: 72, side: 'least' }]
  expect(refusalSentence({ code: 'rules-outside-bounds', facts: { breaches } })).toBe(
    'These rules go beyond their bounds: “Hours of debate” is 71, but must be at least 72.',
  )
})
