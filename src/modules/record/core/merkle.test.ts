import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toHex } from '#kernel/bytes'
import {
  appendLeaf,
  copyFrontier,
  createFrontier,
  frontierFrom,
  frontierRoot,
  frontierRuns,
} from './frontier.ts'
import { EMPTY_ROOT, floorLog2, hashLeaf, hashNode, subtreesOf, type Hash, type Subtree } from './merkle.ts'
import { carryOut, planConsistency, planInclusion } from './proof.ts'
import { verifyConsistency, verifyInclusion } from './verify-proof.ts'

/** RFC 6962, section 2.1, word by word: what the growing tree is held against. */
function definedRoot(leaves: readonly Hash[]): Hash {
  const [first, second] = leaves
  if (first === undefined) return EMPTY_ROOT
  if (second === undefined) return first
  let k = 1
  while (k * 2 < leaves.length) k *= 2
  return hashNode(definedRoot(leaves.slice(0, k)), definedRoot(leaves.slice(k)))
}

function leavesOf(count: number): readonly Hash[] {
  return Array.from({ length: count }, (_, i) => hashLeaf(`leaf ${i}`))
}

function reader(leaves: readonly Hash[]): (subtree: Subtree) => Hash {
  return ({ level, index }) => definedRoot(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level))
}

function flip(hash: Hash): Hash {
  return hash.map((byte, i) => (i === 7 ? byte ^ 1 : byte))
}

// Certificate Transparency's reference vectors: these leaves, these roots.
const LEAVES = ['', '\u0000', '\u0010', ' !', '01', '@ABC', 'PQRSTUVW', '`abcdefghijklmno']
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

describe('the tree', () => {
  test('grows to the roots that Certificate Transparency publishes', () => {
    const frontier = createFrontier()
    const roots = [toHex(frontierRoot(frontier))]
    for (const leaf of LEAVES) {
      appendLeaf(frontier, hashLeaf(leaf))
      roots.push(toHex(frontierRoot(frontier)))
    }
    expect(roots).toEqual(ROOTS)
  })

  test('has the root of the definition at every size, and goes on from its tiles', () => {
    const leaves = leavesOf(700)
    const frontier = createFrontier()
    const nodes = new Map<string, Hash>()
    for (const [size, leaf] of leaves.entries()) {
      const hashesOf = (level: number, index: number): Hash =>
        nodes.get(`${level}/${index}`) ?? new Uint8Array()
      const runs = frontierRuns(size).map(({ level, from, count }) =>
        Array.from({ length: count }, (_, i) => hashesOf(level, from + i)),
      )
      expect(frontierFrom(size, runs)).toEqual(frontier)
      nodes.set(`0/${size}`, leaf)
      const before = copyFrontier(frontier)
      appendLeaf(frontier, leaf, ({ level, index }, hash) => nodes.set(`${level}/${index}`, hash))
      expect(before.size).toBe(size)
      if (size % 37 === 0) expect(frontierRoot(frontier)).toEqual(definedRoot(leaves.slice(0, size + 1)))
    }
  })

  test('is covered by complete subtrees, largest first, without gap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 40 }), (size) => {
        let at = 0
        for (const { level, index } of subtreesOf(0, size)) {
          expect(index * 2 ** level).toBe(at)
          at += 2 ** level
        }
        expect(at).toBe(size)
      }),
    )
    for (let level = 0; level < 53; level++) {
      expect([floorLog2(2 ** level), floorLog2(2 ** (level + 1) - 1)]).toEqual([level, level])
    }
  })
})

describe('proofs', () => {
  const sizes = fc.integer({ min: 1, max: 300 })

  test('of inclusion hold for their own leaf, place, size and root, and for no other', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), (size, place, other) => {
        const leaves = leavesOf(size)
        const index = place % size
        const leaf = leaves[index] ?? EMPTY_ROOT
        const root = definedRoot(leaves)
        const proof = carryOut(planInclusion(index, size), reader(leaves))
        expect(verifyInclusion(leaf, index, size, proof, root)).toBe(true)
        expect(verifyInclusion(flip(leaf), index, size, proof, root)).toBe(false)
        expect(verifyInclusion(leaf, index, size, proof, flip(root))).toBe(false)
        expect(verifyInclusion(leaf, index, size, [...proof, root], root)).toBe(false)
        if (other % size !== index) expect(verifyInclusion(leaf, other % size, size, proof, root)).toBe(false)
        if (proof.length > 0) {
          const bad = proof.map((hash, i) => (i === other % proof.length ? flip(hash) : hash))
          expect(verifyInclusion(leaf, index, size, bad, root)).toBe(false)
          expect(verifyInclusion(leaf, index, size, proof.slice(1), root)).toBe(false)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('of consistency hold for their own two trees, and for no other', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), (size, cut, other) => {
        const leaves = leavesOf(size)
        const older = (cut % size) + 1
        const [olderRoot, root] = [definedRoot(leaves.slice(0, older)), definedRoot(leaves)]
        const proof = carryOut(planConsistency(older, size), reader(leaves))
        expect(verifyConsistency(older, size, proof, olderRoot, root)).toBe(true)
        expect(verifyConsistency(older, size, proof, flip(olderRoot), root)).toBe(false)
        expect(verifyConsistency(older, size, proof, olderRoot, flip(root))).toBe(false)
        expect(verifyConsistency(older, size, [...proof, root], olderRoot, root)).toBe(false)
        if (proof.length > 0) {
          const bad = proof.map((hash, i) => (i === other % proof.length ? flip(hash) : hash))
          expect(verifyConsistency(older, size, bad, olderRoot, root)).toBe(false)
        }
      }),
      { numRuns: 60 },
    )
  })
})
