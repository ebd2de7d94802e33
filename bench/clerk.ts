// Acts per second through the clerk, 64 writers, against a loop that inserts one bare row a commit in the same database.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { derivedUuid } from '#kernel/ids'
import { isRefusal } from '#kernel/refusal'
import { createRecordStore, migrate, openDatabase, recordMigrations, type Database } from '#modules/record'
import { PRESETS } from '#modules/rulebook/core'
import { createClock, startClerk } from '#organization/server'
import { startPostgres } from './postgres.ts'
import { option, report, timed } from './report.ts'

const WRITERS = 64
const ACTS = option('acts', 64_000)
const BARE = 5_000
const ROOT = derivedUuid('bench', 'root')

async function bareRate(database: Database): Promise<number> {
  const text = 'x'.repeat(250)
  const { seconds } = await timed(async () => {
    if (database.engine === 'sqlite') {
      database.sqlite.exec('create table bare (seq integer primary key, body text not null) strict')
      const insert = database.sqlite.prepare('insert into bare values (?, ?)')
      for (let n = 0; n < BARE; n++) insert.run(n, text)
      return
    }
    await database.pool.query('create table bare (seq bigint primary key, body text not null)')
    const client = await database.pool.connect()
    for (let n = 0; n < BARE; n++)
      await client.query({ name: 'bare', text: 'insert into bare values ($1, $2)', values: [n, text] })
    client.release()
  })
  return BARE / seconds
}

async function clerkRate(database: Database): Promise<{ rate: number; waits: number[] }> {
  const clerk = await startClerk({
    store: createRecordStore(database),
    clock: createClock(),
    shared: database.engine === 'postgres',
  })
  if (isRefusal(clerk)) throw new Error(clerk.code)
  const found = { name: 'Bench', root: ROOT, rules: PRESETS.branch, demonstration: false }
  await clerk.submit({ by: 'nobody', id: ROOT, type: 'organization.found', unit: null, body: found })
  const waits: number[] = []
  let next = 0
  const write = async (): Promise<void> => {
    for (let n = next++; n < ACTS; n = next++) {
      const body = {
        member: `m-${String(n).padStart(12, '0')}`,
        home: ROOT,
        organizer: false,
        details: `${'A'.repeat(43)}=`,
      }
      const start = performance.now()
      const answer = await clerk.submit({
        by: 'nobody',
        id: derivedUuid('bench', n),
        type: 'founding.member',
        unit: null,
        body,
      })
      waits.push(performance.now() - start)
      if (isRefusal(answer)) throw new Error(answer.code)
    }
  }
  const { seconds } = await timed(() => Promise.all(Array.from({ length: WRITERS }, write)))
  await clerk.stop()
  return { rate: ACTS / seconds, waits: waits.sort((a, b) => a - b) }
}

async function measure(
  name: string,
  aim: number,
  options: { data: string; databaseUrl?: string },
): Promise<void> {
  const database = await openDatabase(options)
  if (isRefusal(database)) throw new Error(database.code)
  await migrate(database, recordMigrations)
  const bare = await bareRate(database)
  const { rate, waits } = await clerkRate(database)
  const bareAgain = BARE / (await timed(() => bareLoopAgain(database))).seconds
  const mean = (bare + bareAgain) / 2
  report(
    `${name}: bare inserts, one a commit, before and after`,
    `${Math.round(bare)}, ${Math.round(bareAgain)} a s`,
  )
  report(`${name}: acts through the clerk, ${WRITERS} writers`, `${Math.round(rate)} a s`)
  report(`${name}: clerk against bare loop`, `${(rate / mean).toFixed(1)} x`, `at least ${aim} x`)
  report(`${name}: p50, p99 of an act`, `${at(waits, 0.5)}, ${at(waits, 0.99)} ms`, 'p99 under 20 ms')
  await database.close()
}

async function bareLoopAgain(database: Database): Promise<void> {
  if (database.engine === 'sqlite') database.sqlite.exec('drop table bare')
  else await database.pool.query('drop table bare')
  await bareRate(database)
}

function at(waits: readonly number[], share: number): string {
  return (waits[Math.floor(waits.length * share)] ?? 0).toFixed(1)
}

/** Two processes with 32 writers each on one database, stopped after the same time: how the acts divide. */
async function measureTwo(url: string): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'plenum-bench-'))
  const writer = join(import.meta.dirname, '../test/kit/writer.ts')
  const counts = [0, 0]
  const children = counts.map((_, i) => {
    const child = spawn(process.execPath, [writer, data, url, '32', '1000000', '0'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const ready = Promise.withResolvers<undefined>()
    child.stdout.on('data', (chunk: Buffer) => {
      const text = chunk.toString()
      if (text.includes('ready')) ready.resolve(undefined)
      counts[i] = (counts[i] ?? 0) + text.split('\n').length - 1
    })
    return { child, ready: ready.promise, closed: once(child, 'close') }
  })
  await Promise.all(children.map(({ ready }) => ready))
  counts.fill(0)
  await new Promise((resolve) => setTimeout(resolve, 5_000))
  const [a = 0, b = 0] = counts
  for (const { child } of children) child.kill('SIGKILL')
  await Promise.all(children.map(({ closed }) => closed))
  rmSync(data, { recursive: true })
  report('PostgreSQL: two processes, 32 writers each', `${Math.round((a + b) / 5)} a s`)
  const share = (100 * Math.min(a, b)) / (a + b)
  report('PostgreSQL: share of the smaller one', `${share.toFixed(0)} %`, 'at least 40 %')
}

const folder = mkdtempSync(join(tmpdir(), 'plenum-bench-'))
await measure('SQLite', 3, { data: folder })
const postgres = await startPostgres()
await measure('PostgreSQL', 5, { data: folder, databaseUrl: postgres.url })
const two = new URL(postgres.url)
two.pathname = '/template1'
await measureTwo(two.href)
await postgres.stop()
rmSync(folder, { recursive: true })
