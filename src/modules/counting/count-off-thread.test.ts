import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { isRefusal } from '#kernel/refusal'
import { countBy, METHODS, rankedBallots, type RankedBallots } from './core/index.ts'
import { AT_ONCE, countOffThread } from './count-off-thread.server.ts'

/** So many different papers for 30 candidates, by a fixed generator. */
function manyBallots(papers: number): RankedBallots {
  let state = 1
  const next = (below: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return (state >>> 8) % below
  }
  return rankedBallots({
    candidates: Array.from({ length: 30 }, (_, i) => `Candidate ${i + 1}`),
    seats: 1,
    lines: Array.from({ length: papers }, () => [
      1,
      Array.from({ length: 6 }, () => next(1000) % (next(30) + 1)),
    ]),
  })
}

test.each(['irv', 'schulze', 'meek'] as const)(
  'a large count by %s comes to the same in a thread',
  async (method) => {
    const ballots = manyBallots(AT_ONCE + 1)
    const there = await countOffThread(ballots, method)
    expect(there).toEqual(countBy(METHODS[method], ballots, {}))
    // What was given is still there: it was copied.
    expect(ballots.marks.length).toBeGreaterThan(0)
  },
)

test('each stage is told, above and below the size where a thread is started', async () => {
  for (const papers of [AT_ONCE + 1, 100]) {
    const heard: number[] = []
    const counted = await countOffThread(manyBallots(papers), 'irv', { told: (stages) => heard.push(stages) })
    const stages = isRefusal(counted) ? 0 : counted.stages.length
    expect(stages).toBeGreaterThan(5)
    expect(heard).toEqual(Array.from({ length: stages }, (_, i) => i + 1))
  }
})

test('a refusal comes back as one', async () => {
  const ballots = { ...manyBallots(AT_ONCE + 1), seats: 2 }
  expect(await countOffThread(ballots, 'irv')).toMatchObject({ refused: true, code: 'count-one-seat' })
})

test('while 100,000 ballots are counted, the thread that answers does not stand still', async () => {
  const ballots = manyBallots(100_000)
  let longest = 0
  let counting = true
  const counted = countOffThread(ballots, 'meek').finally(() => (counting = false))
  for (let last = performance.now(); counting;) {
    await sleep(1)
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }
  expect(isRefusal(await counted)).toBe(false)
  // On a busy machine a millisecond of sleep may take some tens.
  expect(longest).toBeLessThan(150)
})
