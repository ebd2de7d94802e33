import { execFile, fork } from 'node:child_process'
import * as fs from 'node:fs'
import * as os from 'node:os'
import * as path from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { toBase64 } from '#kernel/bytes'
import { derivedUuid } from '#kernel/ids'
import { isRefusal } from '#kernel/refusal'
import { freshPostgres } from '../../../test/kit/postgres.ts'
import { appendLeaf, createFrontier, frontierRoot, hashBody, hashLeaf, leafText } from './core/index.ts'
import {
  createRecordStore,
  eraseHeldText,
  holdText,
  migrate,
  openDatabase,
  readHeldTexts,
  readRoot,
  recordMigrations,
  type Batch,
  type Database,
  type DatabaseOptions,
  type NewEntry,
  type RecordStore,
} from './index.ts'

const AT = 1_800_000_000_000

function entry(seq: number, by = 'm-0000000000aa', id = derivedUuid('test', seq)): NewEntry {
  const salt = new Uint8Array(16).fill(seq % 256)
  const body = { n: seq, text: 'Grüße \u0000 “x”' }
  const bodyHash = hashBody(salt, body)
  return {
    seq,
    at: AT + seq,
    by,
    id,
    type: 'test.act',
    law: 1,
    unit: seq % 2 ? null : 'u-1',
    salt: toBase64(salt),
    body,
    bodyHash,
  }
}

function entries(from: number, count: number): readonly NewEntry[] {
  return Array.from({ length: count }, (_, i) => entry(from + i))
}

function batch(list: readonly NewEntry[], alongside: Batch['alongside'] = []): () => Batch {
  return () => ({ entries: list, alongside })
}

async function all(store: RecordStore, from = 0, to?: number): Promise<readonly unknown[]> {
  const read = []
  for await (const page of store.read(from, to)) read.push(...page)
  return read
}

async function opened(options: DatabaseOptions): Promise<Database> {
  const database = await openDatabase(options)
  if (isRefusal(database)) throw new Error(JSON.stringify(database))
  expect(await migrate(database, recordMigrations)).toBe('done')
  return database
}

function freshFolder(): string {
  return fs.mkdtempSync(path.join(os.tmpdir(), 'plenum-record-'))
}

