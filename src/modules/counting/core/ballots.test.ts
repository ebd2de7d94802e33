import { expect, it } from 'vitest'
import { rankedBallots, SAME_RANK, votersOf } from './ballots.ts'

it('makes flat arrays of lines, with shared and skipped ranks as they stand', () => {
  const ballots = rankedBallots({
    candidates: ['Ana', 'Bo', 'Cy'],
    seats: 1,
    lines: [
      [3, [0, 2]],
      [2, [[1, 2], 0]],
      [1, []],
      [1, [null, 1]],
    ],
  })
  expect([...ballots.starts]).toEqual([0, 2, 5, 5, 7])
  expect([...ballots.marks]).toEqual([1, 3, 2, 3 | SAME_RANK, 1, 0, 2])
  expect(votersOf(ballots)).toBe(7)
})
