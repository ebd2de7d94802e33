import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { isRefusal } from '#kernel/refusal'
import { rankedBallots, type BallotLines, type Rank, type RankedBallots } from '../ballots.ts'
import { commitmentTo, type Lot } from '../lots.ts'
import { countBy, type CountChoice } from '../methods.ts'
import type { CountResult } from '../result.ts'
import { countWithDefault } from './default-option.ts'
import { DEBIAN_CONSTITUTION, DEBIAN_LEADER } from './debian.ts'
import { RANKING_METHODS } from './methods.ts'
import { countScore } from './score.ts'

type Name = keyof typeof RANKING_METHODS

function count(method: Name, ballots: RankedBallots, choice: CountChoice = {}): CountResult {
  const result = countBy(RANKING_METHODS[method], ballots, choice)
  if (isRefusal(result)) throw new Error(JSON.stringify(result))
  return result
}

/** Ballots as the literature writes them: `5 ACBED`, `2 A=BC`. */
function written(text: string, seats = 1): RankedBallots {
  const letters = [...new Set(text.replace(/[^A-Z]/g, ''))].sort()
  const lines = text.split(', ').map((line): [number, readonly Rank[]] => {
    const [voters = '', order = ''] = line.split(' ')
    const ranks = order.match(/[A-Z](?:=[A-Z])*/g) ?? []
    return [Number(voters), ranks.map((rank) => rank.split('=').map((letter) => letters.indexOf(letter)))]
  })
  return rankedBallots({ candidates: letters, seats, lines })
}

function told({ ranking = [], candidates }: CountResult): string {
  return ranking.map((tier) => tier.map((each) => candidates[each] ?? '').join('=')).join(' ')
}

// Schulze's own example 1, and the capital of Tennessee.
const SCHULZE = '5 ACBED, 5 ADECB, 8 BEDAC, 3 CABED, 7 CAEBD, 2 CBADE, 7 DCEBA, 8 EBADC'
const TENNESSEE = '42 MNCK, 26 NCKM, 15 CKNM, 17 KCNM'
const CIRCLE = '5 ABC, 4 BCA, 3 CAB'
const EVEN_CIRCLE = '1 ABC, 1 BCA, 1 CAB'

describe('rankings', () => {
  test.each<[Name, string, string]>([
    ['schulze', SCHULZE, 'E A C B D'],
    ['ranked-pairs', SCHULZE, 'A C E B D'],
    ['schulze', TENNESSEE, 'N C K M'],
    ['ranked-pairs', TENNESSEE, 'N C K M'],
    ['schulze', CIRCLE, 'A B C'],
    ['ranked-pairs', CIRCLE, 'A B C'],
    ['schulze', EVEN_CIRCLE, 'A=B=C'],
    ['ranked-pairs', EVEN_CIRCLE, 'A=B=C'],
    // Nobody is above D but the circle, whose victories are as strong as one another.
    ['ranked-pairs', '1 ABCD, 1 BCAD, 1 CABD', 'A=B=C D'],
    // Two victories of the same strength that close no circle are both locked.
    ['ranked-pairs', '2 ABC, 1 CBA', 'A B C'],
    ['schulze', '3 A=B, 2 C', 'A=B C'],
    ['ranked-pairs', '3 A=B, 2 C', 'A=B C'],
    ['approval', '3 AB, 2 C, 2 B=C', 'B C A'],
    ['approval', '2 A=A, 1 B', 'A B'],
  ])('%s: %s is %s', (method, ballots, ranking) => {
    expect(told(count(method, written(ballots)))).toBe(ranking)
  })

  it('shows who prefers whom', () => {
    const { pairs } = count('schulze', written('5 ABC, 4 BCA, 3 C'))
    expect(pairs).toEqual([
      [0, 5, 5],
      [4, 0, 9],
      [7, 3, 0],
    ])
  })

  it('compares whom a ballot does not rank with nobody, if the rule says so', () => {
    const ballots = written('3 AB, 5 BC, 1 CA, 2 C')
    expect(count('schulze', ballots).pairs).toEqual([
      [0, 4, 3],
      [5, 0, 8],
      [8, 3, 0],
    ])
    expect(count('schulze', ballots, { options: { unranked: 'no-opinion' } }).pairs).toEqual([
      [0, 3, 0],
      [0, 0, 5],
      [1, 0, 0],
    ])
  })

  it('ranks nobody who is withdrawn', () => {
    const ballots = { ...written(CIRCLE), withdrawn: [1] }
    expect(told(count('schulze', ballots))).toBe('C A')
    expect(told(count('ranked-pairs', ballots))).toBe('C A')
    expect(told(count('approval', ballots))).toBe('A=C')
  })
})

describe('seats', () => {
  it('are filled from the top, and only a tier that is too large is a tie', () => {
    const result = count('approval', written('3 AB, 3 BA, 1 C', 2))
    expect(result).toMatchObject({ winners: [0, 1], ties: [], status: 'decided' })
  })

  it('stay empty where only a lot decides and there is none', () => {
    const result = count('schulze', written(EVEN_CIRCLE))
    expect(result).toMatchObject({ winners: [], status: 'open-tie' })
    expect(result.ties).toEqual([{ stage: 0, about: 'election', among: [0, 1, 2], settled: { by: 'open' } }])
  })

  it('go by an order that was drawn beforehand', () => {
    const ballots = { ...written('1 ABCD, 1 BCAD, 1 CABD', 2), tieOrder: [3, 2, 0, 1] }
    expect(count('ranked-pairs', ballots)).toMatchObject({ winners: [2, 0], status: 'decided' })
  })

  it('go by the same lot to the same candidates, in whatever order they stand', () => {
    const lot: Lot = {
      question: 'q',
      seeds: [{ by: 'clerk', commitment: commitmentTo('s', 'clerk'), opened: 's' }],
    }
    const names = [EVEN_CIRCLE, '1 CAB, 1 ABC, 1 BCA'].map((text) => {
      const { winners, candidates, status, ties } = count('schulze', written(text, 2), { lot })
      expect([status, ties.length]).toEqual(['decided', 2])
      return winners.map((winner) => candidates[winner])
    })
    expect(names[0]).toEqual(names[1])
    expect(new Set(names[0]).size).toBe(2)
  })

  it('are as many as there are candidates at most', () => {
    expect(count('ranked-pairs', written(CIRCLE, 5)).winners).toEqual([0, 1, 2])
  })
})

