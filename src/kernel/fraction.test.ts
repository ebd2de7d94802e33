import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { atLeast, compareFractions, isFraction, moreThan, type Fraction } from './fraction.ts'

describe('the form of a fraction', () => {
  test.each(['0/1', '1/1', '1/2', '2/3', '999999/999999', '0/999999'])('%s is one', (text) => {
    expect(isFraction(text)).toBe(true)
  })
  test.each([
    '',
    '1',
    '1/0',
    '0/0',
    '2/1',
    '01/2',
    '1/02',
    '-1/2',
    '1/-2',
    '+1/2',
    '1.0/2',
    '1 /2',
    ' 1/2',
    '1/2\n',
    '1/2/3',
    '1e1/20',
    '1000000/1000000',
    '１/２',
  ])('%j is none', (text) => {
    expect(isFraction(text)).toBe(false)
  })
  it('is asked before it is used: anything else is a bug', () => {
    expect(() => atLeast('1/0', 1)).toThrow('not a fraction')
    expect(() => compareFractions('1/2', 'half' as Fraction)).toThrow('not a fraction')
  })
})

test.each([
  ['2/3', 41, 28, 28],
  ['2/3', 42, 28, 29],
  ['1/2', 40, 20, 21],
  ['1/2', 41, 21, 21],
  ['1/2', 0, 0, 1],
  ['0/1', 10, 0, 1],
  ['1/1', 10, 10, 11],
  ['1/20', 20, 1, 2],
  ['1/20', 21, 2, 2],
  ['3/4', 1, 1, 1],
  ['1/999999', 1, 1, 1],
] as const)('at least %s of %i is %i, more than that is %i', (share, base, least, more) => {
  expect([atLeast(share, base), moreThan(share, base)]).toEqual([least, more])
})

const fractions = fc
  .tuple(fc.nat(999_999), fc.integer({ min: 1, max: 999_999 }))
  .filter(([n, d]) => n <= d)
  .map(([n, d]): [Fraction, bigint, bigint] => [`${n}/${d}`, BigInt(n), BigInt(d)])
const bases = fc.integer({ min: 0, max: 10_000_000 })

describe('for any share and base', () => {
  it('at least is the least whole number that is not below it, more than the least that is above it', () => {
    fc.assert(
      fc.property(fractions, bases, ([share, n, d], base) => {
        const whole = (count: number) => BigInt(count) * d
        const exact = n * BigInt(base)
        const [least, more] = [atLeast(share, base), moreThan(share, base)]
        expect(whole(least) >= exact && whole(least - 1) < exact).toBe(true)
        expect(whole(more) > exact && whole(more - 1) <= exact).toBe(true)
      }),
    )
  })

  it('comparing is comparing the numbers', () => {
    fc.assert(
      fc.property(fractions, fractions, ([a, an, ad], [b, bn, bd]) => {
        const expected = an * bd < bn * ad ? -1 : an * bd > bn * ad ? 1 : 0
        expect(Math.sign(compareFractions(a, b))).toBe(expected)
      }),
    )
  })
})
