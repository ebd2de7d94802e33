import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutIntoWords, isWord } from './words.ts'

test.each([
  ['We don’t, l’été', ['We', ' ', 'don’t', ',', ' ', 'l’été']],
  ['co-op -- 2/3 of 1,000.', ['co-op', ' ', '-', '-', ' ', '2/3', ' ', 'of', ' ', '1,000', '.']],
  ['e\u0301t\u00e9 👩‍🏭ñ', ['e\u0301t\u00e9', ' ', '👩‍🏭ñ']],
  ['工会。\n\n¿Qué?', ['工', '会', '。', '\n\n', '¿', 'Qué', '?']],
  ['', []],
])('%s is cut into its words', (text, tokens) => {
  expect(cutIntoWords(text)).toEqual(tokens)
})

test('words are told from white space and marks', () => {
  expect(['a', '2/3', '工', 'ñ', '👩'].every(isWord)).toBe(true)
  expect([' ', '\n\n', '.', '¿', '…', '—', '。'].some(isWord)).toBe(false)
})

test('joined again they are the text, whatever it holds', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(fc.nat(0xffff)).map((codes) => String.fromCharCode(...codes)),
      ),
      (text) => {
        expect(cutIntoWords(text).join('')).toBe(text)
      },
    ),
  )
})
