import { redirect, type RequestEvent } from '@sveltejs/kit'
import { isRefusal, type Refusal } from '#kernel/refusal'
import type { Receipt } from '#modules/record/core'
import { closeComplaint, separate, takeComplaint, writeInComplaint } from '#views/enter-complaint.server.ts'
import { openComplaint } from '#views/open-sealed.server.ts'
import { read } from '#views/read.server.ts'
import type { Sender } from '#views/sealed-acts.server.ts'
import { viewComplaint } from '#views/view-complaint.server.ts'
import { formKey, readForm, rememberSeen, senderOf, type Form } from '../../shared/forms.server.ts'
import { notFound, requireMember } from '../../shared/session.server.ts'
import type { Actions, PageServerLoad } from './$types.js'

export const load: PageServerLoad = async (event) => {
  const member = requireMember(event)
  event.setHeaders({ 'cache-control': 'no-store' })
  const { id } = event.params
  const view = await read(event, (org, now) => viewComplaint(org, now, member, id))
  if (view === undefined) notFound('complaint')
  return {
    ...(await openComplaint(view)),
    keys: { take: formKey(), separate: formKey(), write: formKey(), close: formKey() },
  }
}

async function act(
  event: RequestEvent<{ id: string }>,
  done: string,
  enter: (sender: Sender, form: Form) => Promise<readonly Receipt[] | Refusal>,
) {
  const member = requireMember(event)
  const form = await readForm(event)
  const answer = await enter(senderOf(form, member), form)
  if (isRefusal(answer)) return form.fail(answer)
  rememberSeen(event, (answer.at(-1)?.seq ?? 0) + 1)
  // Once it has ended there is nothing to come back to.
  const to = done === 'complaintClosed' ? '/complaints' : `/complaints/${event.params.id}`
  redirect(303, `${to}?done=${done}`)
}

export const actions: Actions = {
  take: (event) => act(event, 'complaintTaken', (sender) => takeComplaint(sender, event.params.id)),
  separate: (event) =>
    act(event, 'separated', (sender, form) => separate(sender, event.params.id, form.whole('days'))),
  write: (event) =>
    act(event, 'complaintWritten', (sender, form) =>
      writeInComplaint(sender, event.params.id, form.text('text')),
    ),
  close: (event) =>
    act(event, 'complaintClosed', (sender, form) =>
      closeComplaint(sender, event.params.id, form.text('how') === 'settled' ? 'settled' : 'withdrawn'),
    ),
}
