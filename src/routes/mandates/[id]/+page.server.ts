import { redirect } from '@sveltejs/kit'
import { isRefusal } from '#kernel/refusal'
import { checkHeldText } from '#modules/record/core'
import { read, textsOf } from '#views/read.server.ts'
import { viewMandate } from '#views/view-mandate.server.ts'
import { marksOf } from '#views/view-moderation.server.ts'
import { whoIs } from '#views/who.server.ts'
import { enter, formKey, readForm } from '../../shared/forms.server.ts'
import { notFound, requireMember } from '../../shared/session.server.ts'
import type { Actions, PageServerLoad } from './$types.js'

export const load: PageServerLoad = async (event) => {
  const me = requireMember(event)
  const view = await read(event, (org, now) => viewMandate(org, now, me, event.params.id))
  if (view === undefined) notFound('mandate')
  const refOf = (id: string) => ({ kind: 'account' as const, about: event.params.id, id })
  const [who, texts, marks] = await Promise.all([
    whoIs([view.holder]),
    textsOf(view.reports.map(({ text }) => text)),
    marksOf(
      event,
      me,
      view.reports.map(({ id }) => refOf(id)),
    ),
  ])
  return {
    ...view,
    holder: who(view.holder),
    reports: view.reports.map((report) => ({
      ...report,
      text: texts.get(report.text) ?? '',
      mark: marks(refOf(report.id)),
    })),
    key: formKey(),
  }
}

export const actions: Actions = {
  async report(event) {
    requireMember(event)
    const form = await readForm(event)
    const mandate = event.params.id
    const refusal = checkHeldText(form.text('text'))
    if (refusal !== undefined) return form.fail(refusal)
    const unit = await read(event, ({ delegates }) => delegates.mandates.get(mandate)?.unit)
    if (unit === undefined) notFound('mandate')
    const { ref: text, row } = form.hold(form.text('text'))
    const body = { report: form.idFor('report'), mandate, text }
    const answer = await enter(event, form, { type: 'mandate.report', unit, body, alongside: [row] })
    return isRefusal(answer) ? form.fail(answer) : redirect(303, `/mandates/${mandate}?done=accounted`)
  },
}
