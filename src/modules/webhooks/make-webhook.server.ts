import { randomBytes } from 'node:crypto'
import { uuidV7 } from '#kernel/ids'
import type { Instant } from '#kernel/instant'
import { refuse, type Refusal } from '#kernel/refusal'
import type { Database } from '#modules/record'
import { insertWebhook, listWebhooks, type Webhook } from './webhooks.sql.server.ts'

const MOST = 20

const MOST_CHARACTERS = 500

/** Why no webhook is made for this address: `webhook-url-wrong`. */
export function checkWebhookAddress({
  url,
  isLocal,
}: {
  readonly url: string
  readonly isLocal: boolean
}): Refusal | undefined {
  const target = URL.parse(url)
  const isFit =
    target !== null &&
    target.href.length <= MOST_CHARACTERS &&
    target.username === '' &&
    (target.protocol === 'https:' || (isLocal && target.protocol === 'http:'))
  return isFit ? undefined : refuse('webhook-url-wrong')
}

/** Makes a webhook with a secret of its own. Refusals: `webhook-url-wrong`, `too-many-webhooks`. */
export async function makeWebhook(
  database: Database,
  {
    member,
    url,
    types,
    isLocal,
    now,
  }: { member: string; url: string; types: readonly string[]; isLocal: boolean; now: Instant },
): Promise<Webhook | Refusal> {
  const unfit = checkWebhookAddress({ url, isLocal })
  if (unfit !== undefined) return unfit
  if ((await listWebhooks(database, member)).length >= MOST)
    return refuse('too-many-webhooks', { most: MOST })
  const webhook = {
    id: uuidV7(now, randomBytes(10)),
    member,
    url: new URL(url).href,
    types,
    secret: `whsec_${randomBytes(32).toString('base64')}`,
    madeAt: now,
    failingSince: null,
    endedAt: null,
    lastAnswer: null,
  }
  await insertWebhook(database, webhook)
  return webhook
}
