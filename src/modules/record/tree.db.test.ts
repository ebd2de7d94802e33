import { verifyEd25519 } from '#kernel/ed25519'
import * as fs from 'node:fs'
import * as os from 'node:os'
import * as path from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { concat, toBase64 } from '#kernel/bytes'
import { derivedUuid } from '#kernel/ids'
import { isRefusal, type Refusal } from '#kernel/refusal'
import { freshPostgres } from '../../../test/kit/postgres.ts'
import {
  hashBody,
  hashLeaf,
  leafText,
  openNote,
  parseCheckpoint,
  parseVkey,
  tilesOf,
  verifyConsistency,
  verifyInclusion,
  appendLeaf,
  createFrontier,
  frontierRoot,
  type Hash,
} from './core/index.ts'
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

const SIZE = 1000
const ENTRIES: readonly NewEntry[] = Array.from({ length: SIZE }, (_, seq) => {
  const salt = new Uint8Array(16).fill(seq)
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
})
const LEAVES = ENTRIES.map((entry) => hashLeaf(leafText(entry)))

function rootOf(size: number): Hash {
  const frontier = createFrontier()
  for (const leaf of LEAVES.slice(0, size)) appendLeaf(frontier, leaf)
  return frontierRoot(frontier)
}

function must<Answer>(answer: Answer | Refusal): Answer {
  if (isRefusal(answer)) throw new Error(JSON.stringify(answer))
  return answer
}

describe.each(['sqlite', 'postgres'] as const)('the tree on %s', (engine) => {
  let database: Database
  let store: RecordStore
  let end: () => Promise<void>

  beforeEach(async () => {
    const data = fs.mkdtempSync(path.join(os.tmpdir(), 'plenum-tree-'))
    const postgres = engine === 'postgres' ? await freshPostgres() : undefined
    database = must(await openDatabase({ data, databaseUrl: postgres?.url }))
    must(await migrate(database, recordMigrations))
    store = createRecordStore(database)
    await grow(0, SIZE)
    end = async () => {
      await database.close()
      await postgres?.drop()
      fs.rmSync(data, { recursive: true })
    }
  })
  afterEach(() => end())

  async function grow(from: number, to: number): Promise<void> {
    must(await store.append(from, [], () => ({ entries: ENTRIES.slice(from, to), alongside: [] })))
  }

  test('has the roots of all its beginnings', async () => {
    for (const size of [0, 1, 255, 256, 257, 512, 768, 999, 1000]) {
      expect(toBase64(await readRoot(store, size)), `at ${size}`).toBe(toBase64(rootOf(size)))
    }
  })

  test('serves its tiles, full and partial, and none that it has not', async () => {
    for (const tile of tilesOf(SIZE).filter(({ level }) => level === 0)) {
      const hashes = LEAVES.slice(tile.index * 256, tile.index * 256 + tile.width)
      expect(toBase64(must(await readTile(store, tile)))).toBe(toBase64(concat(...hashes)))
    }
    const upper = must(await readTile(store, { level: 1, index: 0, width: 3 }))
    expect([upper.length, toBase64(upper.subarray(0, 32))]).toEqual([96, toBase64(rootOf(256))])
    const absent = [
      { level: 0, index: 3, width: 233 },
      { level: 0, index: 3, width: 256 },
      { level: 1, index: 0, width: 4 },
      { level: 63, index: 9e14, width: 1 },
    ]
    for (const tile of absent)
      expect(await readTile(store, tile)).toMatchObject({ code: 'tile-absent', facts: { size: SIZE } })
  })

  test('proves that entries stand in it and that it continues its beginnings', async () => {
    for (const [seq, size] of [
      [0, 1],
      [0, 1000],
      [999, 1000],
      [255, 256],
      [256, 700],
      [511, 1000],
      [300, 301],
    ] as const) {
      const proof = must(await proveInclusion(store, seq, size))
      expect(
        verifyInclusion(LEAVES[seq] ?? new Uint8Array(), seq, size, proof, rootOf(size)),
        `${seq} in ${size}`,
      ).toBe(true)
    }
    for (const [older, size] of [
      [1, 1000],
      [256, 1000],
      [257, 999],
      [1000, 1000],
      [511, 512],
    ] as const) {
      const proof = must(await proveConsistency(store, older, size))
      expect(verifyConsistency(older, size, proof, rootOf(older), rootOf(size)), `${older} to ${size}`).toBe(
        true,
      )
    }
  })

  test('proves nothing beyond its end', async () => {
    for (const answer of [
      proveInclusion(store, 1000, 1001),
      proveInclusion(store, 5, 5),
      proveInclusion(store, 0, 1001),
      proveConsistency(store, 1, 1001),
      proveConsistency(store, 9, 8),
    ]) {
      expect(await answer).toMatchObject({ code: 'beyond-record', facts: { size: SIZE } })
    }
  })
})

