import { redirect, type RequestEvent } from '@sveltejs/kit'
import type { CompiledQuery } from 'kysely'
import type { Json } from '#kernel/canonical'
import { isRefusal, type Refusal } from '#kernel/refusal'
import type { TextRef } from '#modules/moderation/core'
import { checkTypedReport } from '#modules/motions/core'
import { checkHeldText } from '#modules/record/core'
import { marksAt } from '#views/marks.server.ts'
import { nameEffect } from '#views/effect.server.ts'
import { enter, formKey, readForm, type Form } from '../../shared/forms.server.ts'
import { read, textsOf } from '#views/read.server.ts'
import { notFound, requireMember } from '../../shared/session.server.ts'
import { marksOf } from '#views/view-moderation.server.ts'
import { whoIs } from '#views/who.server.ts'
import { viewMotion } from '#views/view-motion.server.ts'
import type { Actions, PageServerLoad } from './$types.js'

export const load: PageServerLoad = async (event) => {
  const member = requireMember(event)
  const { searchParams } = event.url
  const view = await read(event, (org, now) => viewMotion(org, now, member, event.params.id, searchParams))
  if (view === undefined) notFound('motion')
  const id = event.params.id
  const [who, texts, marks, signedAt] = await Promise.all([
    whoIs(view.people),
    textsOf(view.texts),
    marksOf(event, member, textsBeside(view)),
    marksAt([view.motion.seq, ...view.speeches.list.map(({ seq }) => seq)]),
  ])
  const markOf = (kind: TextRef['kind'], of: string) => marks({ kind, about: id, id: of })
  const textOf = (hash: string): string => texts.get(hash) ?? ''
  const { people: _people, texts: _texts, amendments, speeches, decision, tendencies, ...rest } = view
  return {
    ...rest,
    keys: { motion: formKey(), speech: formKey(), report: formKey() },
    motion: { ...view.motion, by: who(view.motion.by), mark: signedAt(view.motion.seq) },
    effect: nameEffect(view.effect, who),
    tendencies: {
      ...tendencies,
      said: tendencies.said.map((each) => ({
        ...each,
        by: who(each.by),
        text: textOf(each.text),
        mark: markOf('statement', each.id),
      })),
    },
    seconds: { ...view.seconds, by: view.seconds.by.map(who) },
    speeches: {
      ...speeches,
      list: speeches.list.map((speech) => ({
        ...speech,
        ...{ by: who(speech.by), text: textOf(speech.text), mark: signedAt(speech.seq) },
        moderated: markOf('speech', speech.id),
      })),
    },
    amendments: {
      ...amendments,
      list: amendments.list.map((amendment) => ({
        ...amendment,
        key: formKey(),
        by: who(amendment.by),
        reason: amendment.reason === null ? null : textOf(amendment.reason),
        mark: markOf('reason', amendment.id),
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
              mark: markOf('report', report.id),
            })),
          },
  }
}

/** The texts on this page that moderation or their authors can have touched. */
function textsBeside({
  motion: { id: about },
  speeches,
  tendencies,
  amendments,
  decision,
}: NonNullable<ReturnType<typeof viewMotion>>): readonly TextRef[] {
  return [
    ...speeches.list.map(({ id }) => ({ kind: 'speech' as const, about, id })),
    ...tendencies.said.map(({ id }) => ({ kind: 'statement' as const, about, id })),
    ...amendments.list.map(({ id }) => ({ kind: 'reason' as const, about, id })),
    ...(decision?.reports ?? []).map(({ id }) => ({ kind: 'report' as const, about, id })),
  ]
}

type Event = RequestEvent<{ id: string }>

/** What a form enters, or why it cannot. */
type Entering =
  | {
      readonly body: Json
      readonly alongside?: readonly CompiledQuery[]
      /** Whose unit it is entered under, where that is not the motion's. */
      readonly unitOf?: { readonly tendency: string }
    }
  | Refusal

/** Enters an act about this motion and comes back to its page. */
async function act(event: Event, type: string, enteringOf: (form: Form) => Entering, done: string) {
  requireMember(event)
  const form = await readForm(event)
  const { id } = event.params
  const entering = enteringOf(form)
  if (isRefusal(entering)) return form.fail(entering)
  const { unitOf, ...entered } = entering
  const unit = await read(event, ({ motions, tendencies }) =>
    unitOf === undefined ? motions.motions.get(id)?.unit : tendencies.tendencies.get(unitOf.tendency)?.unit,
  )
  const answer = await enter(event, form, { type, unit: unit ?? null, ...entered })
  return isRefusal(answer) ? form.fail(answer) : redirect(303, `/motions/${id}?done=${done}`)
}

/** An act that says nothing but what it is about: the motion, or the thing that a hidden field names. */
function plain(type: string, done: string, about: 'motion' | 'amendment' | 'report' = 'motion') {
  return (event: Event) =>
    act(
      event,
      type,
      (form) => ({ body: { [about]: about === 'motion' ? event.params.id : form.text(about) } }),
      done,
    )
}

export const actions: Actions = {
  second: plain('motion.second', 'seconded'),
  withdraw: plain('motion.withdraw', 'withdrawn'),
  confirm: plain('meeting.confirm', 'confirmed'),
  petition: plain('review.petition', 'petitioned'),
  secondAmendment: plain('amendment.second', 'seconded', 'amendment'),
  withdrawAmendment: plain('amendment.withdraw', 'withdrawn', 'amendment'),
  sign: plain('report.sign', 'signed', 'report'),
  report: (event) => act(event, 'report.file', (form) => fileReport(form, event.params.id), 'reported'),
  state: (event) => act(event, 'tendency.state', (form) => stateFor(form, event.params.id), 'spoken'),
  speak: (event) => act(event, 'speech.give', (form) => giveSpeech(form, event.params.id), 'spoken'),
}

function fileReport(form: Form, motion: string): Entering {
  const text = form.text('text')
  const tendency = form.text('tendency')
  const name = tendency === '' ? {} : { tendency }
  return checkTypedReport(text) ?? { body: { report: form.idFor('report'), motion, text, ...name } }
}

/** What a tendency says beside the motion. */
function stateFor(form: Form, motion: string): Entering {
  const refusal = checkHeldText(form.text('text'))
  if (refusal !== undefined) return refusal
  const { ref, row } = form.hold(form.text('text'))
  const tendency = form.text('tendency')
  return { body: { tendency, motion, text: ref }, unitOf: { tendency }, alongside: [row] }
}

function giveSpeech(form: Form, motion: string): Entering {
  const refusal = checkHeldText(form.text('text'))
  if (refusal !== undefined) return refusal
  const { ref, row } = form.hold(form.text('text'))
  const side = form.text('side') === 'against' ? 'against' : 'for'
  return { body: { speech: form.idFor('speech'), motion, side, text: ref }, alongside: [row] }
}
