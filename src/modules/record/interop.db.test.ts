import { execFileSync, spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import * as os from 'node:os'
import * as path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toBase64 } from '#kernel/bytes'
import { derivedUuid } from '#kernel/ids'
import { isRefusal, type Refusal } from '#kernel/refusal'
import { formatTilePath, hashBody, tilesOf } from './core/index.ts'
import {
  createRecordStore,
  migrate,
  openDatabase,
  openLog,
  proveConsistency,
  proveInclusion,
  readRoot,
  readTile,
  recordMigrations,
  signCheckpoint,
  type Database,
  type NewEntry,
  type RecordStore,
} from './index.ts'

const GO = path.resolve(import.meta.dirname, '../../../test/interop/go/check-tlog.go')
const SOURCES = '/usr/share/gocode'
const ENVIRONMENT = { ...process.env, GO111MODULE: 'off', GOPATH: SOURCES, GOFLAGS: '' }
const hasGo =
  spawnSync('go', ['version']).status === 0 && fs.existsSync(`${SOURCES}/src/golang.org/x/mod/sumdb/tlog`)

// Past 65,536, so that tiles of three levels exist.
const SIZE = 65_536 + 300

function entry(seq: number): NewEntry {
  const salt = new Uint8Array(16)
  const bodyHash = hashBody(salt, seq)
  return {
    seq,
    at: seq,
    by: 'clerk',
    id: derivedUuid(seq),
    type: 't',
    law: 1,
    unit: null,
    salt: toBase64(salt),
    body: seq,
    bodyHash,
  }
}

function must<Answer>(answer: Answer | Refusal): Answer {
  if (isRefusal(answer)) throw new Error(JSON.stringify(answer))
  return answer
}

describe.skipIf(!hasGo)(
  `Go's sumdb${hasGo ? '' : ' (skipped: install golang-go and golang-golang-x-mod-dev)'}`,
  () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'plenum-interop-'))
    const checker = path.join(folder, 'check-tlog')
    let database: Database
    let store: RecordStore
    let vkey: string
    let claims: { Leaves: { Seq: number; Hash: string; Proof: string[] }[]; Older: object }

    beforeAll(async () => {
      execFileSync('go', ['build', '-o', checker, GO], {
        env: { ...ENVIRONMENT, GOCACHE: path.join(os.tmpdir(), 'plenum-go-cache') },
      })
      database = must(await openDatabase({ data: path.join(folder, 'data') }))
      must(await migrate(database, recordMigrations))
      store = createRecordStore(database)
      for (let from = 0; from < SIZE; from += 5000) {
        const entries = Array.from({ length: Math.min(5000, SIZE - from) }, (_, i) => entry(from + i))
        must(await store.append(from, [], () => ({ entries, alongside: [] })))
      }
      vkey = (await openLog(database, 'plenum.example/record')).vkey
      await publish()
      claims = await claim()
    }, 180_000)

    afterAll(async () => {
      await database.close()
      fs.rmSync(folder, { recursive: true })
    })

    async function publish(): Promise<void> {
      fs.writeFileSync(path.join(folder, 'checkpoint'), await signCheckpoint(database, store))
      for (const tile of tilesOf(SIZE)) {
        const file = path.join(folder, formatTilePath(tile))
        fs.mkdirSync(path.dirname(file), { recursive: true })
        fs.writeFileSync(file, must(await readTile(store, tile)))
      }
    }

    async function claim(): Promise<typeof claims> {
      const Leaves = []
      for (const Seq of [0, 1, 255, 256, 40_000, 65_535, 65_536, SIZE - 1]) {
        const [hash] = await store.leafHashes(Seq, 1)
        const proof = must(await proveInclusion(store, Seq, SIZE))
        Leaves.push({ Seq, Hash: toBase64(hash ?? new Uint8Array()), Proof: proof.map(toBase64) })
      }
      const [Size, proof] = [777, must(await proveConsistency(store, 777, SIZE))]
      return {
        Leaves,
        Older: { Size, Root: toBase64(await readRoot(store, Size)), Proof: proof.map(toBase64) },
      }
    }

    function ask(key: string, claimed: object): string {
      return spawnSync(checker, [folder, key], {
        input: JSON.stringify(claimed),
        encoding: 'utf8',
      }).stdout.trim()
    }

    test('accepts checkpoint, tiles, inclusion and consistency proofs', () => {
      expect(ask(vkey, claims)).toBe(`accepted: ${SIZE}`)
    })

    test('refuses what is changed', () => {
      const [first, ...rest] = claims.Leaves
      const other = claims.Leaves[3]
      expect(ask(vkey, { Leaves: [{ ...first, Hash: other?.Hash }, ...rest] })).toMatch('another leaf hash')
      expect(ask(vkey, { Leaves: [{ ...first, Proof: other?.Proof }] })).toMatch('inclusion of entry 0')
      expect(ask(vkey, { Leaves: [], Older: { ...claims.Older, Size: 778 } })).toMatch('consistency with 778')
      expect(
        ask(
          vkey.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
          claims,
        ),
      ).toMatch('refused')
      const tile = path.join(folder, 'tile/0/156')
      const bytes = fs.readFileSync(tile)
      fs.writeFileSync(
        tile,
        bytes.map((byte, i) => (i === 4000 ? byte ^ 1 : byte)),
      )
      expect(ask(vkey, claims)).toMatch('tiles of entry 40000')
      fs.writeFileSync(tile, bytes)
    })
  },
)
