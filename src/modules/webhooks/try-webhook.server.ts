import type { Instant } from '#kernel/instant'
import { enqueueNow } from '#modules/outbox'
import type { Database } from '#modules/record'
import { testItem } from './webhook-part.server.ts'
import { findWebhook } from './webhooks.sql.server.ts'

/** Queues a test message to one of a member's webhooks; `gone` where they have none of this id, or it is given up. */
export async function tryWebhook(
  database: Database,
  member: string,
  id: string,
  now: Instant,
): Promise<'done' | 'gone'> {
  const webhook = await findWebhook(database, id)
  if (webhook?.member !== member || webhook.endedAt !== null) return 'gone'
  await enqueueNow(database, [testItem(webhook, now)])
  return 'done'
}
