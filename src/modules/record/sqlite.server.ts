import * as fs from 'node:fs'
import * as path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely, SqliteDialect } from 'kysely'
import { MINUTE } from '#kernel/instant'
import { isRefusal, type Refusal } from '#kernel/refusal'
import { refuseRecord } from './core/messages.ts'
import type { DatabaseOptions, SqliteDatabase } from './database.ts'
import { holdFolder } from './folder-lock.server.ts'
import { sqliteFault } from './faults.server.ts'

// How long a statement waits for a backup tool or a reader that holds the file.
const WAIT = 5000
/** How long what was erased can still stand in the write-ahead log, but for as long as another process reads. */
const EMPTY_LOG_EVERY = 10 * MINUTE

/** Opens `plenum.sqlite` in the folder, which is created where it is missing. */
export function openSqlite({
  data,
  readOnly = false,
  beside = readOnly,
  hurried = false,
}: DatabaseOptions): SqliteDatabase | Refusal {
  const file = path.join(data, 'plenum.sqlite')
  if (beside)
    return fs.existsSync(file)
      ? connect(file, { readOnly, beside }, () => undefined)
      : refuseRecord('no-database', { folder: data })
  const release = holdFolder(data)
  if (isRefusal(release)) return release
  const database = connect(file, { readOnly, beside }, release)
  if (isRefusal(database)) release()
  return hurried && !isRefusal(database) ? hurry(database) : database
}

/** Nothing waits for the disk, until closing brings all that was written there. */
function hurry(database: SqliteDatabase): SqliteDatabase {
  const { sqlite } = database
  sqlite.exec('pragma synchronous = off')
  return {
    ...database,
    close() {
      sqlite.exec('pragma synchronous = full')
      return database.close()
    },
  }
}

function connect(
  file: string,
  { readOnly, beside }: Pick<SqliteDatabase, 'readOnly' | 'beside'>,
  release: () => void,
): SqliteDatabase | Refusal {
  let sqlite: DatabaseSync | undefined
  try {
    sqlite = new DatabaseSync(file, { readOnly, timeout: WAIT, enableForeignKeyConstraints: true })
    if (!readOnly) {
      fs.chmodSync(file, 0o600)
      // FULL: an act that was acknowledged outlives a power cut. Recursive triggers: REPLACE must meet the delete trigger.
      sqlite.exec('pragma journal_mode = wal; pragma synchronous = full; pragma recursive_triggers = on')
      // What is erased is overwritten. The record is only added to, so that it costs nothing there.
      sqlite.exec('pragma secure_delete = on')
      // 32 MB between checkpoints instead of 4: the same pages of an index would be copied and synced over and over (a third of the acts a second).
      sqlite.exec('pragma wal_autocheckpoint = 8000')
    }
    // Whoever reads beside a writer sees one moment of the file, however long it reads: it begins with the first select.
    if (readOnly) sqlite.exec('begin')
    sqlite.exec('select count(*) from sqlite_schema')
  } catch (error) {
    sqlite?.close()
    return sqliteFault(error, file)
  }
  const open = sqlite
  const kysely = new Kysely<unknown>({ dialect: new SqliteDialect({ database: adapt(open) }) })
  const emptying = readOnly ? undefined : setInterval(() => emptyLog(open), EMPTY_LOG_EVERY).unref()
  const close = async (): Promise<void> => {
    clearInterval(emptying)
    await kysely.destroy()
    if (open.isOpen) open.close()
    release()
  }
  return { engine: 'sqlite', kysely, readOnly, beside, sqlite: open, close }
}

/** Brings the write-ahead log into the file and cuts it to nothing; where somebody reads or writes just now, the next time does it. */
function emptyLog(sqlite: DatabaseSync): void {
  try {
    // Never waits for a reader beside: the whole server would.
    sqlite.exec('pragma busy_timeout = 0; pragma wal_checkpoint(truncate)')
  } catch {
    // A statement or a transaction of this connection is under way.
  } finally {
    sqlite.exec(`pragma busy_timeout = ${WAIT}`)
  }
}

type Parameters = readonly Parameter[]
type Parameter = null | number | bigint | string | Uint8Array

/** `node:sqlite` in the shape that Kysely's dialect knows, which is better-sqlite3's. Statements are kept: preparing costs more than running. */
function adapt(sqlite: DatabaseSync): ConstructorParameters<typeof SqliteDialect>[0]['database'] & object {
  const statements = new Map<string, ReturnType<typeof prepareNew>>()
  function prepareNew(sql: string) {
    const statement = sqlite.prepare(sql)
    return {
      reader: statement.columns().length > 0,
      all: (parameters: unknown) => statement.all(...(parameters as Parameters)),
      run: (parameters: unknown) => statement.run(...(parameters as Parameters)),
      iterate: (parameters: unknown) =>
        sqlite.prepare(sql).iterate(...(parameters as Parameters)) as IterableIterator<unknown>,
    }
  }
  return {
    close: () => undefined,
    prepare(sql) {
      const kept = statements.get(sql)
      const statement = kept ?? prepareNew(sql)
      if (kept === undefined && statements.size < 500) statements.set(sql, statement)
      return statement
    },
  }
}
