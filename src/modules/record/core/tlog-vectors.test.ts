import * as fs from 'node:fs'
import * as path from 'node:path'
import { describe, expect, test } from 'vitest'
import { fromBase64 } from '#kernel/bytes'
import { verifyConsistency, verifyInclusion } from './verify-proof.ts'

// Test data of github.com/transparency-dev/merkle, kept beside the repository: 98 cases of each kind, most of them wrong.
const FOLDER = path.resolve(
  import.meta.dirname,
  '../../../../../shared/data/voting/tlog/transparency-dev-merkle-testdata',
)

interface Case {
  readonly desc: string
  readonly proof: readonly string[] | null
  readonly wantErr: boolean
}
interface Inclusion extends Case {
  readonly leafIdx: number
  readonly treeSize: number
  readonly root: string
  readonly leafHash: string
}
interface Consistency extends Case {
  readonly size1: number
  readonly size2: number
  readonly root1: string
  readonly root2: string
}

function cases<Kind extends Case>(kind: string): readonly [string, Kind][] {
  const folder = path.join(FOLDER, kind)
  const files = fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
  return files.map((name) => [name, JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8')) as Kind])
}

function bytes(text: string | null): Uint8Array {
  return fromBase64(text ?? '') ?? new Uint8Array()
}

const isHere = fs.existsSync(FOLDER)

describe.skipIf(!isHere)(
  `proofs of transparency-dev/merkle${isHere ? '' : ` (skipped: no data in ${FOLDER})`}`,
  () => {
    const inclusion = isHere ? cases<Inclusion>('inclusion') : []
    const consistency = isHere ? cases<Consistency>('consistency') : []

    test('all cases are there', () => {
      expect([inclusion.length, consistency.length]).toEqual([98, 98])
    })

    test.each(inclusion)('inclusion %s', (_, { leafHash, leafIdx, treeSize, proof, root, wantErr }) => {
      expect(verifyInclusion(bytes(leafHash), leafIdx, treeSize, (proof ?? []).map(bytes), bytes(root))).toBe(
        !wantErr,
      )
    })

    test.each(consistency)('consistency %s', (_, { size1, size2, proof, root1, root2, wantErr }) => {
      expect(verifyConsistency(size1, size2, (proof ?? []).map(bytes), bytes(root1), bytes(root2))).toBe(
        !wantErr,
      )
    })
  },
)
