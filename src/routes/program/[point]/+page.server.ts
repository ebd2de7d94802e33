import { redirect } from '@sveltejs/kit'
import { isRefusal } from '#kernel/refusal'
import { checkHeldText } from '#modules/record/core'
import { enter, formKey, readForm } from '../../shared/forms.server.ts'
import { read, textsOf } from '#views/read.server.ts'
import { notFound, requireMember } from '../../shared/session.server.ts'
import { marksOf } from '#views/view-moderation.server.ts'
import { whoIs } from '#views/who.server.ts'
import { viewPoint } from '#views/view-point.server.ts'
import type { Actions, PageServerLoad } from './$types.js'

/** A point's text is public; how it came about and what members say of it is for members. */
export const load: PageServerLoad = async (event) => {
  const { member } = event.locals
  const view = await read(event, (org, now) => viewPoint(org, now, member, event.params.point))
  if (view === undefined) notFound('point')
  if (member === undefined) return { ...view, history: [], rationales: [], isMember: false, key: formKey() }
  const people = [...view.rationales, ...view.history.flatMap(({ dissent }) => dissent)].map(({ by }) => by)
  const about = event.params.point
  const refOf = (id: string) => ({ kind: 'rationale' as const, about, id })
  const [who, texts, marks] = await Promise.all([
    whoIs(people),
    textsOf(view.rationales.map(({ text }) => text)),
    marksOf(
      event,
      member,
      view.rationales.map(({ id }) => refOf(id)),
    ),
  ])
  return {
    ...view,
    history: view.history.map((revision) => ({
      ...revision,
      dissent: revision.dissent.map((report) => ({ ...report, by: who(report.by) })),
    })),
    rationales: view.rationales.map((each) => ({
      ...each,
      by: who(each.by),
      text: texts.get(each.text) ?? '',
      mark: marks(refOf(each.id)),
    })),
    isMember: true,
    key: formKey(),
  }
}

export const actions: Actions = {
  async rationale(event) {
    requireMember(event)
    const form = await readForm(event)
    const { point } = event.params
    const refusal = checkHeldText(form.text('text'))
    if (refusal !== undefined) return form.fail(refusal)
    const { ref: text, row } = form.hold(form.text('text'))
    const unit = await read(event, ({ program }) => program.points.get(point)?.unit ?? null)
    const body = { rationale: form.idFor('rationale'), point, text }
    const answer = await enter(event, form, { type: 'rationale.add', unit, body, alongside: [row] })
    return isRefusal(answer) ? form.fail(answer) : redirect(303, `/program/${point}?done=rationale`)
  },
}
