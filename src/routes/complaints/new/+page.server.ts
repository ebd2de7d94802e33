import { redirect } from '@sveltejs/kit'
import { isRefusal } from '#kernel/refusal'
import { madeComplaint, makeComplaint } from '#views/enter-complaint.server.ts'
import { findForOffice } from '#views/find-members.server.ts'
import { read } from '#views/read.server.ts'
import { hasComplaintPersons } from '#views/view-complaint.server.ts'
import { formKey, readForm, rememberSeen, senderOf } from '../../shared/forms.server.ts'
import { requireMember } from '../../shared/session.server.ts'
import type { Actions, PageServerLoad } from './$types.js'

export const load: PageServerLoad = async (event) => {
  const member = requireMember(event)
  event.setHeaders({ 'cache-control': 'no-store' })
  // Nobody is to write what happened to them for nobody to read it.
  const hasPersons = await read(event, (org) => hasComplaintPersons(org, member))
  const find = event.url.searchParams.get('find') ?? ''
  const { people, more } = await findForOffice(event, find)
  return { people: people.filter(({ id }) => id !== member), more, find, hasPersons, key: formKey() }
}

export const actions: Actions = {
  async default(event) {
    const member = requireMember(event)
    const form = await readForm(event)
    const sender = senderOf(form, member)
    const representative = form.text('representative')
    const answer = await makeComplaint(sender, {
      about: form.text('about'),
      representative: representative === '' ? null : representative,
      text: form.text('text'),
    })
    if (isRefusal(answer)) return form.fail(answer)
    rememberSeen(event, (answer.at(-1)?.seq ?? 0) + 1)
    redirect(303, `/complaints/${madeComplaint(sender)}?done=complained`)
  },
}
