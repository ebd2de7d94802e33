import { expect, test } from 'vitest'
import { createGate } from './gate.ts'

test('lets two in, five wait in line, sends the rest away, also while others leave', async () => {
  const pass = createGate(2, 5)
  let inside = 0
  let most = 0
  const done: number[] = []
  const visit = (i: number) =>
    pass(async () => {
      most = Math.max(most, ++inside)
      await new Promise((resolve) => setTimeout(resolve, 2))
      inside--
      done.push(i)
      if (i === 3) throw new Error('broken')
      return i
    })
  const busy = { refused: true, code: 'sign-in-busy', facts: {} }
  const answers = await Promise.allSettled([0, 1, 2, 3, 4, 5, 6, 7, 8].map(visit))
  const values = answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : 'threw'))
  expect(values).toEqual([0, 1, 2, 'threw', 4, 5, 6, busy, busy])
  expect(done).toEqual([0, 1, 2, 3, 4, 5, 6])
  expect(most).toBe(2)
  const early = [10, 11, 12, 13].map(visit)
  await early[0]
  expect(await Promise.all([...early, ...[14, 15, 16].map(visit)])).toEqual([10, 11, 12, 13, 14, 15, 16])
  expect(most).toBe(2)
})
