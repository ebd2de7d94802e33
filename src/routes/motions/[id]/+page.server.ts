import { redirect, type RequestEvent } from '@sveltejs/kit'
import type { Json } from '#kernel/canonical'
import { isRefusal } from '#kernel/refusal'
import { nameEffect } from '../../shared/effect.server.ts'
import { enter, formKey, readForm, type Form } from '../../shared/forms.server.ts'
import { checkHeld } from '../../shared/held.server.ts'
import { read, textsOf } from '../../shared/read.server.ts'
import { notFound, requireMember } from '../../shared/session.server.ts'
import { whoIs } from '../../shared/who.server.ts'
import { viewMotion } from './view-motion.server.ts'
import type { Actions, PageServerLoad } from './$types.js'

export const load: PageServerLoad = async (event) => {
  const member = requireMember(event)
  const { searchParams } = event.url
  const view = await read(event, (org, now) => viewMotion(org, now, member, event.params.id, searchParams))
  if (view === undefined) notFound('motion')
  const [who, texts] = await Promise.all([whoIs(view.people), textsOf(view.texts)])
  const textOf = (hash: string): string => texts.get(hash) ?? ''
  const { people: _people, texts: _texts, amendments, speeches, decision, ...rest } = view
  return {
    ...rest,
    keys: { motion: formKey(), speech: formKey(), report: formKey() },
    motion: { ...view.motion, by: who(view.motion.by) },
    effect: nameEffect(view.effect, who),
    seconds: { ...view.seconds, by: view.seconds.by.map(who) },
    speeches: {
      ...speeches,
      list: speeches.list.map((speech) => ({ ...speech, by: who(speech.by), text: textOf(speech.text) })),
    },
    amendments: {
      ...amendments,
      list: amendments.list.map((amendment) => ({
        ...amendment,
        key: formKey(),
        by: who(amendment.by),
        reason: amendment.reason === null ? null : textOf(amendment.reason),
      })),
    },
    decision:
      decision === undefined
        ? null
        : {
            ...decision,
            reports: decision.reports.map((report) => ({
              ...report,
              key: formKey(),
              by: who(report.by),
              signers: report.signers.map(who),
            })),
          },
  }
}

type Event = RequestEvent<{ id: string }>

/** Enters an act about this motion and comes back to its page. */
async function act(event: Event, type: string, bodyOf: (form: Form) => Json, done: string, anchor = '') {
  requireMember(event)
  const form = await readForm(event)
  const { id } = event.params
  const unit = await read(event, (org) => org.motions.motions.get(id)?.unit ?? null)
  const answer = await enter(event, form, { type, unit, body: bodyOf(form) })
  return isRefusal(answer) ? form.fail(answer) : redirect(303, `/motions/${id}?done=${done}${anchor}`)
}

export const actions: Actions = {
  second: (event) => act(event, 'motion.second', () => ({ motion: event.params.id }), 'seconded'),
  withdraw: (event) => act(event, 'motion.withdraw', () => ({ motion: event.params.id }), 'withdrawn'),
  confirm: (event) => act(event, 'meeting.confirm', () => ({ motion: event.params.id }), 'confirmed'),
  petition: (event) => act(event, 'review.petition', () => ({ motion: event.params.id }), 'petitioned'),
  secondAmendment: (event) =>
    act(event, 'amendment.second', (form) => ({ amendment: form.text('amendment') }), 'seconded', '#amendments'),
  withdrawAmendment: (event) =>
    act(event, 'amendment.withdraw', (form) => ({ amendment: form.text('amendment') }), 'withdrawn', '#amendments'),
  report: (event) =>
    act(
      event,
      'report.file',
      (form) => ({ report: form.idFor('report'), motion: event.params.id, text: form.text('text') }),
      'reported',
      '#reports',
    ),
  sign: (event) => act(event, 'report.sign', (form) => ({ report: form.text('report') }), 'signed', '#reports'),
  async speak(event) {
    requireMember(event)
    const form = await readForm(event)
    const { id: motion } = event.params
    const side = form.text('side') === 'against' ? 'against' : 'for'
    const refusal = checkHeld(form.text('text'))
    if (refusal !== undefined) return form.fail(refusal)
    const { ref: text, row } = form.hold(form.text('text'))
    const unit = await read(event, (org) => org.motions.motions.get(motion)?.unit ?? null)
    const body = { speech: form.idFor('speech'), motion, side, text }
    const answer = await enter(event, form, { type: 'speech.give', unit, body, alongside: [row] })
    return isRefusal(answer) ? form.fail(answer) : redirect(303, `/motions/${motion}?done=spoken#debate`)
  },
}
