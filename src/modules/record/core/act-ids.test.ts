import fc from 'fast-check'
import { expect, test } from 'vitest'
import { derivedUuid } from '#kernel/ids'
import { createActIds } from './act-ids.ts'

test('finds what one author uses twice, and lets two authors use the same id', () => {
  const ids = createActIds()
  const id = derivedUuid('a')
  expect([ids.add('m-1', id), ids.add('m-2', id), ids.add('m-3', id)]).toEqual([true, true, true])
  expect([ids.add('m-1', id), ids.add('m-2', id), ids.add('m-3', id)]).toEqual([false, false, false])
})

test('keeps every id through its growth', () => {
  const ids = createActIds()
  const all = Array.from({ length: 20_000 }, (_, n) => derivedUuid('grow', n))
  expect(all.filter((id, n) => !ids.add(`m-${n % 7}`, id))).toEqual([])
  expect(all.filter((id, n) => ids.add(`m-${n % 7}`, id))).toEqual([])
  expect(all.filter((id, n) => !ids.add(`m-${(n + 1) % 7}`, id))).toEqual([])
})

test('answers as a set of pairs does, whatever the ids are', () => {
  const last = fc.constantFrom('0', '1', 'f')
  // Ids that differ in one place only, at either end, and texts that are no UUID.
  const id = fc.oneof(
    fc.tuple(last, last, last).map(([a, b, c]) => `${a}1234567-89ab-4cde-8f0${b}-12345678901${c}`),
    fc.constantFrom('', '0', '01234567-89ab-4cde-8f01-1234567890AB', '01234567089ab04cde08f01012345678901'),
  )
  const uses = fc.array(fc.tuple(fc.constantFrom('clerk', 'nobody', 'm-1'), id), { maxLength: 60 })
  fc.assert(
    fc.property(uses, (list) => {
      const ids = createActIds()
      const known = new Set<string>()
      for (const [by, each] of list) {
        const key = JSON.stringify([by, each])
        expect(ids.add(by, each)).toBe(!known.has(key))
        known.add(key)
      }
    }),
  )
})
