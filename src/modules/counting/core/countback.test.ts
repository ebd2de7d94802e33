import { describe, expect, it } from 'vitest'
import { rankedBallots } from './ballots.ts'
import { countback, type Countback, type Vacancy } from './countback.ts'
import { STAGED_METHODS } from './methods.ts'

const ballots = rankedBallots({
  candidates: ['Ana', 'Bo', 'Cy', 'Di', 'Eli'],
  seats: 2,
  lines: [
    [40, [0, 2, 3]],
    [35, [1, 3]],
    [15, [3, 2]],
    [10, [2, 3]],
  ],
})

function fill(vacancy: Partial<Vacancy> & Pick<Vacancy, 'left' | 'sitting'>): Countback {
  return countback(STAGED_METHODS['scottish-stv'], ballots, { unavailable: [], ...vacancy }, {}) as Countback
}

describe('a vacancy after Ana and Bo were elected', () => {
  it('goes to whom the papers of the one who left name next', () => {
    expect(fill({ left: 0, sitting: [1] }).filledBy).toBe(2)
    expect(fill({ left: 1, sitting: [0] }).filledBy).toBe(3)
  })

  it('goes to the next of those who are available', () => {
    expect(fill({ left: 0, sitting: [1], unavailable: [2] }).filledBy).toBe(3)
  })

  it('unseats nobody, even one whom the same ballots would not elect again', () => {
    const { filledBy, result } = fill({ left: 0, sitting: [4] })
    expect([result.winners, filledBy]).toEqual([[2, 1], 2])
  })

  it('is not filled where nobody is left', () => {
    expect(fill({ left: 0, sitting: [1], unavailable: [2, 3, 4] }).filledBy).toBeNull()
  })
})
