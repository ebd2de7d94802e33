import type { CompiledQuery, Kysely } from 'kysely'
import type { Instant } from '#kernel/instant'
import type { Database } from '#modules/record'

type WebhookTables = {
  readonly webhook: {
    readonly id: string
    readonly member: string
    readonly url: string
    readonly types: string
    readonly secret: string
    readonly made_at: number
    readonly failing_since: number | null
    readonly ended_at: number | null
    readonly last_answer: string | null
  }
}

/** A subscription of a member to entries of the record. */
export interface Webhook {
  readonly id: string
  readonly member: string
  readonly url: string
  /** Types of acts; none means all. */
  readonly types: readonly string[]
  readonly secret: string
  readonly madeAt: Instant
  readonly failingSince: Instant | null
  /** When it was given up after failing too long; its member has to make it anew. */
  readonly endedAt: Instant | null
  /** How the last delivery ended: a status, or a short code. */
  readonly lastAnswer: string | null
}

function tables(database: Database): Kysely<WebhookTables> {
  return database.kysely.$extendTables<WebhookTables>()
}

function parse(row: WebhookTables['webhook']): Webhook {
  const { id, member, url, types, secret } = row
  return {
    id,
    member,
    url,
    types: types === '' ? [] : types.split(' '),
    secret,
    madeAt: row.made_at,
    failingSince: row.failing_since,
    endedAt: row.ended_at,
    lastAnswer: row.last_answer,
  }
}

export async function insertWebhook(database: Database, webhook: Webhook): Promise<void> {
  const { id, member, url, types, secret, madeAt } = webhook
  await tables(database)
    .insertInto('webhook')
    .values({
      id,
      member,
      url,
      types: types.join(' '),
      secret,
      made_at: madeAt,
      failing_since: null,
      ended_at: null,
      last_answer: null,
    })
    .execute()
}

/** A member's webhooks, newest first. */
export async function listWebhooks(database: Database, member: string): Promise<readonly Webhook[]> {
  const rows = await tables(database)
    .selectFrom('webhook')
    .selectAll()
    .where('member', '=', member)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(parse)
}

/** All that are not given up. */
export async function liveWebhooks(database: Database): Promise<readonly Webhook[]> {
  const rows = await tables(database)
    .selectFrom('webhook')
    .selectAll()
    .where('ended_at', 'is', null)
    .execute()
  return rows.map(parse)
}

export async function findWebhook(database: Database, id: string): Promise<Webhook | undefined> {
  const row = await tables(database).selectFrom('webhook').selectAll().where('id', '=', id).executeTakeFirst()
  return row && parse(row)
}

/** Ends one of a member's webhooks; whether there was one. */
export async function deleteWebhook(database: Database, member: string, id: string): Promise<boolean> {
  const row = await tables(database)
    .deleteFrom('webhook')
    .where('member', '=', member)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Notes how a delivery ended: one that went well ends a time of failing. */
export async function noteDelivery(
  database: Database,
  id: string,
  {
    answer,
    failingSince,
    endedAt,
  }: { answer: string; failingSince: Instant | null; endedAt: Instant | null },
): Promise<void> {
  await tables(database)
    .updateTable('webhook')
    .set({ last_answer: answer, failing_since: failingSince, ended_at: endedAt })
    .where('id', '=', id)
    .execute()
}

/** Ends all webhooks of a member. */
export function deleteWebhooks(database: Database, member: string): CompiledQuery {
  return tables(database).deleteFrom('webhook').where('member', '=', member).compile()
}
