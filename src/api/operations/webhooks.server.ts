import { z } from 'zod'
import { isRefusal } from '#kernel/refusal'
import { refuseToken } from '#modules/tokens/core'
import { deleteWebhook, listWebhooks, makeWebhook, tryWebhook, type Webhook } from '#modules/webhooks'
import { ACT_TYPES } from '#organization'
import { plenum } from '#views/plenum.server.ts'
import { webhooksMayBeLocal } from '#views/webhooks.server.ts'
import { operation } from '../operation.server.ts'
import { idParams, instantShape, listOf } from '../shapes/common.ts'

const TAG = 'Webhooks'

const webhookFields = {
  id: z.string(),
  url: z.string(),
  types: listOf(z.string()).meta({ description: 'Types of acts; none means all.' }),
  madeAt: instantShape,
  failingSince: instantShape.nullable(),
  endedAt: instantShape.nullable().meta({ description: 'When it was given up, after failing for days.' }),
  lastAnswer: z
    .string()
    .nullable()
    .meta({ description: 'How the last delivery ended: a status, or a code.' }),
}
const webhookShape = z.object(webhookFields).meta({ id: 'Webhook' })

export const listOwnWebhooks = operation({
  method: 'get',
  path: '/webhooks',
  id: 'listWebhooks',
  tag: TAG,
  summary: 'Your webhooks, and how their last delivery ended',
  needs: 'webhooks',
  answer: z.object({ items: listOf(webhookShape) }),
  async run({ asker }) {
    return { items: await listWebhooks(plenum().database, asker.member ?? '') }
  },
})

export const makeOwnWebhook = operation({
  method: 'post',
  path: '/webhooks',
  id: 'makeWebhook',
  tag: TAG,
  summary: 'Have a server told of new entries',
  description:
    'Signed by the Standard Webhooks scheme; the secret is shown this once. What you may not read is not sent: then only the header of the entry is. Deliveries are tried again for days.',
  needs: 'webhooks',
  body: z.strictObject({
    url: z
      .string()
      .min(1)
      .max(500)
      .meta({ examples: ['https://example.org/plenum'] }),
    types: z.array(z.enum(ACT_TYPES)).max(ACT_TYPES.length).default([]),
  }),
  status: 201,
  answer: z.object({ ...webhookFields, secret: z.string() }).meta({ id: 'WebhookWithSecret' }),
  async run({ asker, body: { url, types } }): Promise<Webhook | ReturnType<typeof refuseToken>> {
    const { clock, database } = plenum()
    const wish = { member: asker.member ?? '', url, types, isLocal: webhooksMayBeLocal(), now: clock.now() }
    return makeWebhook(database, wish)
  },
})

export const tryOwnWebhook = operation({
  method: 'post',
  path: '/webhooks/{id}/test',
  id: 'tryWebhook',
  tag: TAG,
  summary: 'Send a test message, of the type “webhook.test”',
  description: 'One a minute at most. How it ended stands in `lastAnswer` afterwards.',
  needs: 'webhooks',
  params: idParams,
  status: 204,
  async run({ asker, params: { id } }) {
    const open = plenum()
    const tried = await tryWebhook(open.database, asker.member ?? '', id, open.clock.now())
    if (tried === 'gone') return refuseToken('unknown-thing')
    open.wake()
    return undefined
  },
})

export const endOwnWebhook = operation({
  method: 'delete',
  path: '/webhooks/{id}',
  id: 'endWebhook',
  tag: TAG,
  summary: 'End one of your webhooks',
  needs: 'webhooks',
  params: idParams,
  status: 204,
  async run({ asker, params: { id } }) {
    const ended = await deleteWebhook(plenum().database, asker.member ?? '', id)
    const refusal = ended ? undefined : refuseToken('unknown-thing')
    return isRefusal(refusal) ? refusal : undefined
  },
})
