import { redirect } from '@sveltejs/kit'
import { isRefusal } from '#kernel/refusal'
import { checkTokenWish, scopesIn } from '#modules/tokens/core'
import { tellAccountChange } from '#views/mail/queue-mail.server.ts'
import { plenum } from '#views/plenum.server.ts'
import { formKey, readForm } from '../../shared/forms.server.ts'
import { unproven } from '../../shared/proof.server.ts'
import { requireMember } from '../../shared/session.server.ts'
import type { Actions, PageServerLoad } from './$types.js'

/** The member's tokens. A token itself never comes here: it signs in nowhere, and makes no other. */
export const load: PageServerLoad = async (event) => {
  const id = requireMember(event)
  const { access, clock, tokens } = plenum()
  return {
    asked: await access.proofAsked(id),
    tokens: await tokens.list(id, clock.now()),
    ended: event.url.searchParams.has('ended'),
    key: formKey(),
  }
}

export const actions: Actions = {
  async make(event) {
    const id = requireMember(event)
    const form = await readForm(event)
    const { clock, tokens } = plenum()
    const [name, scopes, days] = [form.text('name'), scopesIn(form.texts('scope')), Number(form.text('days'))]
    const wish = { name, scopes, days }
    const refusal = checkTokenWish(wish) ?? (await unproven(id, form))
    if (refusal !== undefined) return form.fail(refusal)
    const made = await tokens.make(id, wish, clock.now())
    if (isRefusal(made)) return form.fail(made)
    await tellAccountChange(id, 'token')
    return { secret: made.secret }
  },
  async end(event) {
    const id = requireMember(event)
    const form = await readForm(event)
    const ended = await plenum().tokens.end(id, form.text('token'))
    if (isRefusal(ended)) return form.fail(ended)
    redirect(303, '/me/tokens?ended')
  },
}
