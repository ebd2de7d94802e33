import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { excerptOf, markTerms } from './excerpt.ts'
import { foldWords, termsOf } from './fold.ts'

const marked = (parts: ReturnType<typeof excerptOf>): readonly string[] =>
  parts.flatMap(({ text, marked }) => (marked ? [text] : []))
const whole = (parts: ReturnType<typeof excerptOf>): string => parts.map(({ text }) => text).join('')

describe('words', () => {
  it.each([
    ['Élodie Brun-Núñez', ['elodie', 'brun', 'nunez']],
    ['Straße, Łódź & smørrebrød', ['strasse', 'lodz', 'smorrebrod']],
    ['ΑΘΗΝΑ 2027: 3½ %', ['αθηνα', '2027', '31', '2']],
    ['“quoted”* (or) NEAR/2 -not col:x', ['quoted', 'or', 'near', '2', 'not', 'col', 'x']],
    ['🔥 ️', []],
  ])('of %s are folded', (text, words) => {
    expect(foldWords(text)).toEqual(words)
  })

  it('of a question are few, each once, and never an operator', () => {
    expect(termsOf('wage WAGE wáge "*(')).toEqual(['wage'])
    expect(termsOf('a b c d e f g h i j k')).toHaveLength(8)
    expect(termsOf('x'.repeat(10_000))[0]?.length).toBe(60)
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const term of termsOf(text)) expect(term).toMatch(/^[\p{L}\p{N}]+$/u)
      }),
    )
  })
})

describe('an excerpt', () => {
  const text = `${'Before that comes a lot. '.repeat(20)}Then the Wáges rise, and wages again. ${'After it more. '.repeat(40)}`

  it('shows the first match with what stands around it, and marks all', () => {
    const parts = excerptOf(text, ['wage'])
    expect(marked(parts)).toEqual(['Wáges', 'wages'])
    expect(whole(parts)).toMatch(/^… .*Then the Wáges rise, and wages again\. After.* …$/)
    expect(whole(parts).length).toBeLessThan(260)
  })

  it('is the beginning where nothing matches, and the whole of a short text', () => {
    expect(whole(excerptOf(text, ['nothing']))).toMatch(/^Before that comes a lot\./)
    expect(excerptOf('Short.', [])).toEqual([{ text: 'Short.', marked: false }])
    expect(excerptOf('', ['x'])).toEqual([])
  })

  it('leaves every letter of the text in its place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), (any, terms) => {
        expect(whole(markTerms(any, terms.flatMap(termsOf)))).toBe(any)
      }),
    )
  })
})
