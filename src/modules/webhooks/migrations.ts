import { sql, type Kysely } from 'kysely'
import type { Engine, Migration } from '#modules/record'

/** The secret has to be known to sign by it, so it stands here as it is: it signs what is sent there, and opens nothing here. */
export const webhookMigrations: readonly Migration[] = [{ name: 'webhooks-1', up: createWebhooks }]

async function createWebhooks(kysely: Kysely<unknown>, engine: Engine): Promise<void> {
  const [int, strict] = engine === 'sqlite' ? ['integer', ' strict'] : ['bigint', '']
  const statements = [
    `create table webhook (
      id text primary key check (length(id) = 36),
      member text not null check (member <> ''),
      url text not null check (length(url) between 1 and 500),
      types text not null,
      secret text not null check (secret like 'whsec_%'),
      made_at ${int} not null check (made_at >= 0),
      failing_since ${int} check (failing_since >= 0),
      ended_at ${int} check (ended_at >= 0),
      last_answer text
    )${strict}`,
    'create index webhook_member on webhook (member)',
  ]
  for (const statement of statements) await sql.raw(statement).execute(kysely)
}
