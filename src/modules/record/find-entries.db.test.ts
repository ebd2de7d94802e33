import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { toBase64 } from '#kernel/bytes'
import { derivedUuid } from '#kernel/ids'
import { freshStorage, must, type Storage } from '../../../test/kit/storage.ts'
import { hashBody } from './core/index.ts'
import {
  createRecordStore,
  findEntries,
  migrate,
  openDatabase,
  recordMigrations,
  type Database,
  type NewEntry,
} from './index.ts'

function entry(seq: number, type: string, by: string): NewEntry {
  const salt = new Uint8Array(16).fill(seq)
  const body = { n: seq }
  const id = derivedUuid('test', seq)
  return {
    seq,
    at: 1_800_000_000_000,
    by,
    id,
    type,
    law: 1,
    unit: null,
    salt: toBase64(salt),
    body,
    bodyHash: hashBody(salt, body),
  }
}

describe.each(['sqlite', 'postgres'] as const)('entries found in %s', (engine) => {
  let storage: Storage
  let database: Database
  const written = [
    entry(0, 'motion.propose', 'm-a'),
    entry(1, 'ballot.cast', 'm-a'),
    entry(2, 'ballot.cast', 'm-b'),
    entry(3, 'ballot.cast', 'm-a'),
    entry(4, 'vote.close', 'clerk'),
  ]

  beforeEach(async () => {
    storage = await freshStorage(engine)
    database = must(await openDatabase(storage))
    must(await migrate(database, recordMigrations))
    must(await createRecordStore(database).append(0, [], () => ({ entries: written, alongside: [] })))
  })
  afterEach(async () => {
    await database.close()
    await storage.drop()
  })

  test('newest first, as many as asked for, whole', async () => {
    expect(await findEntries(database, { count: 2 })).toEqual([written[4], written[3]])
    expect(await findEntries(database, { count: 2, below: 3 })).toEqual([written[2], written[1]])
  })

  test('of a type, by somebody, from a position on', async () => {
    const ballots = { type: 'ballot.cast', count: 10 }
    const found = async (search: object): Promise<readonly number[]> =>
      (await findEntries(database, { ...ballots, ...search })).map(({ seq }) => seq)
    expect(await found({})).toEqual([3, 2, 1])
    expect(await found({ by: 'm-a' })).toEqual([3, 1])
    expect(await found({ by: 'm-a', from: 2 })).toEqual([3])
    expect(await found({ type: 'no.such' })).toEqual([])
  })
})
