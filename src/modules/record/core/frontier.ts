import { bug } from '#kernel/bug'
import {
  TILE_HEIGHT,
  TILE_WIDTH,
  hashNode,
  joinSubtrees,
  subtreesOf,
  type Hash,
  type Subtree,
} from './merkle.ts'

/** The right edge of a growing tree: how many leaves, and the hashes of the complete subtrees over them, largest first. */
export interface Frontier {
  size: number
  readonly peaks: Hash[]
}

/** The edge of a tree of `size` leaves; without arguments, of the empty tree. */
export function createFrontier(size = 0, peaks: readonly Hash[] = []): Frontier {
  if (peaks.length !== subtreesOf(0, size).length)
    bug(`a tree of ${size} leaves has not ${peaks.length} peaks`)
  return { size, peaks: [...peaks] }
}

/** A copy that grows on its own. */
export function copyFrontier(frontier: Frontier): Frontier {
  return { size: frontier.size, peaks: [...frontier.peaks] }
}

/** Adds a leaf by its hash. `completed` is told of each subtree of two or more leaves that this leaf completes. */
export function appendLeaf(
  frontier: Frontier,
  leaf: Hash,
  completed?: (subtree: Subtree, hash: Hash) => void,
): void {
  let hash = leaf
  let index = frontier.size
  for (let level = 1; index % 2 === 1; level++) {
    hash = hashNode(frontier.peaks.pop() ?? bug('a peak is missing'), hash)
    index = (index - 1) / 2
    completed?.({ level, index }, hash)
  }
  frontier.peaks.push(hash)
  frontier.size++
}

/** The root of the tree as it stands. */
export function frontierRoot(frontier: Frontier): Hash {
  return joinSubtrees(frontier.peaks)
}

/** A run of hashes of complete subtrees that stand beside each other on one level (0, 8, 16 …: what tiles hold). */
export interface NodeRun {
  readonly level: number
  readonly from: number
  readonly count: number
}

/** The hashes that the edge of a tree of `size` leaves is made from: those of its partial tiles, highest level first. */
export function frontierRuns(size: number): readonly NodeRun[] {
  const runs: NodeRun[] = []
  for (let level = 0; 2 ** level <= size; level += TILE_HEIGHT) {
    const complete = Math.floor(size / 2 ** level)
    const count = complete % TILE_WIDTH
    if (count > 0) runs.unshift({ level, from: complete - count, count })
  }
  return runs
}

/** The edge from the hashes of those runs. */
export function frontierFrom(size: number, runs: readonly (readonly Hash[])[]): Frontier {
  const peaks: Hash[] = []
  for (const hashes of runs) {
    const part = createFrontier()
    for (const hash of hashes) appendLeaf(part, hash)
    peaks.push(...part.peaks)
  }
  return createFrontier(size, peaks)
}
