import { sql, type Kysely } from 'kysely'
import type { Engine, Migration } from '#modules/record'

/** Of a token only SHA-256 of its 256 random bits stands here: who reads the table calls nothing. */
export const tokenMigrations: readonly Migration[] = [{ name: 'tokens-1', up: createTokens }]

async function createTokens(kysely: Kysely<unknown>, engine: Engine): Promise<void> {
  const [int, bytes, strict] = engine === 'sqlite' ? ['integer', 'blob', ' strict'] : ['bigint', 'bytea', '']
  const statements = [
    // `used_day` is the beginning of the day of the last use: when exactly somebody works is nobody's business.
    `create table token (
      id text primary key check (length(id) = 36),
      member text not null check (member <> ''),
      name text not null check (length(name) between 1 and 80),
      scopes text not null check (scopes <> ''),
      secret_hash ${bytes} not null unique check (length(secret_hash) = 32),
      made_at ${int} not null check (made_at >= 0),
      expires ${int} not null check (expires > made_at),
      used_day ${int} check (used_day >= 0)
    )${strict}`,
    'create index token_member on token (member)',
  ]
  for (const statement of statements) await sql.raw(statement).execute(kysely)
}
