import type { SQLInputValue, StatementSync } from 'node:sqlite'
import type { SqliteDatabase } from './database.ts'

const kept = new WeakMap<SqliteDatabase, Map<string, StatementSync>>()

/** A look-up that every page makes: prepared once, past Kysely, which takes longer to write a query than SQLite to answer it. */
export function selectPrepared(
  database: SqliteDatabase,
  sql: string,
  parameter: SQLInputValue,
): readonly unknown[] {
  return prepare(database, sql).all(parameter)
}

function prepare(database: SqliteDatabase, sql: string): StatementSync {
  const statements = kept.get(database) ?? new Map<string, StatementSync>()
  kept.set(database, statements)
  const statement = statements.get(sql) ?? database.sqlite.prepare(sql)
  statements.set(sql, statement)
  return statement
}