describe.each(['sqlite', 'postgres'] as const)('the record on %s', (engine) => {
  let options: DatabaseOptions
  let database: Database
  let store: RecordStore
  let end: () => Promise<void>

  beforeEach(async () => {
    const data = freshFolder()
    const postgres = engine === 'postgres' ? await freshPostgres() : undefined
    options = { data, databaseUrl: postgres?.url }
    database = await opened(options)
    store = createRecordStore(database)
    end = async () => {
      await database.close()
      await postgres?.drop()
      fs.rmSync(data, { recursive: true })
    }
  })
  afterEach(() => end())

  test('gives entries back as they were handed in', async () => {
    const signed = { ...entry(2), sig: 'c2ln' }
    expect(await store.append(0, [], batch([entry(0), entry(1), signed]))).toBe('done')
    expect(await all(store)).toEqual([entry(0), entry(1), signed])
    expect(await all(store, 1, 2)).toEqual([entry(1)])
    expect(await store.size()).toBe(3)
    expect(await store.find(signed.by, signed.id)).toEqual(signed)
    expect(await store.find('m-0000000000bb', signed.id)).toBeUndefined()
    expect((await store.leafHashes(1, 5)).map(toBase64)).toEqual(
      [entry(1), signed].map((e) => toBase64(hashLeaf(leafText(e)))),
    )
  })

  test('reads a record of many pages whole and in order', async () => {
    for (let from = 0; from < 12_000; from += 3000)
      expect(await store.append(from, [], batch(entries(from, 3000)))).toBe('done')
    expect((await all(store)).map((e) => (e as NewEntry).seq)).toEqual(
      Array.from({ length: 12_000 }, (_, i) => i),
    )
    expect(await all(store, 4999, 10_001)).toEqual(entries(4999, 5002))
    expect(await store.nodes({ level: 8, from: 0, count: 100 })).toHaveLength(46)
  })

  test('shows what decides to: the tail, the acts already known, the clock of PostgreSQL', async () => {
    await store.append(0, [], batch(entries(0, 4)))
    const asked = [entry(1), { by: 'nobody', id: entry(2).id }, entry(9)]
    const seen = await new Promise((resolve) => {
      void store.append(2, asked, (gathered) => {
        resolve(gathered)
        return { entries: [], alongside: [] }
      })
    })
    const now: unknown = engine === 'sqlite' ? undefined : expect.any(Number)
    expect(seen).toEqual({ tail: [entry(2), entry(3)], known: [entry(1)], now })
  })

  test('keeps a long body and a body of null', async () => {
    const salt = new Uint8Array(16)
    const long = 'é'.repeat(200_000)
    const wide = { ...entry(0), salt: toBase64(salt), body: long, bodyHash: hashBody(salt, long) }
    const none = { ...entry(1), salt: toBase64(salt), body: null, bodyHash: hashBody(salt, null) }
    await store.append(0, [], batch([wide, none]))
    expect(await all(store)).toEqual([wide, none])
  })

  test('the database itself refuses to change or drop what was recorded', async () => {
    await store.append(0, [], batch(entries(0, 3)))
    const attempts = [
      `update record set at = at + 1 where seq = 1`,
      `delete from record where seq = 2`,
      `delete from record`,
      `insert into record select 9, at, 'x', id, type, law, unit, sig, body_hash, leaf_hash from record where seq = 2`,
      ...(engine === 'sqlite'
        ? [
            `insert or replace into record select seq, at + 1, "by", id, type, law, unit, sig, body_hash, leaf_hash from record where seq = 2`,
            `insert or replace into record select 3, at, "by", id, type, law, unit, sig, body_hash, leaf_hash from record where seq = 2`,
          ]
        : [`truncate record cascade`]),
    ]
    for (const attempt of attempts) {
      await expect(sql.raw(attempt).execute(database.kysely), attempt).rejects.toThrow(
        'the record takes entries at its end only',
      )
    }
    for (const attempt of [
      `delete from record_body`,
      `update record_body set body = '{}' where seq = 1`,
      `update record_body set seq = 7 where seq = 1`,
    ]) {
      await expect(sql.raw(attempt).execute(database.kysely), attempt).rejects.toThrow(
        'can only be withdrawn',
      )
    }
    expect(await all(store)).toEqual(entries(0, 3))
  })

  test('a body can be withdrawn with its salt, and the tree stays', async () => {
    await store.append(0, [], batch(entries(0, 2)))
    const before = await store.leafHashes(0, 2)
    await expect(
      sql.raw('update record_body set body = null where seq = 1').execute(database.kysely),
    ).rejects.toThrow()
    await sql.raw('update record_body set body = null, salt = null where seq = 1').execute(database.kysely)
    const { salt: _salt, body: _body, ...rest } = entry(1)
    expect(await all(store)).toEqual([entry(0), rest])
    expect(await store.leafHashes(0, 2)).toEqual(before)
  })

  test('all or nothing: a fault in what goes alongside leaves no entry', async () => {
    const text = { hash: hashBody(new Uint8Array(16), 'x'), salt: new Uint8Array(16), text: 'x' }
    const broken = { ...text, salt: new Uint8Array(3), hash: hashBody(new Uint8Array(16), 'y') }
    await store.append(0, [], batch([entry(0)]))
    await expect(
      store.append(1, [], batch(entries(1, 2), [holdText(database, text), holdText(database, broken)])),
    ).rejects.toThrow()
    expect(await all(store)).toEqual([entry(0)])
    expect(await readHeldTexts(database, [text.hash, broken.hash])).toEqual([])
    expect(await store.append(1, [], batch(entries(1, 2), [holdText(database, text)]))).toBe('done')
    expect(await readHeldTexts(database, [text.hash])).toEqual([
      { ...text, salt: expect.anything() as unknown },
    ])
  })

  test('a held text can be erased; its hash stays', async () => {
    const text = { hash: hashBody(new Uint8Array(16), 'x'), salt: new Uint8Array(16), text: 'x' }
    await store.append(0, [], batch([entry(0)], [holdText(database, text)]))
    await store.append(1, [], batch([entry(1)], [eraseHeldText(database, text.hash, AT)]))
    expect(await readHeldTexts(database, [text.hash])).toEqual([])
    const { rows } = await sql`select hash, salt, text, erased_at from held_text`.execute(database.kysely)
    expect(rows).toEqual([{ hash: text.hash, salt: null, text: null, erased_at: AT }])
  })

  test('what decides may throw: nothing is written and the next append goes through', async () => {
    const fault = new Error('from decide')
    await expect(
      store.append(0, [], () => {
        throw fault
      }),
    ).rejects.toBe(fault)
    expect(await store.size()).toBe(0)
    expect(await store.append(0, [], batch([entry(0)]))).toBe('done')
  })

  test('entries that do not continue the record, and an act twice, are faults of the caller', async () => {
    await store.append(0, [], batch(entries(0, 2)))
    await expect(store.append(2, [], batch([entry(3)]))).rejects.toThrow('does not stand at the end')
    await expect(store.append(2, [], batch([entry(1)]))).rejects.toThrow('does not stand at the end')
    await expect(store.append(2, [], batch([{ ...entry(2), id: entry(0).id }]))).rejects.toThrow()
    expect(await store.append(2, [], batch([{ ...entry(2), by: 'nobody', id: entry(0).id }]))).toBe('done')
  })

  test('an append waits for a transaction that others have open', async () => {
    let finish = (): void => undefined
    const held = new Promise<void>((resolve) => {
      finish = resolve
    })
    const other = database.kysely.transaction().execute(async (transaction) => {
      await sql`insert into held_text (hash, salt, text) values (${'x'.repeat(44)}, ${Buffer.alloc(16)}, 'x')`.execute(
        transaction,
      )
      await held
    })
    const append = store.append(0, [], batch([entry(0)]))
    await new Promise((resolve) => setTimeout(resolve, 20))
    finish()
    await other
    expect(await append).toBe('done')
    expect(await all(store)).toEqual([entry(0)])
  })

  test('a store that starts anew goes on with the same tree', async () => {
    const frontier = createFrontier()
    for (const each of entries(0, 1100)) appendLeaf(frontier, hashLeaf(leafText(each)))
    await store.append(0, [], batch(entries(0, 700)))
    expect(await createRecordStore(database).append(700, [], batch(entries(700, 400)))).toBe('done')
    expect(await store.nodes({ level: 8, from: 0, count: 9 })).toHaveLength(4)
    expect(toBase64(await readRoot(store, 1100))).toBe(toBase64(frontierRoot(frontier)))
  })

  test('migrations run once; a database from a newer program is refused', async () => {
    expect(await migrate(database, recordMigrations)).toBe('done')
    const later = {
      name: 'later-1',
      up: async (kysely: Database['kysely']) => {
        await sql`create table later (a integer)`.execute(kysely)
      },
    }
    expect(await migrate(database, [...recordMigrations, later])).toBe('done')
    expect(await migrate(database, recordMigrations)).toMatchObject({
      code: 'database-newer',
      facts: { names: ['later-1'] },
    })
  })

  test('a migration that fails leaves nothing behind', async () => {
    const half = {
      name: 'half-1',
      up: async (kysely: Database['kysely']) => {
        await sql`create table half (a integer)`.execute(kysely)
        throw new Error('half way')
      },
    }
    await expect(migrate(database, [...recordMigrations, half])).rejects.toThrow('half way')
    await expect(sql`select * from half`.execute(database.kysely)).rejects.toThrow()
    expect(await migrate(database, recordMigrations)).toBe('done')
  })

  test('a reader opens beside the writer, sees one moment and cannot write', async () => {
    await store.append(0, [], batch(entries(0, 2)))
    const reader = await openDatabase({ ...options, readOnly: true })
    if (isRefusal(reader)) throw new Error(reader.code)
    expect(await migrate(reader, recordMigrations)).toBe('done')
    expect(
      await migrate(reader, [...recordMigrations, { name: 'next-1', up: () => Promise.resolve() }]),
    ).toMatchObject({ code: 'database-older' })
    await store.append(2, [], batch([entry(2)]))
    expect(await all(createRecordStore(reader))).toEqual(entries(0, 2))
    const later = await openDatabase({ ...options, readOnly: true })
    if (isRefusal(later)) throw new Error(later.code)
    expect(await all(createRecordStore(later))).toEqual(entries(0, 3))
    await later.close()
    await expect(sql`delete from tree_node`.execute(reader.kysely)).rejects.toThrow(/read-?only/i)
    await reader.close()
  })
})

