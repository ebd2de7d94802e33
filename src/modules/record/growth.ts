import { bug } from '#kernel/bug'
import { leafText, type KeptEntry } from './core/entry.ts'
import { appendLeaf, copyFrontier, type Frontier } from './core/frontier.ts'
import { TILE_HEIGHT, hashLeaf, type Hash, type Subtree } from './core/merkle.ts'

/** What entries add to the tree: a leaf each, and the hashes of the subtrees of 256, 65,536 … that they complete. */
export interface Growth {
  readonly leaves: readonly Hash[]
  readonly nodes: readonly (Subtree & { readonly hash: Hash })[]
  readonly frontier: Frontier
}

/** Grows a copy of the edge. Entries whose positions do not continue it are a bug of the caller. */
export function growTree(edge: Frontier, entries: readonly KeptEntry[]): Growth {
  const frontier = copyFrontier(edge)
  const leaves: Hash[] = []
  const nodes: (Subtree & { hash: Hash })[] = []
  for (const entry of entries) {
    if (entry.seq !== frontier.size) bug(`entry ${entry.seq} does not stand at the end, ${frontier.size}`)
    const leaf = hashLeaf(leafText(entry))
    leaves.push(leaf)
    appendLeaf(frontier, leaf, ({ level, index }, hash) => {
      if (level % TILE_HEIGHT === 0) nodes.push({ level, index, hash })
    })
  }
  return { leaves, nodes, frontier }
}
