import type { CompiledQuery, Kysely } from 'kysely'
import type { Instant } from '#kernel/instant'
import type { Database } from '#modules/record'
import { scopesIn } from './core/index.ts'
import type { Token } from './tokens.ts'

type TokenTables = {
  readonly token: {
    readonly id: string
    readonly member: string
    readonly name: string
    readonly scopes: string
    readonly secret_hash: Uint8Array
    readonly made_at: number
    readonly expires: number
    readonly used_day: number | null
  }
}

function tables(database: Database): Kysely<TokenTables> {
  return database.kysely.$extendTables<TokenTables>()
}

function parse(row: Omit<TokenTables['token'], 'secret_hash'>): Token {
  const { id, member, name, scopes, made_at: madeAt, expires, used_day: usedDay } = row
  return { id, member, name, scopes: scopesIn(scopes.split(' ')), madeAt, expires, usedDay }
}

const COLUMNS = ['id', 'member', 'name', 'scopes', 'made_at', 'expires', 'used_day'] as const

/** Keeps a token. Those of the member that have run out go at this occasion. */
export async function keepToken(
  database: Database,
  { id, member, name, scopes, madeAt, expires }: Token,
  secretHash: Uint8Array,
): Promise<void> {
  await tables(database)
    .deleteFrom('token')
    .where('member', '=', member)
    .where('expires', '<=', madeAt)
    .execute()
  await tables(database)
    .insertInto('token')
    .values({
      id,
      member,
      name,
      scopes: scopes.join(' '),
      secret_hash: Buffer.from(secretHash),
      made_at: madeAt,
      expires,
      used_day: null,
    })
    .execute()
}

/** The token with this secret. */
export async function findToken(database: Database, secretHash: Uint8Array): Promise<Token | undefined> {
  const row = await tables(database)
    .selectFrom('token')
    .select(COLUMNS)
    .where('secret_hash', '=', Buffer.from(secretHash))
    .executeTakeFirst()
  return row && parse(row)
}

/** A member's tokens that hold, newest first. */
export async function listTokens(
  database: Database,
  member: string,
  now: Instant,
): Promise<readonly Token[]> {
  const rows = await tables(database)
    .selectFrom('token')
    .select(COLUMNS)
    .where('member', '=', member)
    .where('expires', '>', now)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(parse)
}

/** Notes the day on which a token is used: written once a day. */
export async function noteUse(database: Database, id: string, day: Instant): Promise<void> {
  await tables(database).updateTable('token').set({ used_day: day }).where('id', '=', id).execute()
}

/** Ends one of a member's tokens; whether there was one. */
export async function deleteToken(database: Database, member: string, id: string): Promise<boolean> {
  const row = await tables(database)
    .deleteFrom('token')
    .where('member', '=', member)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Ends all tokens of a member. */
export function deleteTokens(database: Database, member: string): CompiledQuery {
  return tables(database).deleteFrom('token').where('member', '=', member).compile()
}
