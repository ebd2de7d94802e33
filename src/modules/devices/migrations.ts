import { sql, type Kysely } from 'kysely'
import type { Engine, Migration } from '#modules/record'

/** What members call their devices: beside the record, where it can be erased. The keys stand in the record. */
export const deviceMigrations: readonly Migration[] = [{ name: 'devices-1', up: createNames }]

async function createNames(kysely: Kysely<unknown>, engine: Engine): Promise<void> {
  const statements = [
    `create table device_name (
      device text primary key check (length(device) = 16),
      member text not null check (member <> ''),
      name text not null check (length(name) between 1 and 60)
    )${engine === 'sqlite' ? ' strict' : ''}`,
    'create index device_name_member on device_name (member)',
  ]
  for (const statement of statements) await sql.raw(statement).execute(kysely)
}
