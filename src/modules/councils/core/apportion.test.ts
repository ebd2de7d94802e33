import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  apportion,
  METHODS,
  type ApportionRule,
  type Apportionment,
  type Method,
  type Share,
} from './apportion.ts'

function sharesOf(members: Readonly<Record<string, number>>): Share[] {
  return Object.entries(members).map(([unit, count], formed) => ({ unit, members: count, formed }))
}

function wonBy({ rows }: Apportionment): Record<string, number> {
  return Object.fromEntries(rows.map(({ unit, won }) => [unit, won]))
}

function share(method: Method, seats: number, members: Readonly<Record<string, number>>): Apportionment {
  return apportion({ method, seats, fixed: 0 }, sharesOf(members))
}

/** The census of 1790, as printed with the bill of 120 seats that Washington vetoed. */
const STATES_1790 = {
  Connecticut: 236_841,
  Delaware: 55_540,
  Georgia: 70_835,
  Kentucky: 68_705,
  Maryland: 278_514,
  Massachusetts: 475_327,
  'New Hampshire': 141_822,
  'New Jersey': 179_570,
  'New York': 331_589,
  'North Carolina': 353_523,
  Pennsylvania: 432_879,
  'Rhode Island': 68_446,
  'South Carolina': 206_236,
  Vermont: 85_533,
  Virginia: 630_560,
}

/** Second votes of 2009, for parties that had a share in the seats; the same in the tests of the R package proporz. */
const PARTIES_2009 = {
  CDU: 11_828_277,
  SPD: 9_990_488,
  FDP: 6_316_080,
  'Die Linke': 5_155_933,
  Grüne: 4_643_272,
  CSU: 2_830_238,
}

describe('published tables', () => {
  // For All Practical Purposes, 10th edition, table 14.5: populations, quotas and seats of the vetoed bill.
  test('the House of 120 seats by Hamilton, 1792', () => {
    const result = share('hamilton', 120, STATES_1790)
    expect(result.members).toBe(3_615_920)
    expect(wonBy(result)).toEqual({
      Connecticut: 8,
      Delaware: 2,
      Georgia: 2,
      Kentucky: 2,
      Maryland: 9,
      Massachusetts: 16,
      'New Hampshire': 5,
      'New Jersey': 6,
      'New York': 11,
      'North Carolina': 12,
      Pennsylvania: 14,
      'Rhode Island': 2,
      'South Carolina': 7,
      Vermont: 3,
      Virginia: 21,
    })
    expect(result.last?.unit).toBe('New Hampshire')
    expect(result.next?.unit).toBe('Pennsylvania')
    const virginia = result.rows.find(({ unit }) => unit === 'Virginia')
    // The quota printed there: 20.926.
    expect(virginia?.whole).toBe(20)
    expect(Math.floor(((virginia?.rest ?? 0) * 1000) / result.members)).toBe(926)
  })

  // Seats without the 24 overhang seats of the CDU and CSU: webarchiv.bundestag.de, Sitzverteilung, March 2010.
  test('the Bundestag of 598 seats by Sainte-Laguë, 2009', () => {
    expect(wonBy(share('sainte-lague', 598, PARTIES_2009))).toEqual({
      CDU: 173,
      SPD: 146,
      FDP: 93,
      'Die Linke': 76,
      Grüne: 68,
      CSU: 42,
    })
  })

  // The example of jseats (stories/SainteLague.story), after Wikipedia's “Highest averages method”.
  test('six parties and ten seats by Sainte-Laguë', () => {
    const parties = { Yellow: 47_000, White: 16_000, Red: 15_900, Green: 12_000, Blue: 6000, Pink: 3100 }
    expect(wonBy(share('sainte-lague', 10, parties))).toEqual({
      Yellow: 4,
      White: 2,
      Red: 2,
      Green: 1,
      Blue: 1,
      Pink: 0,
    })
  })

  // Wikipedia, “Apportionment paradox”: with one seat more in all, one state has one less. Sainte-Laguë never does that.
  test('the paradox of Alabama belongs to Hamilton', () => {
    const states = { A: 6, B: 6, C: 2 }
    expect(wonBy(share('hamilton', 10, states))).toEqual({ A: 4, B: 4, C: 2 })
    expect(wonBy(share('hamilton', 11, states))).toEqual({ A: 5, B: 5, C: 1 })
    expect(wonBy(share('sainte-lague', 10, states)).C).toBeLessThanOrEqual(
      wonBy(share('sainte-lague', 11, states)).C ?? 0,
    )
  })
})

describe('fixed seats', () => {
  it('are added to what is won in proportion', () => {
    const { rows, seats } = apportion({ method: 'hamilton', seats: 120, fixed: 2 }, sharesOf(STATES_1790))
    expect(seats).toBe(150)
    expect(rows.find(({ unit }) => unit === 'Virginia')).toMatchObject({ won: 21, seats: 23 })
  })

  it('are all there is where nobody counts, or nothing is shared out', () => {
    const shares = sharesOf({ A: 0, B: 0 })
    const result = apportion({ method: 'sainte-lague', seats: 5, fixed: 1 }, shares)
    expect(result).toMatchObject({ members: 0, seats: 2, last: null, next: null, tie: null })
    expect(apportion({ method: 'hamilton', seats: 0, fixed: 3 }, sharesOf({ A: 9 })).seats).toBe(3)
    expect(apportion({ method: 'hamilton', seats: 7, fixed: 1 }, []).seats).toBe(0)
  })
})

