import { sql, type Kysely, type Transaction } from 'kysely'
import type { Refusal } from '#kernel/refusal'
import { refuseRecord } from './core/messages.ts'
import type { Database, Engine, Migration } from './database.ts'
import { MIGRATION_LOCK } from './locks.ts'

type MigrationTable = { readonly migration: { readonly name: string; readonly position: number } }

/**
 * Brings the schema to what this program knows: all modules' migrations in one list, in order, forward only, all or none.
 * Processes that start at the same moment wait for each other. Opened beside a writer, it only compares.
 * Refusals: `database-newer` (it holds migrations not in the list), `database-older` (beside a writer, and some are missing).
 */
export async function migrate(
  database: Database,
  migrations: readonly Migration[],
): Promise<'done' | Refusal> {
  if (database.beside) return compare(await appliedNames(database.kysely, database.engine), migrations)
  return database.kysely.transaction().execute(async (transaction) => {
    if (database.engine === 'postgres')
      await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(transaction)
    return bringForward(transaction, database.engine, migrations)
  })
}

async function bringForward(
  transaction: Transaction<unknown>,
  engine: Engine,
  migrations: readonly Migration[],
): Promise<'done' | Refusal> {
  const applied = await appliedNames(transaction, engine)
  const newer = unknownTo(migrations, applied)
  if (newer !== undefined) return newer
  if (applied.length === 0) {
    await sql`create table if not exists migration (name text primary key, position integer not null unique)`.execute(
      transaction,
    )
  }
  let position = applied.length
  for (const migration of migrations.filter(({ name }) => !applied.includes(name))) {
    await migration.up(transaction, engine)
    await transaction
      .$extendTables<MigrationTable>()
      .insertInto('migration')
      .values({ name: migration.name, position })
      .execute()
    position++
  }
  return 'done'
}

async function appliedNames(kysely: Kysely<unknown>, engine: Engine): Promise<readonly string[]> {
  const exists =
    engine === 'sqlite'
      ? await sql`select 1 from sqlite_schema where type = 'table' and name = 'migration'`.execute(kysely)
      : await sql`select 1 where to_regclass('migration') is not null`.execute(kysely)
  if (exists.rows.length === 0) return []
  const rows = await kysely
    .$extendTables<MigrationTable>()
    .selectFrom('migration')
    .select('name')
    .orderBy('position')
    .execute()
  return rows.map(({ name }) => name)
}

function compare(applied: readonly string[], migrations: readonly Migration[]): 'done' | Refusal {
  const missing = migrations.map(({ name }) => name).filter((name) => !applied.includes(name))
  return (
    unknownTo(migrations, applied) ??
    (missing.length > 0 ? refuseRecord('database-older', { names: missing }) : 'done')
  )
}

function unknownTo(migrations: readonly Migration[], applied: readonly string[]): Refusal | undefined {
  const known = new Set(migrations.map(({ name }) => name))
  const names = applied.filter((name) => !known.has(name))
  return names.length > 0 ? refuseRecord('database-newer', { names }) : undefined
}
