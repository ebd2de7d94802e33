import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toBase64 } from '#kernel/bytes'
import { derivedUuid } from '#kernel/ids'
import { insertRow, listColumns, listTables, migrate, openDatabase, readRows } from '#modules/record'
import { NEWEST_LAW } from '#organization'
import { openPlenum } from '#organization/server'
import { KNOWN_TABLES, tablesOf } from '../../src/organization/kept-tables.ts'
import { migrations } from '../../src/organization/migrations.ts'
import { runPlenum } from '../kit/command.ts'
import { person } from '../kit/given.ts'
import { freshPostgres, type FreshPostgres } from '../kit/postgres.ts'
import { PASSWORD } from '../kit/seed-organization.ts'
import { must } from '../kit/storage.ts'

// What a program wrote that knew only law 1 and three of today's migrations: its database, and a dump of the first format. It
// holds eight members with passwords, a vote that is decided, and a motion in debate with a speech.

const fixtures = join(import.meta.dirname, '../fixtures/before-law-2')
const KNEW = ['record-1', 'members-1', 'access-1']
const ENTRIES = 27
// Commands run as processes of their own, and the machine may be busy.
const PATIENCE = 120_000
const ROOT = derivedUuid('seed', 'root')
const MOTION = derivedUuid('old', 'concert')
const TEXT = { hash: toBase64(new Uint8Array(32)), length: 9 }
const folder = mkdtempSync(join(tmpdir(), 'plenum-older-'))
const older = join(folder, 'older')
let postgres: FreshPostgres[] = []

beforeAll(() => {
  layOut(older)
})
afterAll(async () => {
  for (const each of postgres) await each.drop()
  postgres = []
  rmSync(folder, { recursive: true })
})

/** Puts the old program's database into a folder. */
function layOut(data: string): void {
  mkdirSync(data)
  writeFileSync(join(data, 'plenum.sqlite'), gunzipSync(readFileSync(join(fixtures, 'plenum.sqlite.gz'))))
}

async function anotherPostgres(): Promise<string> {
  const fresh = await freshPostgres()
  postgres.push(fresh)
  return fresh.url
}

/** The old program's schema on PostgreSQL, with the rows of its SQLite database. */
async function copyOlder(databaseUrl: string): Promise<void> {
  // Read beside a writer it is as it was: nothing brings it forward.
  const from = must(await openDatabase({ data: older, readOnly: true }))
  const to = must(await openDatabase({ data: older, databaseUrl }))
  const known = migrations.filter(({ name }) => KNEW.includes(name))
  must(await migrate(to, known))
  const tables = await listTables(to)
  for (const table of KNOWN_TABLES.filter((each) => each !== 'migration' && tables.includes(each))) {
    const columns = await listColumns(to, table)
    for await (const row of readRows(from, table))
      await to.kysely.executeQuery(insertRow(to, table, columns, row))
  }
  await from.close()
  await to.close()
}

/** Opens what is there as a server does, looks at it, signs a member in, and has an act entered. */
async function useIt(data: string, databaseUrl?: string): Promise<void> {
  const plenum = must(await openPlenum({ data, databaseUrl }))
  const { access, clerk, clock, database } = plenum
  expect(await clerk.read((org) => org.head.get().law)).toBe(NEWEST_LAW)
  expect(await listTables(database)).toEqual(tablesOf(database.engine).toSorted())
  for (const n of [1, 8]) {
    const login = `member${n}@example.org`
    expect(await access.signIn(login, PASSWORD, clock.now(), '127.0.0.1')).toMatchObject({
      member: person(n),
    })
    expect(await access.signIn(login, `${PASSWORD}!`, clock.now(), '127.0.0.1')).toMatchObject({
      code: 'sign-in-wrong',
    })
  }
  const body = { speech: derivedUuid('older', 'speech'), motion: MOTION, side: 'against', text: TEXT }
  const act = { by: person(2), id: derivedUuid('older', 'act'), type: 'speech.give', unit: ROOT, body }
  must(await clerk.submit(act))
  await plenum.close()
}

/** The types of what was recorded since, after an audit by the command that members have. */
async function typesSince(data: string, env: Record<string, string>): Promise<readonly string[]> {
  const { out } = await runPlenum(['export', 'record', '--data', data], env)
  expect(await runPlenum(['audit', '-', '--no-seen', '--as', 'members'], {}, out)).toMatchObject({ code: 0 })
  return out
    .split('\n')
    .filter((line) => line.includes('"seq":'))
    .map((line) => JSON.parse(line) as { readonly type: string })
    .map(({ type }) => type)
    .slice(ENTRIES)
}

describe.each(['sqlite', 'postgres'] as const)('what an older program wrote, on %s', (engine) => {
  it(
    'is brought forward when it is opened: members sign in, acts go on, the record audits',
    { timeout: PATIENCE },
    async () => {
      const data = join(folder, `opened-${engine}`)
      layOut(data)
      const databaseUrl = engine === 'postgres' ? await anotherPostgres() : undefined
      if (databaseUrl !== undefined) await copyOlder(databaseUrl)
      await useIt(data, databaseUrl)
      const since = await typesSince(data, databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl })
      expect(since).toEqual(expect.arrayContaining(['law.adopt', 'speech.give']))
      expect(since.filter((type) => type === 'law.adopt')).toHaveLength(NEWEST_LAW - 1)
    },
  )

  it('is restored from its dump, of the first format', { timeout: PATIENCE }, async () => {
    const data = join(folder, `restored-${engine}`)
    const databaseUrl = engine === 'postgres' ? await anotherPostgres() : undefined
    const env = databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }
    const restored = await runPlenum(['restore', join(fixtures, 'dump.jsonl'), '--data', data, '--json'], env)
    expect(restored).toMatchObject({ code: 0, err: '' })
    expect(JSON.parse(restored.out)).toMatchObject({ entries: ENTRIES, accounts: 8 })
    await useIt(data, databaseUrl)
    const since = await typesSince(data, env)
    expect(since[0]).toBe('record.restored')
    expect(since).toEqual(expect.arrayContaining(['law.adopt', 'speech.give']))
  })
})
