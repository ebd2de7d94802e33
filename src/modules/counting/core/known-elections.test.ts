import { describe, expect, it } from 'vitest'
import { conformance, HAS_VOTING_DATA, readBallots } from '../../../../test/kit/voting-data.ts'
import { countBy, STAGED_METHODS, type CountChoice } from './methods.ts'
import type { CountResult } from './result.ts'

type Name = keyof typeof STAGED_METHODS

function names(file: string, method: Name, choice: CountChoice = {}): readonly string[] {
  const ballots = readBallots(file)
  const { winners } = countBy(
    STAGED_METHODS[method],
    { tieOrder: [...ballots.candidates.keys()], ...ballots },
    choice,
  ) as CountResult
  return winners.map((winner) => ballots.candidates[winner]!)
}

describe.skipIf(!HAS_VOTING_DATA)(conformance('elections that are known for how they were counted'), () => {
  it('Burlington 2009: Bob Kiss by 4313 to 4060 in the last round', () => {
    const ballots = readBallots('condorcet/burlington_2009_mayor.blt')
    const result = countBy(
      STAGED_METHODS.irv,
      { ...ballots, seats: 1 },
      { options: { until: 'two-left' } },
    ) as CountResult
    const last = result.stages.at(-1)
    expect(result.winners.map((winner) => ballots.candidates[winner])).toEqual(['Bob Kiss'])
    expect([...(last?.votes ?? [])].filter((votes) => votes !== '0').sort()).toEqual(['4060', '4313'])
  })

  it('Wichmann, Voting matters 12: nine digits see a tie of X, Y and Z that is none', () => {
    const file = 'droop/wichmann-voting-matters-12.blt'
    expect(names(file, 'meek')).toEqual(['A', 'B', 'X'])
    expect(names(file, 'meek-prf')).toEqual(['A', 'B', 'Y'])
    const open = countBy(STAGED_METHODS['meek-prf'], readBallots(file), {}) as CountResult
    expect([open.status, open.ties.map(({ among }) => among)]).toEqual(['open-tie', [[2, 3, 4]]])
  })
})
