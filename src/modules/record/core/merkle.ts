import { sha256 } from '#kernel/hash'

/** A hash of the tree: 32 bytes. */
export type Hash = Uint8Array

/** How many hashes a full tile holds, and how many levels of the tree it spans (c2sp.org/tlog-tiles). */
export const TILE_WIDTH = 256
export const TILE_HEIGHT = 8

/** The root of the tree without leaves: SHA-256 of nothing (RFC 6962, section 2.1). */
export const EMPTY_ROOT: Hash = sha256('')

/** The hash of a leaf: SHA-256 over 0x00 and the leaf's text in UTF-8 (RFC 6962, section 2.1). */
export function hashLeaf(text: string): Hash {
  return sha256('\u0000' + text)
}

// One buffer for all: a million nodes would otherwise mean a million short-lived ones.
const joined = new Uint8Array(65)
joined[0] = 1

/** The hash of an inner node: SHA-256 over 0x01 and its two children (RFC 6962, section 2.1). */
export function hashNode(left: Hash, right: Hash): Hash {
  joined.set(left, 1)
  joined.set(right, 33)
  return sha256(joined)
}

/** The root over subtrees that stand beside each other, the largest first, as RFC 6962 joins them. */
export function joinSubtrees(hashes: readonly Hash[]): Hash {
  const last = hashes.at(-1)
  if (last === undefined) return EMPTY_ROOT
  let root = last
  for (const left of hashes.slice(0, -1).reverse()) root = hashNode(left, root)
  return root
}

/** A complete subtree: `2 ** level` leaves, the `index`-th of its level. */
export interface Subtree {
  readonly level: number
  readonly index: number
}

/** The complete subtrees that cover the leaves from `begin` to before `end`, the largest first. `begin` is 0 or divides so. */
export function subtreesOf(begin: number, end: number): readonly Subtree[] {
  const subtrees: Subtree[] = []
  let at = begin
  while (at < end) {
    const level = floorLog2(end - at)
    subtrees.push({ level, index: at / 2 ** level })
    at += 2 ** level
  }
  return subtrees
}

/** The exponent of the largest power of two that is not above a whole number: exact where Math.log2 rounds. */
export function floorLog2(value: number): number {
  return value < 2 ** 32 ? 31 - Math.clz32(value) : 63 - Math.clz32(Math.floor(value / 2 ** 32))
}
