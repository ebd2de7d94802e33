import { Webhook as Signer } from 'standardwebhooks'
import type { Json } from '#kernel/canonical'
import { derivedUuid } from '#kernel/ids'
import { DAY, MINUTE, type Instant } from '#kernel/instant'
import { isLongBody, type KeptEntry } from '#modules/record/core'
import type { Database, RecordStore } from '#modules/record'
import type { NewItem, Outcome, OutboxPart, TakenItem } from '#modules/outbox'
import { fieldOf } from '#kernel/canonical'
import { send } from './send.server.ts'
import { findWebhook, liveWebhooks, noteDelivery, type Webhook } from './webhooks.sql.server.ts'

const KIND = 'webhook'
const TEST_TYPE = 'webhook.test'

/** After so long without one delivery that went well it is given up. */
const FAILS_FOR = 5 * DAY

/** What the part needs of the open organization. */
export interface WebhookSurroundings {
  readonly database: Database
  readonly store: RecordStore
  readonly now: () => Instant
  readonly origin: string
  readonly isLocal: boolean
  /** The entry as this member may read it; undefined where they are no member any more. */
  readonly shownTo: (kept: KeptEntry, member: string) => Promise<KeptEntry | undefined>
  /** Tells the member that this webhook of theirs is given up; may be called again for the same. */
  readonly gaveUp: (webhook: Webhook) => Promise<void>
}

/** Tells servers that members named of the entries that they asked for. */
export function webhookPart(surroundings: WebhookSurroundings): OutboxPart {
  return {
    followers: [{ name: 'webhooks', handle: (entries) => itemsFor(surroundings.database, entries) }],
    deliverers: [{ kind: KIND, deliver: (item, signal) => deliver(surroundings, item, signal) }],
  }
}

async function itemsFor(database: Database, entries: readonly KeptEntry[]): Promise<readonly NewItem[]> {
  const live = await liveWebhooks(database)
  return live.flatMap(({ id, member, types }) =>
    entries
      .filter(({ type }) => types.length === 0 || types.includes(type))
      .map(({ seq }) => ({
        kind: KIND,
        key: `${id} ${seq}`,
        payload: { webhook: id, seq },
        subject: member,
      })),
  )
}

async function deliver(
  surroundings: WebhookSurroundings,
  { key, payload }: TakenItem,
  signal: AbortSignal,
): Promise<Outcome> {
  const { database, store } = surroundings
  const webhook = await findWebhook(database, textOf(payload, 'webhook'))
  if (webhook?.endedAt !== null) return { status: 'never', error: 'ended' }
  const tested = fieldOf(payload, 'tested')
  if (typeof tested === 'number')
    return post(surroundings, webhook, { key, signal, body: testMessage(webhook, tested) })
  const seq = Number(fieldOf(payload, 'seq'))
  for await (const [kept] of store.read(seq, seq + 1)) {
    const shown = kept === undefined ? undefined : await surroundings.shownTo(kept, webhook.member)
    return shown === undefined
      ? { status: 'never', error: 'not-readable' }
      : post(surroundings, webhook, { key, signal, body: messageOf(surroundings.origin, shown) })
  }
  return { status: 'again', error: 'no-entry' }
}

/** Header and links; the body only as far as the member may read it, and where it is not too long for a message. */
function messageOf(origin: string, { seq, at, by, id, type, unit, body }: KeptEntry): string {
  const data = {
    seq,
    by,
    id,
    unit,
    entry: `${origin}/api/v1/record/entries/${seq}`,
    ...(body === undefined || isLongBody(body) ? {} : { body }),
  }
  return JSON.stringify({ type, timestamp: new Date(at).toISOString(), data })
}

/** What a member has sent to see whether it arrives. */
function testMessage({ id, types }: Webhook, at: Instant): string {
  return JSON.stringify({
    type: TEST_TYPE,
    timestamp: new Date(at).toISOString(),
    data: { webhook: id, types },
  })
}

/** The message that a member asks for to try their webhook: one a minute at most, however often they ask. */
export function testItem({ id, member }: Webhook, now: Instant): NewItem {
  const payload = { webhook: id, tested: now }
  return { kind: KIND, key: `${id} test ${Math.floor(now / MINUTE)}`, payload, subject: member }
}

async function post(
  { database, gaveUp, now, isLocal }: WebhookSurroundings,
  webhook: Webhook,
  { key, body, signal }: { readonly key: string; readonly body: string; readonly signal: AbortSignal },
): Promise<Outcome> {
  const { id, url, secret, failingSince } = webhook
  // The same at every attempt: whoever gets it twice can tell.
  const message = `msg_${derivedUuid('webhook', key)}`
  // Receivers compare with their own clock, whatever a demonstration's says.
  const time = new Date()
  const answer = await send({
    url,
    body,
    isLocal,
    signal,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Plenum',
      'webhook-id': message,
      'webhook-timestamp': String(Math.floor(time.getTime() / 1000)),
      'webhook-signature': new Signer(secret).sign(message, time, body),
    },
  })
  const isDone = typeof answer === 'number' && answer >= 200 && answer < 300
  const since = isDone ? null : (failingSince ?? now())
  // 410 Gone: the receiver wants no more, as the Standard Webhooks specification has it.
  const isOver = answer === 410 || (since !== null && now() - since > FAILS_FOR)
  // Before it is noted: a process that ends in between tells twice rather than never, and the same letter is queued once.
  if (isOver) await gaveUp(webhook)
  await noteDelivery(database, id, {
    answer: String(answer),
    failingSince: since,
    endedAt: isOver ? now() : null,
  })
  if (isDone) return { status: 'done', note: String(answer) }
  return { status: isOver ? 'never' : 'again', error: String(answer) }
}

function textOf(payload: Json, name: string): string {
  const value = fieldOf(payload, name)
  return typeof value === 'string' ? value : ''
}
