import { expect, it, test } from 'vitest'
import { isRefusal, type Refusal } from '#kernel/refusal'
import { LANGUAGES } from '#kernel/language'
import { rankedBallots } from './ballots.ts'
import { countBy, MOST_VOTERS, STAGED_METHODS, type CountChoice } from './methods.ts'
import { countMessages } from './refusals.ts'
import type { CountResult } from './result.ts'

type Name = keyof typeof STAGED_METHODS

function refused(method: Name, choice: CountChoice, seats = 1, voters = 1): Refusal | CountResult {
  const ballots = rankedBallots({ candidates: ['A', 'B'], seats, lines: [[voters, [0, 1]]] })
  return countBy(STAGED_METHODS[method], ballots, choice)
}

test.each<[string, Name, CountChoice['options'], number, number, string]>([
  ['no fractions of papers in IRV', 'irv', { equalRankings: 'equal' }, 1, 1, 'count-option-fixed'],
  [
    'Scottish papers go one candidate at a time',
    'scottish-stv',
    { exclusions: 'batch' },
    1,
    1,
    'count-option-fixed',
  ],
  ['half a rank', 'irv', { skippedRanks: 0.5 }, 1, 1, 'count-option-fixed'],
  ['several seats', 'irv', {}, 2, 1, 'count-one-seat'],
  ['no seat', 'meek', {}, 0, 1, 'count-no-seats'],
  ['more than everybody', 'meek', {}, 1, MOST_VOTERS + 1, 'count-too-many-voters'],
])('refuses %s', (_, method, options, seats, voters, code) => {
  const answer = refused(method, { options }, seats, voters)
  expect(answer).toMatchObject({ code })
  if (!isRefusal(answer)) return
  for (const language of LANGUAGES)
    expect(countMessages[language][answer.code as keyof (typeof countMessages)['en']](answer.facts)).toMatch(
      /\.$/,
    )
})

it('keeps the options it counted by with the result', () => {
  const result = refused('irv', { options: { duplicates: 'exhaust', skippedRanks: 1 } })
  expect(result).toMatchObject({ options: { duplicates: 'exhaust', skippedRanks: 1, until: 'majority' } })
})

it('is exact for as many voters as there can be', () => {
  const most = rankedBallots({
    candidates: ['A', 'B', 'C'],
    seats: 2,
    lines: [
      [6_000_000_001, [0, 1]],
      [2_000_000_000, [1]],
      [1_999_999_999, [2]],
    ],
  })
  const { winners, stages } = countBy(STAGED_METHODS['scottish-stv'], most, {}) as CountResult
  // Quota 3,333,333,334; surplus 2,666,666,667 through 6,000,000,001 is 0.44444 for each of A's papers.
  expect(winners).toEqual([0, 1])
  expect(stages[1]?.votes).toEqual(['3333333334.00000', '4666640000.44444', '1999999999.00000'])
  expect(stages[1]?.rounding).toBe('26666.55556')
})