describe('SQLite alone', () => {
  test('keeps a second writing process out of the folder until the first is dead', async () => {
    const data = freshFolder()
    const child = fork(path.join(import.meta.dirname, 'fixtures/hold-folder.ts'), [data], { stdio: 'ignore' })
    await new Promise((resolve) => child.once('message', resolve))
    const refused = await openDatabase({ data })
    expect(refused).toMatchObject({ code: 'folder-in-use', facts: { folder: data, pid: child.pid } })
    child.kill('SIGKILL')
    await new Promise((resolve) => child.once('exit', resolve))
    const database = await opened({ data })
    expect(await openDatabase({ data })).toMatchObject({ code: 'folder-in-use', facts: { pid: process.pid } })
    await database.close()
    await (await opened({ data })).close()
  })

  test('makes the folder readable for its owner only', async () => {
    const data = path.join(freshFolder(), 'new')
    const database = await opened({ data })
    expect(fs.statSync(data).mode & 0o777).toBe(0o700)
    expect(fs.statSync(path.join(data, 'plenum.sqlite')).mode & 0o777).toBe(0o600)
    await database.close()
  })

  test('says that the disk is full, keeps nothing of the batch and goes on when there is room', async () => {
    const database = await opened({ data: freshFolder() })
    if (database.engine !== 'sqlite') throw new Error('not SQLite')
    const store = createRecordStore(database)
    await store.append(0, [], batch([entry(0)]))
    database.sqlite.exec('pragma max_page_count = 40')
    expect(await store.append(1, [], batch(entries(1, 5000)))).toMatchObject({ code: 'disk-full' })
    expect(await all(store)).toEqual([entry(0)])
    database.sqlite.exec('pragma max_page_count = 100000')
    expect(await store.append(1, [], batch(entries(1, 5000)))).toBe('done')
    await database.close()
  })

  test('says that the disk is full on a file system that is', async (context) => {
    const mount = freshFolder()
    const mounted = await promisify(execFile)('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', mount]).then(
      () => true,
      () => false,
    )
    if (!mounted) context.skip('needs root, to mount a small file system')
    try {
      const database = await opened({ data: mount })
      const store = createRecordStore(database)
      expect(await store.append(0, [], batch([entry(0)]))).toBe('done')
      expect(await store.append(1, [], batch(entries(1, 20_000)))).toMatchObject({ code: 'disk-full' })
      expect(await all(store)).toEqual([entry(0)])
      await database.close()
    } finally {
      await promisify(execFile)('umount', [mount])
    }
  })

  test('refuses a damaged file, a file in place of the folder, and reading where nothing is', async () => {
    const data = freshFolder()
    fs.writeFileSync(path.join(data, 'plenum.sqlite'), 'no database at all '.repeat(300))
    expect(await openDatabase({ data })).toMatchObject({ code: 'database-damaged' })
    expect(await openDatabase({ data: path.join(data, 'plenum.sqlite') })).toMatchObject({
      code: 'folder-not-writable',
    })
    expect(await openDatabase({ data: '/proc/plenum' })).toMatchObject({ code: 'folder-not-writable' })
    expect(await openDatabase({ data: freshFolder(), readOnly: true })).toMatchObject({ code: 'no-database' })
  })
})

