import { sameBytes } from '#kernel/bytes'
import { EMPTY_ROOT, floorLog2, hashNode, type Hash } from './merkle.ts'

/** Whether the proof shows that `leaf` is leaf `index` of the tree of `size` leaves with this root (RFC 9162, 2.1.3.2). */
export function verifyInclusion(
  leaf: Hash,
  index: number,
  size: number,
  proof: readonly Hash[],
  root: Hash,
): boolean {
  if (!(index >= 0 && index < size) || !areHashes([leaf, root, ...proof])) return false
  const walk = { node: index, last: size - 1 }
  let hash = leaf
  for (const sibling of proof) {
    if (walk.last === 0) return false
    hash = stepJoinsLeft(walk) ? hashNode(sibling, hash) : hashNode(hash, sibling)
    rise(walk)
  }
  return walk.last === 0 && sameBytes(hash, root)
}

/**
 * Whether the proof shows that the tree of `older` leaves is the beginning of the tree of `size` (RFC 9162, 2.1.4.2).
 * From the empty tree to a larger one there is nothing to prove and the answer is no.
 */
export function verifyConsistency(
  older: number,
  size: number,
  proof: readonly Hash[],
  olderRoot: Hash,
  root: Hash,
): boolean {
  if (older === size)
    return proof.length === 0 && sameBytes(olderRoot, root) && (size > 0 || sameBytes(root, EMPTY_ROOT))
  if (!(older > 0 && older < size) || proof.length === 0 || !areHashes([olderRoot, root, ...proof]))
    return false
  const [first, ...rest] = older === 2 ** floorLog2(older) ? [olderRoot, ...proof] : proof
  if (first === undefined) return false
  const walk = { node: older - 1, last: size - 1 }
  while (isOdd(walk.node)) rise(walk)
  let olderHash = first
  let hash = first
  for (const sibling of rest) {
    if (walk.last === 0) return false
    if (stepJoinsLeft(walk)) {
      olderHash = hashNode(sibling, olderHash)
      hash = hashNode(sibling, hash)
    } else {
      hash = hashNode(hash, sibling)
    }
    rise(walk)
  }
  return walk.last === 0 && sameBytes(olderHash, olderRoot) && sameBytes(hash, root)
}

/** Where the walk up the tree stands: `fn` and `sn` of the RFC. */
interface Walk {
  node: number
  last: number
}

/** Whether the sibling stands to the left; if so and the node is the last of its level, rises to where it has a sibling. */
function stepJoinsLeft(walk: Walk): boolean {
  if (!isOdd(walk.node) && walk.node !== walk.last) return false
  while (!isOdd(walk.node) && walk.node !== 0) rise(walk)
  return true
}

function rise(walk: Walk): void {
  walk.node = Math.floor(walk.node / 2)
  walk.last = Math.floor(walk.last / 2)
}

function areHashes(values: readonly Uint8Array[]): boolean {
  return values.every(({ length }) => length === 32)
}

function isOdd(value: number): boolean {
  return value % 2 === 1
}
