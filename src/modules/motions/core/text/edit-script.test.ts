import { diffArrays } from 'diff'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editScript } from './edit-script.ts'

const tokens = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 })

test('leads from one list to the other, with as few edits as jsdiff needs', () => {
  fc.assert(
    fc.property(tokens, tokens, (before, after) => {
      const steps = editScript(before, after)
      const made: string[] = []
      let at = 0
      for (const { start, end, from, to } of steps) {
        made.push(...before.slice(at, start), ...after.slice(from, to))
        at = end
      }
      expect(made.concat(before.slice(at))).toEqual(after)
      const edits = diffArrays(before, after).reduce(
        (sum, part) => sum + (part.added || part.removed ? part.count : 0),
        0,
      )
      expect(steps).toHaveLength(edits)
    }),
    { numRuns: 500 },
  )
})

test('gives up after a thousand edits and replaces everything', () => {
  const numbers = (from: number, count: number): string[] =>
    Array.from({ length: count }, (_, i) => String(from + i))
  expect(editScript(numbers(0, 500), numbers(1000, 500))).toHaveLength(1000)
  expect(editScript(numbers(0, 501), numbers(1000, 500))).toEqual([{ start: 0, end: 501, from: 0, to: 500 }])
})