describe.each(['sqlite', 'postgres'] as const)('checkpoints on %s', (engine) => {
  let database: Database
  let other: Database
  let store: RecordStore
  let end: () => Promise<void>

  beforeEach(async () => {
    const data = fs.mkdtempSync(path.join(os.tmpdir(), 'plenum-tree-'))
    const postgres = engine === 'postgres' ? await freshPostgres() : undefined
    database = must(await openDatabase({ data, databaseUrl: postgres?.url }))
    must(await migrate(database, recordMigrations))
    other = postgres === undefined ? database : must(await openDatabase({ data, databaseUrl: postgres.url }))
    store = createRecordStore(database)
    end = async () => {
      if (other !== database) await other.close()
      await database.close()
      await postgres?.drop()
      fs.rmSync(data, { recursive: true })
    }
  })
  afterEach(() => end())

  async function grow(from: number, to: number): Promise<void> {
    must(await store.append(from, [], () => ({ entries: ENTRIES.slice(from, to), alongside: [] })))
  }

  /** Somebody with the rights of the database's owner. */
  async function tamper(...statements: readonly string[]): Promise<void> {
    const unlock =
      engine === 'sqlite'
        ? [
            'drop trigger record_refuses_update',
            'drop trigger record_refuses_delete',
            'drop trigger record_body_refuses_delete',
          ]
        : ['alter table record disable trigger user', 'alter table record_body disable trigger user']
    for (const statement of [...unlock, ...statements]) await sql.raw(statement).execute(database.kysely)
  }

  test('are signed over all there is, the same for the same size', async () => {
    const { vkey, origin } = await openLog(database, 'plenum.example/record')
    const key = must(parseVkey(vkey))
    for (const [from, to] of [
      [0, 0],
      [0, 3],
      [3, 300],
      [300, 600],
    ] as const) {
      await grow(from, to)
      const note = await signCheckpoint(database, store)
      const checkpoint = must(parseCheckpoint(must(openNote(note, key, verifyEd25519))))
      expect({ ...checkpoint, root: toBase64(checkpoint.root) }).toEqual({
        origin,
        size: to,
        root: toBase64(rootOf(to)),
      })
      expect(await signCheckpoint(database, store)).toBe(note)
    }
  })

  test('the log is made once, whoever asks and under whatever name', async () => {
    const both = await Promise.all([
      openLog(database, 'plenum.example/a'),
      openLog(other, 'plenum.example/b'),
    ])
    expect(both[0]).toEqual(both[1])
    expect(await openLog(database, 'plenum.example/c')).toEqual(both[0])
  })

  test('two processes sign one history', async () => {
    await openLog(database, 'plenum.example/record')
    await grow(0, 10)
    const notes = await Promise.all([
      signCheckpoint(database, store),
      signCheckpoint(other, createRecordStore(other)),
    ])
    expect(notes[0]).toBe(notes[1])
    await grow(10, 20)
    expect(await signCheckpoint(other, createRecordStore(other))).toBe(await signCheckpoint(database, store))
  })

  test('a record that was changed or cut after it was signed is never signed again', async () => {
    await openLog(database, 'plenum.example/record')
    await grow(0, 300)
    await signCheckpoint(database, store)
    await tamper(
      `update record set leaf_hash = (select leaf_hash from record where seq = 298) where seq = 299`,
    )
    await expect(signCheckpoint(database, store)).rejects.toThrow('the record was changed')
    await grow(300, 301)
    await expect(signCheckpoint(database, store)).rejects.toThrow('the record was changed')
    await sql.raw('delete from record_body where seq > 200').execute(database.kysely)
    await sql.raw('delete from record where seq > 200').execute(database.kysely)
    await expect(signCheckpoint(database, store)).rejects.toThrow('it was cut')
  })
})
