import { redirect } from '@sveltejs/kit'
import { isRefusal } from '#kernel/refusal'
import { checkHeldText } from '#modules/record/core'
import { read } from '#views/read.server.ts'
import { viewOffice } from '#views/view-office.server.ts'
import { whoIs } from '#views/who.server.ts'
import { enter, formKey, readForm } from '../../shared/forms.server.ts'
import { notFound, requireMember } from '../../shared/session.server.ts'
import type { Actions, PageServerLoad } from './$types.js'

export const load: PageServerLoad = async (event) => {
  const member = requireMember(event)
  const view = await read(event, (org, now) => viewOffice(org, now, member, event.params.id))
  if (view === undefined) notFound('office')
  const { people, mandates, ...rest } = view
  const who = await whoIs(people)
  const named = mandates.map((mandate) => ({ ...mandate, holder: who(mandate.holder) }))
  return { ...rest, mandates: named, key: formKey() }
}

export const actions: Actions = {
  async petition(event) {
    requireMember(event)
    const form = await readForm(event)
    const refusal = checkHeldText(form.text('reason'))
    if (refusal !== undefined) return form.fail(refusal)
    const { ref, row } = form.hold(form.text('reason'))
    const [petition, mandate] = [form.idFor('petition'), form.text('mandate')]
    const unit = await read(event, ({ delegates }) => delegates.mandates.get(mandate)?.unit ?? null)
    const body = { petition, mandate, reason: ref }
    const answer = await enter(event, form, { type: 'recall.petition', unit, body, alongside: [row] })
    return isRefusal(answer) ? form.fail(answer) : redirect(303, `/recalls/${petition}?done=recallAsked`)
  },
}
