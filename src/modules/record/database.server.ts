import type { Refusal } from '#kernel/refusal'
import type { Database, DatabaseOptions } from './database.ts'
import { openPostgres } from './postgres.server.ts'
import { openSqlite } from './sqlite.server.ts'

/**
 * Opens the storage: PostgreSQL where `databaseUrl` is given, otherwise SQLite in the folder `data`.
 * Refusals: `folder-not-writable`, `folder-in-use`, `no-database`, `database-damaged`, `disk-full`, `database-url-wrong`,
 * `database-unreachable`, `database-refuses`, `database-too-old`.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database | Refusal> {
  const { databaseUrl } = options
  return databaseUrl === undefined ? openSqlite(options) : await openPostgres(databaseUrl, options)
}
