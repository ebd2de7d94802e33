import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import {
  createRecordStore,
  migrate,
  openDatabase,
  readLog,
  type Database,
  type DatabaseOptions,
  type Log,
  type RecordStore,
} from '#modules/record'
import { createOrg, type Org } from './core/index.ts'
import { migrations } from './migrations.ts'
import { takeKept } from './take-kept.ts'

/** A record that is only read, and what it makes of the organization. */
export interface OpenRecord {
  readonly database: Database
  readonly store: RecordStore
  readonly log: Log
  readonly org: Org
  close(): Promise<void>
}

/** Opens the storage beside a running server, or without one, and writes nothing. `told` is called as entries are read. */
export async function openRecord(
  options: Omit<DatabaseOptions, 'readOnly'>,
  told?: (entries: number) => void,
): Promise<OpenRecord | Refusal> {
  const database = await openDatabase({ ...options, readOnly: true })
  if (isRefusal(database)) return database
  const opened = await openOn(database, told)
  if (isRefusal(opened)) await database.close()
  return opened
}

async function openOn(database: Database, told?: (entries: number) => void): Promise<OpenRecord | Refusal> {
  const migrated = await migrate(database, migrations)
  if (isRefusal(migrated)) return migrated
  const log = await readLog(database)
  if (log === undefined) return refuse('nothing-recorded')
  const store = createRecordStore(database)
  const org = createOrg()
  for await (const page of store.read(0)) {
    for (const kept of page) takeKept(org, kept)
    told?.(org.head.get().size)
  }
  return { database, store, log, org, close: () => database.close() }
}
