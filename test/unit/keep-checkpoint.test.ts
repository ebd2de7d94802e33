import { expect, it } from 'vitest'
import { toBase64 } from '#kernel/bytes'
import { sha256 } from '#kernel/hash'
import { appendLeaf, createFrontier, frontierRoot } from '#modules/record/core'
import { carryOut, planConsistency } from '../../src/modules/record/core/proof.ts'
import { compareCheckpoints } from '../../src/ui/scripts/keep-checkpoint.ts'

const leaf = (n: number | string) => sha256(new TextEncoder().encode(`leaf ${n}`))

/** A log with these leaves: its checkpoints, and what its server proves. */
function logOf(leaves: readonly (number | string)[], origin = 'log/1') {
  const rootOf = (from: number, to: number) => {
    const frontier = createFrontier()
    for (const each of leaves.slice(from, to)) appendLeaf(frontier, leaf(each))
    return frontierRoot(frontier)
  }
  return {
    at: (size: number) => ({ origin, size, root: toBase64(rootOf(0, size)) }),
    prove: (older: number, size: number) =>
      Promise.resolve(
        carryOut(planConsistency(older, size), ({ level, index }) =>
          rootOf(index * 2 ** level, (index + 1) * 2 ** level),
        ).map(toBase64),
      ),
  }
}

const honest = logOf([...Array(20).keys()])

it('a checkpoint that goes on from the one that is kept is told from any other', async () => {
  for (const [older, size] of [
    [1, 20],
    [7, 8],
    [8, 20],
    [13, 13],
  ] as const)
    expect(await compareCheckpoints(honest.at(older), honest.at(size), honest.prove)).toBe('continued')
  expect(await compareCheckpoints(undefined, honest.at(3), honest.prove)).toBe('first')
  expect(await compareCheckpoints(honest.at(3), logOf([1, 2], 'log/2').at(2), honest.prove)).toBe('another')
})

it('a record that was rewritten, cut short or proved by nothing is broken', async () => {
  const rewritten = logOf([0, 1, 'another', ...Array(17).keys()])
  expect(await compareCheckpoints(honest.at(5), rewritten.at(20), rewritten.prove)).toBe('broken')
  expect(await compareCheckpoints(honest.at(5), rewritten.at(5), rewritten.prove)).toBe('broken')
  expect(await compareCheckpoints(honest.at(9), honest.at(5), honest.prove)).toBe('broken')
  expect(await compareCheckpoints(honest.at(5), honest.at(9), () => Promise.resolve(undefined))).toBe(
    'broken',
  )
  expect(await compareCheckpoints({ ...honest.at(5), root: 'x' }, honest.at(9), honest.prove)).toBe('broken')
})
