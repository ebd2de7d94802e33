import { afterEach, expect, it } from 'vitest'
import type { Language } from '#kernel/language'
import { inLanguages, readLanguageFrom } from './language.ts'

const en = { words: { yes: 'yes', deep: { no: 'no' } }, say: (n: number) => `${n} votes` }
const es: typeof en = { words: { yes: 'sí', deep: { no: 'no' } }, say: (n: number) => `${n} votos` }
const { words, say } = inLanguages({ en, es })

const read = (language: Language) => readLanguageFrom(() => language)
afterEach(() => read('en'))

it('follows the language of whoever reads, at every use', () => {
  expect([words.yes, say(2)]).toEqual(['yes', '2 votes'])
  read('es')
  expect([words.yes, words.deep.no, say(2)]).toEqual(['sí', 'no', '2 votos'])
})

it('can be listed and spread like the object it stands for', () => {
  read('es')
  expect(Object.keys(words)).toEqual(['yes', 'deep'])
  expect({ ...words }.yes).toBe('sí')
  expect('yes' in words).toBe(true)
})
