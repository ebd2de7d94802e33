import { expect, test } from 'vitest'
import { z } from 'zod'
import { chargeFields, sealedTextShape } from './deed.ts'

const charge = z.strictObject(chargeFields)
const POINT = '0197a3f0-5b1e-7c3a-9d2e-3f5a6b7c8d9e'
const sent = { ground: { kind: 'unity', point: POINT }, asked: { kind: 'warning' }, facts: 'What was done.' }

test('takes a charge by a point of unity, or by a rule of conduct', () => {
  expect(charge.parse(sent)).toEqual(sent)
  const ground = { kind: 'conduct', unit: POINT, version: 1, number: 2 }
  expect(charge.parse({ ...sent, ground })).toMatchObject({ ground })
})

test.each([
  ['a ground that is a position', { ground: { kind: 'position', point: POINT } }],
  ['a rule of no version', { ground: { kind: 'conduct', unit: POINT, version: 0, number: 1 } }],
  ['a suspension of no right', { asked: { kind: 'suspension', rights: [], days: 30 } }],
  ['a suspension of a right to speak', { asked: { kind: 'suspension', rights: ['speak'], days: 30 } }],
  ['a suspension of half a day', { asked: { kind: 'suspension', rights: ['vote'], days: 0.5 } }],
  ['a warning with days', { asked: { kind: 'warning', days: 3 } }],
  ['no facts', { facts: '' }],
  ['what it does not know', { by: 'm-000000000000' }],
])('refuses a charge with %s', (_, change) => {
  expect(charge.safeParse({ ...sent, ...change }).success).toBe(false)
})

test('takes a text as it stands, without space around it', () => {
  expect(sealedTextShape.safeParse('Two\nlines').success).toBe(true)
  for (const text of [' before', 'after\n', '', 'x'.repeat(100_001)])
    expect(sealedTextShape.safeParse(text).success).toBe(false)
})
