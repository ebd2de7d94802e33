import { expect, it } from 'vitest'
import { flowOf } from './flow.ts'

it('draws as much into the next stage as goes on, and nothing that was exhausted', () => {
  const stage = { exhausted: '0', rounding: '0', quota: null, elected: [] }
  const flow = flowOf({
    ballots: 10,
    candidates: ['a', 'b', 'c'],
    stages: [
      { ...stage, cause: { kind: 'first-preferences' }, transfers: [], votes: ['5', '3', '2'] },
      {
        ...stage,
        cause: { kind: 'exclusion', candidates: [2], because: 'fewest' },
        transfers: [
          { from: 2, to: 1, votes: '1' },
          { from: 2, to: 'exhausted', votes: '1' },
        ],
        votes: ['5', '4', '0'],
        elected: [{ candidate: 0, because: 'quota' }],
      },
    ],
  })
  expect(flow.blocks.map(({ stage, candidate, elected }) => [stage, candidate, elected])).toEqual([
    [0, 0, false],
    [0, 1, false],
    [0, 2, false],
    [1, 0, true],
    [1, 1, false],
  ])
  expect(flow.bands.map(({ candidate, moved }) => [candidate, moved])).toEqual([
    [0, false],
    [1, false],
    [2, true],
  ])
  const [first, second] = [flow.blocks[0]?.height ?? 0, flow.blocks[1]?.height ?? 0]
  expect(first / second).toBeCloseTo(5 / 3)
})

it('draws no more into a stage than there is, where no moves are told', () => {
  const stage = { exhausted: '0', rounding: '0', quota: null, elected: [], transfers: [] }
  const { bands, blocks } = flowOf({
    ballots: 10,
    candidates: ['a', 'b'],
    stages: [
      { ...stage, cause: { kind: 'first-preferences' }, votes: ['7', '3'] },
      { ...stage, cause: { kind: 'keep-values', iterations: 3 }, votes: ['4', '6'] },
    ],
  })
  const [, b] = bands
  expect(bands.map(({ moved }) => moved)).toEqual([false, false])
  // It begins where the block of the second candidate does, below the four votes that the first keeps.
  const top = blocks.find(({ stage, candidate }) => stage === 1 && candidate === 1)?.y ?? 0
  expect(b?.path).toContain(` ${top.toFixed(1)}V`)
  const kept = blocks.find(({ stage, candidate }) => stage === 1 && candidate === 0)?.height ?? 0
  expect(bands[0]?.path).toContain(`V${kept.toFixed(1)}C`)
})

it('names everybody beside the first stage, whoever has no votes last, and no two names on one line', () => {
  const stage = { exhausted: '0', rounding: '0', quota: null, elected: [], transfers: [] }
  const flow = flowOf({
    ballots: 1000,
    candidates: ['a', 'b', 'c', 'd'],
    stages: [
      { ...stage, cause: { kind: 'first-preferences' }, votes: ['996', '0', '2', '2'] },
      { ...stage, cause: { kind: 'first-preferences' }, votes: ['996', '0', '4', '0'] },
    ],
  })
  expect(flow.first.map(({ candidate, votes }) => [candidate, votes])).toEqual([
    [0, '996'],
    [2, '2'],
    [3, '2'],
    [1, '0'],
  ])
  const lines = flow.first.map(({ y }) => y)
  expect(Math.min(...lines.slice(1).map((y, i) => y - (lines[i] ?? 0)))).toBeGreaterThanOrEqual(16)
  expect(Math.max(...lines)).toBeLessThan(flow.height)
  expect(flow.last.map(({ candidate }) => candidate)).toEqual([0, 2])
})
