import { describe, expect, it } from 'vitest'
import { rankedBallots, type BallotLines } from './ballots.ts'
import { countBy, STAGED_METHODS, type CountChoice } from './methods.ts'
import type { CountResult } from './result.ts'

/** Counts worked out by hand from the text of a rule, where published ones do not tell two readings apart. */
function count(
  method: keyof typeof STAGED_METHODS,
  lines: BallotLines,
  options: CountChoice['options'] = {},
): CountResult {
  return countBy(STAGED_METHODS[method], rankedBallots(lines), { options }) as CountResult
}

const candidates = ['A', 'B', 'C', 'D', 'E']

it('WIGM cuts off the product of weight and surplus before it divides (PRF rule, D.4)', () => {
  const { stages } = count('wigm-prf', {
    candidates,
    seats: 3,
    lines: [
      [5, [0, 1, 2]],
      [2, [1, 3]],
      [1, [2]],
    ],
  })
  // Quota 8 / 4 + 0.0001. A's papers go on at 2.9999 / 5 = 0.5999, so B has 4.9995 and a surplus of 2.9994. 0.5999 × 2.9994
  // is cut to 1.7993, which through 4.9995 is 0.3598; cut off only at the end it would be 0.3599.
  expect(stages[1]?.votes).toEqual(['2.0001', '4.9995', '1.0000', '0.0000', '0.0000'])
  expect(stages[2]?.votes).toEqual(['2.0001', '2.0001', '2.7990', '1.1998', '0.0000'])
  expect([stages[2]?.exhausted, stages[2]?.rounding]).toEqual(['0.0000', '0.0010'])
})

describe('a shared rank that counts for the only one who is left', () => {
  const lines: BallotLines['lines'] = [
    [6, [0]],
    [5, [1]],
    [3, [2, [0, 1]]],
    [2, [3, [4, 1]]],
    [1, [4, [3, 1], 0]],
  ]

  it('ends the paper while two of them are', () => {
    const { stages, winners } = count(
      'irv',
      { candidates, seats: 1, lines },
      { equalRankings: 'one-continuing' },
    )
    // E goes, and its paper ends as D and B are both left. D goes, and its papers are B's, as E is out. Then C's end.
    expect(stages.map(({ votes, exhausted }) => [...votes, exhausted].join(' '))).toEqual([
      '6 5 3 2 1 0',
      '6 5 3 2 0 1',
      '6 7 3 0 0 1',
      '6 7 0 0 0 4',
    ])
    expect(winners).toEqual([1])
  })

  it('ends the paper at once where it is an overvote, and is passed over where the rule says so', () => {
    const last = (equalRankings: 'exhaust' | 'skip') =>
      count('irv', { candidates, seats: 1, lines }, { equalRankings }).stages.at(-1)?.votes
    expect(last('exhaust')).toEqual(['6', '5', '0', '0', '0'])
    expect(last('skip')).toEqual(['7', '5', '0', '0', '0'])
  })
})