describe('equal claims to the last seat', () => {
  it('go to the smaller unit, and the tie is named', () => {
    // 9 divided by 3 and 3 divided by 1.
    const result = share('sainte-lague', 2, { large: 9, small: 3 })
    expect(wonBy(result)).toEqual({ large: 1, small: 1 })
    expect(result.tie).toEqual({ won: ['small'], lost: ['large'] })
    expect(result.next).toEqual({ unit: 'large', over: 9, under: 3 })
  })

  it.each(METHODS)('go to the unit formed first among equals (%s)', (method) => {
    const result = share(method, 4, { first: 5, second: 5, third: 5 })
    expect(wonBy(result)).toEqual({ first: 2, second: 1, third: 1 })
    expect(result.tie).toEqual({ won: ['first'], lost: ['second', 'third'] })
  })

  it.each(METHODS)('are no tie where every one of them has its seat (%s)', (method) => {
    expect(share(method, 3, { first: 5, second: 5, third: 5 }).tie).toBeNull()
  })
})

const anyShares = fc
  .array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 12 })
  .map((counts) => counts.map((members, formed) => ({ unit: `u${formed}`, members, formed })))
const anyRule: fc.Arbitrary<ApportionRule> = fc.record({
  method: fc.constantFrom(...METHODS),
  seats: fc.integer({ min: 0, max: 200 }),
  fixed: fc.integer({ min: 0, max: 5 }),
})

describe('whatever the numbers', () => {
  it('every seat is given', () => {
    fc.assert(
      fc.property(anyRule, anyShares, (rule, shares) => {
        const { members, seats, rows } = apportion(rule, shares)
        expect(seats).toBe(rule.fixed * shares.length + (members === 0 ? 0 : rule.seats))
        for (const row of rows) expect(row.seats).toBe(rule.fixed + row.won)
      }),
    )
  })

  it('the order of the units changes nothing', () => {
    fc.assert(
      fc.property(anyRule, anyShares, fc.infiniteStream(fc.nat()), (rule, shares, numbers) => {
        const shuffled = shares
          .map((each) => ({ each, at: numbers.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ each }) => each)
        expect(apportion(rule, shuffled)).toEqual(apportion(rule, shares))
      }),
    )
  })

  it('a unit with more members never has fewer seats', () => {
    fc.assert(
      fc.property(anyRule, anyShares, (rule, shares) => {
        const rows = apportion(rule, shares).rows.toSorted((a, b) => a.members - b.members)
        for (const [i, row] of rows.entries()) {
          const before = rows[i - 1]
          if (before !== undefined && before.members < row.members)
            expect(row.won).toBeGreaterThanOrEqual(before.won)
        }
      }),
    )
  })

  it('Hamilton gives every unit its exact share, rounded down or up', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), anyShares, (seats, shares) => {
        for (const { won, whole, rest } of apportion({ method: 'hamilton', seats, fixed: 0 }, shares).rows) {
          expect(won).toBeGreaterThanOrEqual(whole)
          expect(won).toBeLessThanOrEqual(whole + (rest > 0 ? 1 : 0))
        }
      }),
    )
  })

  it('Sainte-Laguë takes no seat from anybody when there is one seat more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), anyShares, (seats, shares) => {
        const fewer = apportion({ method: 'sainte-lague', seats, fixed: 0 }, shares).rows
        const more = apportion({ method: 'sainte-lague', seats: seats + 1, fixed: 0 }, shares).rows
        for (const [i, row] of fewer.entries()) expect(more[i]?.won).toBeGreaterThanOrEqual(row.won)
      }),
    )
  })

  it('Sainte-Laguë never moves a seat from a unit that grew to one that shrank', () => {
    const change = fc.integer({ min: 0, max: 100_000 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), anyShares, change, change, (seats, shares, up, down) => {
        const [grown, shrunk] = shares
        if (grown === undefined || shrunk === undefined || shrunk.members - down < 0) return
        const changed = shares.map((each) =>
          each === grown
            ? { ...each, members: each.members + up }
            : each === shrunk
              ? { ...each, members: each.members - down }
              : each,
        )
        const before = apportion({ method: 'sainte-lague', seats, fixed: 0 }, shares).rows
        const after = apportion({ method: 'sainte-lague', seats, fixed: 0 }, changed).rows
        const moved =
          (after[0]?.won ?? 0) < (before[0]?.won ?? 0) && (after[1]?.won ?? 0) > (before[1]?.won ?? 0)
        expect(moved).toBe(false)
      }),
    )
  })

  it('no claim that lost is higher than one that won', () => {
    fc.assert(
      fc.property(anyRule, anyShares, (rule, shares) => {
        const { last, next, tie } = apportion(rule, shares)
        if (last === null || next === null) return
        const difference = last.over * next.under - next.over * last.under
        expect(difference).toBeGreaterThanOrEqual(0)
        expect(tie === null).toBe(difference !== 0)
      }),
    )
  })
})
