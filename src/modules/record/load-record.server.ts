import type pg from 'pg'
import type { CompiledQuery } from 'kysely'
import { isRefusal, type Refusal } from '#kernel/refusal'
import type { KeptEntry } from './core/entry.ts'
import { createFrontier, frontierRoot, type Frontier } from './core/frontier.ts'
import type { Hash } from './core/merkle.ts'
import { refuseRecord } from './core/messages.ts'
import { formatVkey } from './core/note.ts'
import type { Database, PostgresDatabase, SqliteDatabase } from './database.ts'
import { postgresFault, sqliteFault } from './faults.server.ts'
import { growTree } from './growth.ts'
import { RECORD_LOCK } from './locks.ts'
import { insertEntries } from './postgres-store.server.ts'
import { insertLog } from './record.sql.server.ts'
import type { Log } from './sign-checkpoint.server.ts'
import { createSigningKey } from './signing-key.server.ts'
import { insertAll, prepareAll } from './sqlite-store.server.ts'

/** Writes a whole record into an empty database, within one transaction. */
export interface RecordLoader {
  /** Entries that continue those before, from 0. */
  entries(entries: readonly KeptEntry[]): Promise<void>
  /** Rows that are held beside the record; compiled by the same database's Kysely. */
  run(query: CompiledQuery): Promise<void>
  /** The root over the entries so far. */
  root(): Hash
}

/** What begins with a loaded record. */
export interface NewLog {
  readonly number: number
  readonly origin: string
  /** Tables in which there must be no row yet. A log and a setup code are there as soon as a server was started once. */
  readonly empty: readonly string[]
}

/**
 * Loads a record, all or nothing, and begins a log of this name and number with a fresh key: a backup knows no key, and
 * the log it was taken from may have signed more since. What `work` refuses or throws is rolled back.
 * Refusals: `not-empty`, `disk-full`, `database-gone`.
 */
export async function loadRecord(
  database: Database,
  { number, origin, empty }: NewLog,
  work: (loader: RecordLoader) => Promise<'done' | Refusal>,
): Promise<Log | Refusal> {
  const { seed, publicKey } = createSigningKey()
  const vkey = formatVkey({ name: origin, publicKey })
  const log = insertLog(database, { number, origin, vkey, seed })
  const loaded = await (database.engine === 'sqlite'
    ? loadSqlite(database, log, empty, work)
    : loadPostgres(database, log, empty, work))
  return loaded === 'done' ? { origin, vkey } : loaded
}

type Work = Parameters<typeof loadRecord>[2]

function loadSqlite(
  { sqlite, kysely }: SqliteDatabase,
  log: CompiledQuery,
  empty: readonly string[],
  work: Work,
): Promise<'done' | Refusal> {
  // Kysely's one connection is held, so that nobody else's statement comes into this transaction.
  return kysely.connection().execute(async () => {
    const statements = prepareAll(sqlite)
    let edge: Frontier = createFrontier()
    try {
      statements.begin.run()
      const found = empty.find(
        (table) => sqlite.prepare(`select 1 from ${table} limit 1`).get() !== undefined,
      )
      const answer = found === undefined ? await work(loader()) : refuseRecord('not-empty', { found })
      if (answer === 'done') edge = insertAll(statements, sqlite, edge, { entries: [], alongside: [log] })
      sqlite.exec(answer === 'done' ? 'commit' : 'rollback')
      return answer
    } catch (error) {
      if (sqlite.isTransaction) sqlite.exec('rollback')
      return sqliteFault(error, 'plenum.sqlite')
    }

    function loader(): RecordLoader {
      const write = (entries: readonly KeptEntry[], alongside: readonly CompiledQuery[]): Promise<void> => {
        edge = insertAll(statements, sqlite, edge, { entries, alongside })
        return Promise.resolve()
      }
      return {
        entries: (entries) => write(entries, []),
        run: (query) => write([], [query]),
        root: () => frontierRoot(edge),
      }
    }
  })
}

async function loadPostgres(
  { pool }: PostgresDatabase,
  log: CompiledQuery,
  empty: readonly string[],
  work: Work,
): Promise<'done' | Refusal> {
  const client = await pool.connect().catch(postgresFault)
  if (isRefusal(client)) return client
  try {
    await client.query(`begin; select pg_advisory_xact_lock(${RECORD_LOCK})`)
    const found = await findRow(client, empty)
    const answer =
      found === undefined ? await work(postgresLoader(client)) : refuseRecord('not-empty', { found })
    if (answer === 'done') await client.query(log.sql, [...log.parameters])
    await client.query(answer === 'done' ? 'commit' : 'rollback')
    client.release()
    return answer
  } catch (error) {
    // The connection is given up, and with it whatever it had begun.
    client.release(true)
    return postgresFault(error)
  }
}

async function findRow(client: pg.PoolClient, tables: readonly string[]): Promise<string | undefined> {
  for (const table of tables) {
    const { rowCount } = await client.query(`select 1 from ${table} limit 1`)
    if ((rowCount ?? 0) > 0) return table
  }
  return undefined
}

function postgresLoader(client: pg.PoolClient): RecordLoader {
  let edge: Frontier = createFrontier()
  return {
    async entries(entries) {
      const growth = growTree(edge, entries)
      await insertEntries(client, entries, growth)
      edge = growth.frontier
    },
    async run({ sql, parameters }) {
      await client.query(sql, [...parameters])
    },
    root: () => frontierRoot(edge),
  }
}
