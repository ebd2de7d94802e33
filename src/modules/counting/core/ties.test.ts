import { describe, expect, it, test } from 'vitest'
import { rankedBallots, type BallotLines } from './ballots.ts'
import { commitmentTo, type Lot } from './lots.ts'
import { countBy, STAGED_METHODS } from './methods.ts'
import type { CountResult } from './result.ts'
import { lowest, settleTie, sureLosers } from './ties.ts'

const LOT: Lot = {
  question: 'q',
  seeds: [{ by: 'clerk', commitment: commitmentTo('s', 'clerk'), opened: 's' }],
}
const RULE = { names: ['A', 'B', 'C', 'D'], order: undefined, lot: undefined, noMatter: false }

describe('a tie of three at the fourth stage', () => {
  const history = [
    [4, 1, 2, 0],
    [4, 3, 3, 0],
    [5, 4, 4, 0],
    [6, 6, 6, 0],
  ]
  const among = [0, 1, 2]

  test.each([
    [
      'the highest goes first: only A had more at the stage before',
      'surplus',
      { by: 'earlier-stage', stage: 2, chosen: 0 },
    ],
    [
      'the lowest goes: B and C had fewer, and B of these still earlier',
      'exclusion',
      { by: 'earlier-stage', stage: 0, chosen: 1 },
    ],
  ] as const)('%s', (_, about, settled) => {
    expect(settleTie(3, about, among, { ...RULE, history }).settled).toEqual(settled)
  })

  it('is open without a lot where the rule knows no history', () => {
    expect(settleTie(3, 'exclusion', among, { ...RULE, history: [] }).settled).toEqual({ by: 'open' })
  })

  it('goes by an order that was given, then because it does not matter, then by lot', () => {
    const rule = { ...RULE, history: [], order: [3, 2, 1, 0], lot: LOT, noMatter: true }
    expect(settleTie(3, 'exclusion', among, rule).settled).toEqual({ by: 'order', chosen: 2 })
    expect(settleTie(3, 'exclusion', among, { ...rule, order: undefined }).settled).toEqual({
      by: 'no-matter',
      chosen: 0,
    })
    const drawn = settleTie(3, 'exclusion', among, { ...rule, order: undefined, noMatter: false }).settled
    expect(drawn).toMatchObject({ by: 'lot', drawn: expect.arrayContaining(among), unopened: [] })
  })

  it('names whose seed was not opened', () => {
    const lot = { ...LOT, seeds: LOT.seeds.map((seed) => ({ ...seed, opened: null })) }
    const { settled } = settleTie(3, 'exclusion', among, { ...RULE, history: [], lot })
    expect(settled).toMatchObject({ by: 'lot', unopened: ['clerk'] })
  })

  it('draws only among those whom no earlier stage tells apart', () => {
    const same = [history[0]!, [4, 3, 3, 0], [6, 6, 6, 0]].map(([a, , c, d]) => [a!, c!, c!, d!])
    const { settled } = settleTie(2, 'exclusion', among, { ...RULE, history: same, lot: LOT })
    expect(settled.by === 'lot' ? [...settled.drawn].sort() : settled).toEqual([1, 2])
  })
})

function count(
  lines: BallotLines['lines'],
  choice: Parameters<typeof countBy>[2] = {},
  seats = 1,
): CountResult {
  const method = seats === 1 ? 'irv' : 'scottish-stv'
  const candidates = ['A', 'B', 'C', 'D']
  return countBy(STAGED_METHODS[method], rankedBallots({ candidates, seats, lines }), choice) as CountResult
}

it('leaves a count open where only a lot decides, and says what is certain', () => {
  const open = count([
    [5, [0]],
    [3, [1, 2]],
    [3, [2, 1]],
  ])
  // D has no vote and goes first whatever happens; B and C have had the same at every stage.
  expect([open.status, open.winners, open.stages.length]).toEqual(['open-tie', [], 2])
  expect(open.ties).toEqual([{ stage: 1, about: 'exclusion', among: [1, 2], settled: { by: 'open' } }])
  const drawn = count(
    [
      [5, [0]],
      [3, [1, 2]],
      [3, [2, 1]],
    ],
    { lot: LOT },
  )
  expect([drawn.status, drawn.winners.length]).toEqual(['decided', 1])
})

it('needs no lot among candidates without votes, as long as enough others stay', () => {
  const result = count(
    [
      [4, [0]],
      [3, [1]],
    ],
    {},
    2,
  )
  expect([result.status, result.ties]).toEqual(['decided', []])
  const three = count(
    [
      [4, [0, 1]],
      [3, [1]],
    ],
    {},
    3,
  )
  expect([three.status, three.ties.map(({ settled }) => settled.by)]).toEqual(['open-tie', ['open']])
  const irv = count(
    [
      [4, [0]],
      [4, [1]],
      [1, [2]],
    ],
    { options: { until: 'two-left' } },
  )
  expect(irv.ties.map(({ settled, among }) => [settled.by, among])).toEqual([['open', [0, 1]]])
})

test.each<[string, readonly number[], number, number, readonly number[]]>([
  ['together fewer than the next', [1, 2, 4, 9], 0, 1, [0, 1, 2]],
  ['as many as the next are not fewer', [1, 3, 4, 8], 0, 1, [0]],
  ['a surplus may reach them', [1, 2, 4, 9], 2, 1, []],
  ['enough must stay', [1, 2, 4, 9], 0, 3, [0]],
  ['equals go together or not at all', [2, 2, 3, 9], 0, 1, [0, 1, 2]],
])('sure losers: %s', (_, votes, surplus, leave, losers) => {
  expect(sureLosers([0, 1, 2, 3], votes, surplus, leave)).toEqual(losers)
})

it('the lowest are all who have the fewest', () => {
  expect(lowest([0, 1, 3], [2, 1, 0, 1])).toEqual([1, 3])
})
