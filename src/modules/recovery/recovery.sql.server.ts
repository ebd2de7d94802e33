import { sql, type CompiledQuery, type Kysely } from 'kysely'
import type { Instant } from '#kernel/instant'
import type { Database, Engine, Migration } from '#modules/record'

type RecoveryTables = {
  readonly recovery_request: {
    readonly request: string
    readonly number: string
    readonly member: string | null
    readonly expires: number
  }
}

/** A request before anybody vouches: whose it is, where the login that was named is anybody's. */
export interface RecoveryRequest {
  readonly request: string
  readonly number: string
  readonly member: string | null
  readonly expires: Instant
}

/** The table of requests. */
export const recoveryMigrations: readonly Migration[] = [{ name: 'recovery-1', up: createRequests }]

async function createRequests(kysely: Kysely<unknown>, engine: Engine): Promise<void> {
  const [int, strict] = engine === 'sqlite' ? ['integer', ' strict'] : ['bigint', '']
  // A login that is nobody's is kept as well, so that what a stranger sees does not tell whose are.
  await sql
    .raw(
      `create table recovery_request (
        request text primary key check (length(request) = 44),
        number text not null unique check (length(number) = 14),
        member text check (member <> ''),
        expires ${int} not null check (expires >= 0)
      )${strict}`,
    )
    .execute(kysely)
}

function tables(database: Database): Kysely<RecoveryTables> {
  return database.kysely.$extendTables<RecoveryTables>()
}

/** Keeps a request; those that ran out go at this occasion. */
export async function keepRequest(database: Database, now: Instant, request: RecoveryRequest): Promise<void> {
  await tables(database).deleteFrom('recovery_request').where('expires', '<=', now).execute()
  await tables(database).insertInto('recovery_request').values(request).execute()
}

/** The request with this hash, or with this number. */
export async function findRequest(
  database: Database,
  by: 'request' | 'number',
  value: string,
  now: Instant,
): Promise<RecoveryRequest | undefined> {
  return tables(database)
    .selectFrom('recovery_request')
    .selectAll()
    .where(by, '=', value)
    .where('expires', '>', now)
    .executeTakeFirst()
}

/** To go alongside the act that ends a member's recoveries, or their membership. */
export function forgetRequests(database: Database, member: string): CompiledQuery {
  return tables(database).deleteFrom('recovery_request').where('member', '=', member).compile()
}
