import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Fraction } from '#kernel/fraction'
import { decide, stricter, type Majority, type Threshold } from './yes-no.ts'

type Row = readonly [yes: number, no: number, abstain: number, roll: number, outcome: string, needed: number]

function rows(
  of: Majority['of'],
  share: Fraction,
  more: boolean,
  quorum: Fraction,
  table: readonly Row[],
): void {
  describe(`${more ? 'more than' : 'at least'} ${share} of ${of}, quorum ${quorum}`, () => {
    test.each(table)(
      '%i yes, %i no, %i abstaining of %i: %s, %i needed',
      (yes, no, abstain, roll, outcome, needed) => {
        const decision = decide({ yes, no, abstain }, roll, { majority: { share, more, of }, quorum })
        expect([decision.outcome, decision.needed]).toEqual([outcome, needed])
      },
    )
  })
}

rows('cast', '1/2', true, '0/1', [
  [0, 0, 0, 0, 'no-quorum', 1],
  [0, 0, 0, 10, 'no-quorum', 1],
  [0, 0, 3, 10, 'nothing-cast', 1],
  [1, 0, 0, 10, 'adopted', 1],
  [0, 1, 0, 10, 'short', 1],
  [1, 1, 0, 10, 'tied', 2],
  [2, 1, 7, 10, 'adopted', 2],
  [20, 20, 0, 40, 'tied', 21],
  [21, 20, 0, 41, 'adopted', 21],
  [20, 21, 0, 41, 'short', 21],
  [21, 19, 0, 40, 'adopted', 21],
  [1, 1, 8, 10, 'tied', 2],
])

rows('cast', '2/3', false, '1/5', [
  [28, 13, 0, 41, 'adopted', 28],
  [27, 14, 0, 41, 'short', 28],
  [28, 14, 0, 42, 'adopted', 28],
  [2, 1, 0, 3, 'adopted', 2],
  [1, 1, 0, 2, 'tied', 2],
  [0, 0, 5, 10, 'nothing-cast', 1],
  [2, 0, 0, 10, 'adopted', 2],
  [1, 0, 0, 10, 'no-quorum', 1],
  [1, 0, 1, 10, 'adopted', 1],
  [2, 0, 0, 11, 'no-quorum', 2],
  [3, 0, 0, 11, 'adopted', 2],
])

rows('cast', '2/3', true, '0/1', [
  [28, 14, 0, 42, 'short', 29],
  [29, 13, 0, 42, 'adopted', 29],
])

rows('present', '1/2', true, '1/3', [
  [3, 2, 1, 9, 'short', 4],
  [4, 2, 0, 9, 'adopted', 4],
  [3, 0, 3, 9, 'short', 4],
  [3, 3, 0, 9, 'tied', 4],
  [4, 0, 3, 9, 'adopted', 4],
  [2, 0, 1, 9, 'adopted', 2],
  [2, 0, 0, 9, 'no-quorum', 2],
])

rows('roll', '1/2', true, '0/1', [
  [5, 0, 0, 10, 'short', 6],
  [6, 0, 0, 10, 'adopted', 6],
  [6, 4, 0, 10, 'adopted', 6],
  [5, 5, 0, 10, 'tied', 6],
  [5, 0, 0, 9, 'adopted', 5],
  [1, 0, 0, 1, 'adopted', 1],
])

rows('roll', '3/4', false, '1/1', [
  [3, 1, 0, 4, 'adopted', 3],
  [3, 0, 0, 4, 'no-quorum', 3],
  [3, 0, 1, 4, 'adopted', 3],
  [7, 3, 0, 10, 'short', 8],
])

// A share of nothing is still one vote: silence adopts nothing.
rows('cast', '0/1', false, '0/1', [
  [0, 3, 0, 10, 'short', 1],
  [1, 9, 0, 10, 'adopted', 1],
])

describe('for any tally', () => {
  const count = fc.nat(1000)
  const share = fc
    .tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 }))
    .map(([a, b]): Fraction => `${Math.min(a, b)}/${Math.max(a, b)}`)
  const threshold: fc.Arbitrary<Threshold> = fc.record({
    majority: fc.record({
      share,
      more: fc.boolean(),
      of: fc.constantFrom('cast' as const, 'present' as const, 'roll' as const),
    }),
    quorum: share,
  })

  it('another yes vote instead of a no vote never loses, and above half never both sides win', () => {
    fc.assert(
      fc.property(count, count, count, count, threshold, (yes, no, abstain, away, rule) => {
        const roll = yes + no + abstain + away
        const is = (tally: Parameters<typeof decide>[0]) => decide(tally, roll, rule).outcome === 'adopted'
        if (no > 0 && is({ yes, no, abstain })) expect(is({ yes: yes + 1, no: no - 1, abstain })).toBe(true)
        const half =
          rule.majority.more &&
          2 * Number(rule.majority.share.split('/')[0]) >= Number(rule.majority.share.split('/')[1])
        if (half) expect(is({ yes, no, abstain }) && is({ yes: no, no: yes, abstain })).toBe(false)
      }),
    )
  })

  it('the stricter of two thresholds is met only where both are', () => {
    fc.assert(
      fc.property(count, count, count, count, threshold, threshold, (yes, no, abstain, away, a, b) => {
        const roll = yes + no + abstain + away
        const is = (rule: Threshold) => decide({ yes, no, abstain }, roll, rule).outcome === 'adopted'
        if (is(stricter(a, b))) expect([is(a), is(b)]).toEqual([true, true])
        expect(stricter(a, a)).toEqual(a)
        expect(is(stricter(a, b))).toBe(is(stricter(b, a)))
      }),
      { numRuns: 1000 },
    )
  })
})

test.each([
  ['1/2 more cast', '2/3 cast', '2/3 cast'],
  ['1/2 more cast', '1/2 cast', '1/2 more cast'],
  ['2/4 cast', '1/2 more cast', '2/4 more cast'],
  ['2/3 cast', '3/5 roll', '2/3 roll'],
  ['3/4 more present', '2/3 cast', '3/4 more present'],
] as const)('the stricter of %s and %s is %s', (a, b, expected) => {
  expect(stricter(parse(a), parse(b)).majority).toEqual(parse(expected).majority)
})

function parse(text: string): Threshold {
  const [share, ...rest] = text.split(' ') as [Fraction, ...string[]]
  return { majority: { share, more: rest[0] === 'more', of: rest.at(-1) as Majority['of'] }, quorum: '1/5' }
}
