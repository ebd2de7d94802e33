import { redirect } from '@sveltejs/kit'
import { isRefusal } from '#kernel/refusal'
import { chargedCase } from '#views/enter-case.server.ts'
import { read } from '#views/read.server.ts'
import { referComplaint, unitOfReferral } from '#views/refer-complaint.server.ts'
import { typedCharge } from '#views/typed-charge.server.ts'
import { viewChargeForm } from '#views/view-case.server.ts'
import { viewComplaint } from '#views/view-complaint.server.ts'
import { whoIs } from '#views/who.server.ts'
import { formKey, readForm, rememberSeen, senderOf } from '../../../shared/forms.server.ts'
import { notFound, requireMember } from '../../../shared/session.server.ts'
import type { Actions, PageServerLoad } from './$types.js'

export const load: PageServerLoad = async (event) => {
  const member = requireMember(event)
  event.setHeaders({ 'cache-control': 'no-store' })
  const { id } = event.params
  const view = await read(event, (org, now) => {
    const found = viewComplaint(org, now, member, id)
    const unit = unitOfReferral(org, id)
    return found?.mayRefer !== true || unit === undefined
      ? undefined
      : { found, ...viewChargeForm(org, unit) }
  })
  if (view === undefined) notFound('complaint')
  const { found, rules, grounds } = view
  const who = await whoIs(found.people)
  const { complainant, representative, persons } = found
  const parties = [complainant, ...(representative === null ? [] : [representative]), ...persons]
  return { id, mostDays: rules.suspensionDays, grounds, parties: parties.map(who), key: formKey() }
}

export const actions: Actions = {
  async default(event) {
    const member = requireMember(event)
    const { id } = event.params
    const found = await read(event, (org, now) => viewComplaint(org, now, member, id))
    if (found?.mayRefer !== true) notFound('complaint')
    const form = await readForm(event)
    const sender = senderOf(form, member)
    const typed = typedCharge(form, '')
    if (isRefusal(typed)) return form.fail(typed)
    const answer = await referComplaint(sender, id, typed)
    if (isRefusal(answer)) return form.fail(answer)
    rememberSeen(event, (answer.at(-1)?.seq ?? 0) + 1)
    redirect(303, `/cases/${chargedCase(sender)}?done=complaintReferred`)
  },
}
