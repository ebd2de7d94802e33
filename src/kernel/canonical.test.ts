import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { toHex } from './bytes.ts'
import { canonical, type Json } from './canonical.ts'

describe('the examples of RFC 8785', () => {
  it('section 3.2.2: literals, numbers and strings, to the byte (3.2.4)', () => {
    const input = String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`
    const text = canonical(JSON.parse(input) as Json)
    expect(text).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    )
    expect(toHex(new TextEncoder().encode(text))).toBe(
      '7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c226e756d62657273223a5b3333333333333333332e333333333333' +
        '332c31652b33302c342e352c302e3030322c31652d32375d2c22737472696e67223a22e282ac245c75303030665c6e412742' +
        '5c225c5c5c5c5c222f227d',
    )
  })

  it('section 3.2.3: keys in the order of UTF-16 code units, in which a surrogate stands before U+FB33', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    }
    expect(Object.values(JSON.parse(canonical(value)) as Record<string, string>).slice(1)).toEqual([
      'Carriage Return',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ])
    expect(canonical(value)).toBe(
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis",' +
        '"\u20ac":"Euro Sign","\ud83d\ude00":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
    )
  })

  test.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('appendix B: %s is written %s', (ieee, text) => {
    expect(canonical(numberOf(ieee))).toBe(text)
  })

  test.each(['7fffffffffffffff', '7ff0000000000000', 'fff0000000000000'])(
    'appendix B: %s cannot be written',
    (ieee) => {
      expect(() => canonical(numberOf(ieee))).toThrow('a number that JSON cannot hold')
    },
  )
})

test.each([
  ['control characters', '\b\t\n\f\r\u0000\u001f\u007f', String.raw`"\b\t\n\f\r\u0000\u001f${'\u007f'}"`],
  ['quotation mark and backslash, and no other sign', '"\\/<>&\u2028', '"\\"\\\\/<>&\u2028"'],
])('%s are escaped as ECMAScript does', (_, text, written) => {
  expect(canonical(text)).toBe(written)
})

test.each([['\ud800'], ['a\udc00b'], ['\udc00\ud800']])(
  'a lone surrogate in %j is a bug, in a key too',
  (text) => {
    expect(() => canonical(text)).toThrow('lone surrogate')
    expect(() => canonical({ [text]: 1 })).toThrow('lone surrogate')
  },
)

it('leaves out what is undefined, and takes a key for what it is', () => {
  expect(canonical({ b: undefined, a: 1 } as unknown as Json)).toBe('{"a":1}')
  expect(canonical(JSON.parse('{"__proto__":[],"a":{}}') as Json)).toBe('{"__proto__":[],"a":{}}')
})

it('says the same of all JSON that means the same, and is JSON itself', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const written = canonical(value as Json)
      expect(canonical(JSON.parse(JSON.stringify(value, null, 3)) as Json)).toBe(written)
      expect(canonical(JSON.parse(written) as Json)).toBe(written)
      expect(canonical(turned(value as Json))).toBe(written)
    }),
  )
})

function numberOf(ieee: string): number {
  return new DataView(new BigUint64Array([BigInt(`0x${ieee}`)]).buffer).getFloat64(0, true)
}

/** The same value with its keys the other way round. */
function turned(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((each) => turned(each as Json))
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, each]) => [key, turned(each)]),
  )
}
