import { expect, it } from 'vitest'
import { negotiateLanguage } from './language.ts'

it.each([
  [null, 'en'],
  ['', 'en'],
  ['es', 'es'],
  ['es-MX,es;q=0.9,en;q=0.8', 'es'],
  ['fr, en;q=0.3, es;q=0.7', 'es'],
  ['en;q=0, es;q=0.1', 'es'],
  ['ES', 'es'],
  ['de', 'en'],
  [';;;,,,q=', 'en'],
])('reads %j as %s', (header, language) => {
  expect(negotiateLanguage(header)).toBe(language)
})
