import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diffWords } from './diff.ts'
import { isWord } from './words.ts'

const shown = (before: string, after: string): string =>
  diffWords(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'deleted' ? `[-${text}-]` : `{+${text}+}`))
    .join('')
const text = fc
  .array(fc.constantFrom('dues', 'are', 'five', ' ', '  ', '\n', '.', ',', 'ñ', '👩‍🏭', '2/3', '工'), {
    maxLength: 25,
  })
  .map((tokens) => tokens.join(''))
const anyText = fc.oneof(text, fc.string({ unit: 'binary' }))

test.each([
  ['Dues are five dollars.', 'Dues are ten dollars.', 'Dues are [-five-]{+ten+} dollars.'],
  ['Dues are due.', 'Dues are not due.', 'Dues are {+not +}due.'],
  ['old red flag', 'new blue flag', '[-old red-]{+new blue+} flag'],
  ['2/3 of votes', '3/5 of votes', '[-2/3-]{+3/5+} of votes'],
  ['one. two', 'one, two', 'one[-.-]{+,+} two'],
  ['same', 'same', 'same'],
  ['', 'new', '{+new+}'],
  ['old', '', '[-old-]'],
  ['', '', ''],
])('%j to %j', (before, after, expected) => {
  expect(shown(before, after)).toBe(expected)
})

test('what stayed and went out is the old text, what stayed and came in the new one', () => {
  fc.assert(
    fc.property(anyText, anyText, (before, after) => {
      const parts = diffWords(before, after)
      const without = (kind: string): string =>
        parts
          .filter((part) => part.kind !== kind)
          .map((part) => part.text)
          .join('')
      expect(without('inserted')).toBe(before)
      expect(without('deleted')).toBe(after)
    }),
    { numRuns: 500 },
  )
})

test('no part is empty, and between two changes a word stayed', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = diffWords(before, after)
      expect(parts.every((part) => part.text !== '')).toBe(true)
      for (const [i, part] of parts.entries()) {
        if (part.kind !== 'same' || i === 0 || i === parts.length - 1) continue
        expect([...part.text].some(isWord), JSON.stringify(parts)).toBe(true)
      }
    }),
    { numRuns: 500 },
  )
})

describe('100 kB', () => {
  const long = (word: (i: number) => string): string =>
    Array.from({ length: 15_000 }, (_, i) => word(i)).join(' ')
  const plain = long((i) => `word${i % 977}`)
  const took = (before: string, after: string): { ms: number; parts: number } => {
    const start = performance.now()
    const parts = diffWords(before, after).length
    return { ms: performance.now() - start, parts }
  }

  test.each([
    ['a few words changed', long((i) => (i % 500 === 7 ? 'other' : `word${i % 977}`)), 91],
    ['nothing in common', long((i) => `thing${i}`), 2],
    ['the same words in another order', long((i) => `word${(i * 31) % 977}`), undefined],
    ['one word again and again', long(() => 'word1'), undefined],
  ])('%s', (_, after, parts) => {
    expect(plain.length).toBeGreaterThan(100_000)
    const { ms, parts: found } = took(plain, after)
    expect(ms).toBeLessThan(1000)
    if (parts !== undefined) expect(found).toBe(parts)
  })
})
