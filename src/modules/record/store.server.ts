import type { Database } from './database.ts'
import { createPostgresStore } from './postgres-store.server.ts'
import { createSqliteStore } from './sqlite-store.server.ts'
import type { RecordStore } from './store.ts'

/** The record in this database, whose migrations have run. */
export function createRecordStore(database: Database): RecordStore {
  return database.engine === 'sqlite' ? createSqliteStore(database) : createPostgresStore(database)
}
