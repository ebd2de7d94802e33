import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { concat, fromBase64, sameBytes, toBase64, toHex } from './bytes.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('base64', () => {
  // RFC 4648, section 10.
  test.each([
    ['', ''],
    ['f', 'Zg=='],
    ['fo', 'Zm8='],
    ['foo', 'Zm9v'],
    ['foob', 'Zm9vYg=='],
    ['fooba', 'Zm9vYmE='],
    ['foobar', 'Zm9vYmFy'],
  ])('%j is %j', (text, encoded) => {
    expect(toBase64(utf8(text))).toBe(encoded)
    expect(fromBase64(encoded)).toEqual(utf8(text))
  })

  test.each([
    ['bits behind the last byte', 'Zh=='],
    ['bits behind the last byte', 'Zm9='],
    ['no padding', 'Zg'],
    ['half the padding', 'Zg='],
    ['too much padding', 'Zg==='],
    ['only padding', '===='],
    ['padding before the end', 'Zg==Zg=='],
    ['one letter', 'Z==='],
    ['the other alphabet', '-_-_'],
    ['a space', 'Zg= '],
    ['a newline', 'Zm9v\n'],
    ['a letter beyond ASCII', 'Zm9ö'],
    ['a letter far beyond ASCII', 'Zm9\uff21'],
  ])('with %s is none: %j', (_, text) => {
    expect(fromBase64(text)).toBeUndefined()
  })

  it('is what Node writes, for any bytes, and comes back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const text = toBase64(bytes)
        expect(text).toBe(Buffer.from(bytes).toString('base64'))
        expect(fromBase64(text)).toEqual(bytes)
        expect(toHex(bytes)).toBe(Buffer.from(bytes).toString('hex'))
      }),
    )
    for (const length of [12_287, 12_288, 12_289, 100_000]) {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * 31) % 256)
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
    }
  })

  it('has one text for any bytes: no other text is taken for them', () => {
    const letters = Array.from('ABgQwZ09mv+/=')
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...letters), maxLength: 8 }), (text) => {
        const bytes = fromBase64(text)
        if (bytes !== undefined) expect(toBase64(bytes)).toBe(text)
      }),
      { numRuns: 2000 },
    )
  })
})

it('joins bytes, and tells the same from others', () => {
  expect(concat()).toEqual(new Uint8Array())
  expect(concat(utf8('ab'), utf8(''), utf8('c'))).toEqual(utf8('abc'))
  expect(sameBytes(utf8('abc'), utf8('abc'))).toBe(true)
  expect(sameBytes(utf8('abc'), utf8('abd'))).toBe(false)
  expect(sameBytes(utf8('abc'), utf8('ab'))).toBe(false)
})