test('scores are added, voter by voter', () => {
  const head = { title: '', candidates: ['A', 'B', 'C'], withdrawn: [2], seats: 1 }
  const ballots = { ...head, scores: Uint16Array.of(5, 3, 9, 0, 4, 9), weights: Float64Array.of(2, 3) }
  expect(countScore(ballots)).toMatchObject({
    method: 'score',
    points: [10, 18, 45],
    ranking: [[1], [0]],
    winners: [1],
  })
})

describe('a rule with a default option', () => {
  const options = RANKING_METHODS.schulze.defaults
  const against = (text: string, rule = DEBIAN_LEADER, roll = 4) =>
    countWithDefault({ ballots: written(text), options }, rule, roll)

  it('drops what too few prefer to the default: three halves of the root of the roll', () => {
    // The root of 100 is 10, so 15 are needed.
    expect(against('15 AZ, 14 BZ', DEBIAN_LEADER, 100)).toMatchObject({
      dropped: [
        { option: 0, because: 'majority', votes: 15, against: 14 },
        { option: 1, because: 'quorum' },
      ].slice(1),
    })
    expect(against('15 AZ, 1 ZA', DEBIAN_LEADER, 101).dropped).toMatchObject([
      { option: 0, because: 'quorum' },
    ])
  })

  it('drops what no majority prefers to the default, and more than three to one for a constitution', () => {
    expect(against('4 AZ, 4 ZA').dropped).toEqual([{ option: 0, because: 'majority', votes: 4, against: 4 }])
    expect(against('6 AZ, 2 ZA', DEBIAN_CONSTITUTION).dropped).toHaveLength(1)
    expect(against('7 AZ, 2 ZA', DEBIAN_CONSTITUTION).dropped).toHaveLength(0)
    expect(against('6 AZ, 2 ZA', { ...DEBIAN_LEADER, majorities: { 0: [3, 1] } }).dropped).toHaveLength(1)
  })

  it('elects the default where all are dropped', () => {
    const { result } = against('1 AZ, 4 ZA')
    expect(result.winners.map((winner) => result.candidates[winner])).toEqual(['Z'])
  })
})

describe('for any ballots', () => {
  const SIZE = 5
  const rank = fc.uniqueArray(fc.nat(SIZE - 1), { minLength: 1, maxLength: 3 })
  const paper = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.array(rank, { maxLength: 4 }))
  const lines = fc.array(paper, { minLength: 1, maxLength: 12 })
  const permutation = fc.shuffledSubarray([...Array(SIZE).keys()], { minLength: SIZE })
  const methods = fc.constantFrom<Name>('schulze', 'ranked-pairs', 'approval')
  const make = (list: BallotLines['lines']): RankedBallots =>
    rankedBallots({ candidates: ['A', 'B', 'C', 'D', 'E'], seats: 1, lines: list })
  const sorted = (ranking: CountResult['ranking'] = []) =>
    ranking.map((tier) => tier.toSorted((a, b) => a - b))

  test('another order of candidates gives the same ranking in that order', () => {
    fc.assert(
      fc.property(methods, lines, permutation, (method, list, to) => {
        const moved = list.map(([voters, ranks]): [number, Rank[]] => [
          voters,
          ranks.map((each) => each.map((candidate) => to[candidate]!)),
        ])
        const expected = sorted(count(method, make(list)).ranking).map((tier) =>
          tier.map((each) => to[each]!),
        )
        expect(sorted(count(method, make(moved)).ranking)).toEqual(sorted(expected))
      }),
    )
  })

  test('another order of lines, lines split in single ballots, and ten times the weight change nothing', () => {
    fc.assert(
      fc.property(methods, lines, (method, list) => {
        const { ranking } = count(method, make(list))
        const single = list.flatMap(([voters, ranks]) =>
          Array.from({ length: voters }, () => [1, ranks] as const),
        )
        for (const other of [
          list.toReversed(),
          single,
          list.map(([voters, ranks]) => [10 * voters, ranks] as const),
        ])
          expect(count(method, make(other)).ranking).toEqual(ranking)
      }),
    )
  })

  test('pairs are those of comparing ballot by ballot, and whoever beats all others is elected', () => {
    fc.assert(
      fc.property(lines, (list) => {
        const ballots = make(list)
        const place = (ranks: readonly (readonly number[])[], candidate: number) => {
          const at = ranks.findIndex((each) => each.includes(candidate))
          return at < 0 ? Infinity : at
        }
        const prefer = ballots.candidates.map((_, a) =>
          ballots.candidates.map((__, b) =>
            list.reduce((sum, [voters, ranks]) => sum + (place(ranks, a) < place(ranks, b) ? voters : 0), 0),
          ),
        )
        const best = prefer.findIndex((row, a) => row.every((votes, b) => a === b || votes > prefer[b]![a]!))
        for (const method of ['schulze', 'ranked-pairs'] as const) {
          const result = count(method, ballots)
          expect(result.pairs).toEqual(prefer)
          if (best >= 0) expect(result.winners).toEqual([best])
        }
      }),
    )
  })
})