describe('PostgreSQL alone', () => {
  const data = '/nowhere'

  test('two processes append at once: no gap, no loss, both get their turn', async () => {
    const { url, drop } = await freshPostgres()
    const databases = [await opened({ data, databaseUrl: url }), await opened({ data, databaseUrl: url })]
    const done = await Promise.all(
      databases.map(async (database, process) => {
        const store = createRecordStore(database)
        let followed = 0
        for (let round = 0; round < 40; round++) {
          const answer = await store.append(followed, [], ({ tail }) => {
            const next = followed + tail.length
            expect(tail.map(({ seq }) => seq)).toEqual(tail.map((_, i) => followed + i))
            followed = next + 7
            return { entries: entries(next, 7).map((e) => ({ ...e, by: `p-${process}` })), alongside: [] }
          })
          expect(answer).toBe('done')
        }
      }),
    )
    expect(done).toHaveLength(2)
    const [first] = databases
    if (first === undefined) throw new Error('none')
    const seqs = (await all(createRecordStore(first))).map((e) => (e as NewEntry).seq)
    expect(seqs).toEqual(Array.from({ length: 560 }, (_, i) => i))
    const fresh = createRecordStore(first)
    expect(await fresh.nodes({ level: 8, from: 0, count: 9 })).toHaveLength(2)
    for (const database of databases) await database.close()
    await drop()
  })

  test('two processes that start at once migrate once', async () => {
    const { url, drop } = await freshPostgres()
    const databases = await Promise.all([
      opened({ data, databaseUrl: url }),
      opened({ data, databaseUrl: url }),
    ])
    for (const database of databases) await database.close()
    await drop()
  })

  test('says so when the server is away, and never shows the password', async () => {
    const answer = await openDatabase({ data, databaseUrl: 'postgres://plenum:secret@127.0.0.1:1/plenum' })
    expect(answer).toMatchObject({
      code: 'database-unreachable',
      facts: { host: '127.0.0.1', port: 1, why: 'ECONNREFUSED' },
    })
    expect(JSON.stringify(answer)).not.toContain('secret')
    expect(await openDatabase({ data, databaseUrl: 'mysql://x' })).toMatchObject({
      code: 'database-url-wrong',
    })
  })

  test('says so when the server knows no such database', async () => {
    const { url, drop } = await freshPostgres()
    expect(await openDatabase({ data, databaseUrl: `${url}x` })).toMatchObject({
      code: 'database-refuses',
      facts: { why: '3D000' },
    })
    await drop()
  })

  test('a connection that breaks before COMMIT wrote nothing; one that breaks during COMMIT is of unknown outcome', async () => {
    const { url, drop } = await freshPostgres()
    const database = await opened({ data, databaseUrl: url })
    const store = createRecordStore(database)
    const kill = sql`select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()`
    const other = await opened({ data, databaseUrl: url })
    await store.append(0, [], batch([entry(0)]))
    const end = sql`select pg_terminate_backend(pg_backend_pid())`.compile(database.kysely)
    expect(await store.append(1, [], batch([entry(1)], [end]))).toMatchObject({ code: 'database-gone' })
    expect(await store.size()).toBe(1)
    // A deferred trigger runs inside COMMIT: there it ends its own connection.
    await sql`create function die() returns trigger language plpgsql as 'begin perform pg_terminate_backend(pg_backend_pid()); return null; end'`.execute(
      other.kysely,
    )
    await sql`create constraint trigger die after insert on record deferrable initially deferred for each row execute function die()`.execute(
      other.kysely,
    )
    expect(await store.append(1, [], batch([entry(1)]))).toMatchObject({ code: 'outcome-unknown' })
    await sql`drop trigger die on record`.execute(other.kysely)
    expect(await store.append(1, [], batch([entry(1)]))).toBe('done')
    await kill.execute(other.kysely)
    expect(await store.append(2, [], batch([entry(2)]))).toSatisfy(
      (answer) => answer === 'done' || isRefusal(answer),
    )
    await drop()
    expect(await store.append(2, [], batch([entry(2)]))).toMatchObject({ code: 'database-gone' })
    await database.close()
    await other.close()
  })
})
