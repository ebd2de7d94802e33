import { redirect } from '@sveltejs/kit'
import { isRefusal } from '#kernel/refusal'
import { refuseToken } from '#modules/tokens/core'
import { checkWebhookAddress, deleteWebhook, listWebhooks, makeWebhook, tryWebhook } from '#modules/webhooks'
import { ACT_TYPES } from '#organization'
import { plenum } from '#views/plenum.server.ts'
import { webhooksMayBeLocal } from '#views/webhooks.server.ts'
import { formKey, readForm } from '../../shared/forms.server.ts'
import { unproven } from '../../shared/proof.server.ts'
import { requireMember } from '../../shared/session.server.ts'
import type { Actions, PageServerLoad } from './$types.js'

const DONE = ['removed', 'tried'] as const

/** The member's webhooks, without the secrets that sign. */
export const load: PageServerLoad = async (event) => {
  const id = requireMember(event)
  const { access, database } = plenum()
  const webhooks = await listWebhooks(database, id)
  const done = event.url.searchParams.get('done')
  return {
    webhooks: webhooks.map(({ member: _, secret: __, ...shown }) => shown),
    types: [...ACT_TYPES].sort(),
    asked: await access.proofAsked(id),
    done: DONE.find((each) => each === done) ?? null,
    key: formKey(),
  }
}

export const actions: Actions = {
  async make(event) {
    const member = requireMember(event)
    const form = await readForm(event)
    const { clock, database } = plenum()
    const chosen = new Set(form.texts('type'))
    const types = ACT_TYPES.filter((type) => chosen.has(type))
    const wish = { member, url: form.text('url'), types, isLocal: webhooksMayBeLocal(), now: clock.now() }
    const refusal = checkWebhookAddress(wish) ?? (await unproven(member, form))
    if (refusal !== undefined) return form.fail(refusal)
    const made = await makeWebhook(database, wish)
    return isRefusal(made) ? form.fail(made) : { secret: made.secret }
  },
  async test(event) {
    const member = requireMember(event)
    const form = await readForm(event)
    const open = plenum()
    const tried = await tryWebhook(open.database, member, form.text('webhook'), open.clock.now())
    if (tried === 'gone') return form.fail(refuseToken('unknown-thing'))
    open.wake()
    redirect(303, '/me/webhooks?done=tried')
  },
  async remove(event) {
    const member = requireMember(event)
    const form = await readForm(event)
    const isRemoved = await deleteWebhook(plenum().database, member, form.text('webhook'))
    if (!isRemoved) return form.fail(refuseToken('unknown-thing'))
    redirect(303, '/me/webhooks?done=removed')
  },
}
