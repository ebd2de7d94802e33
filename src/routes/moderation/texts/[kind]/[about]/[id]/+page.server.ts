import { redirect, type RequestEvent } from '@sveltejs/kit'
import type { CompiledQuery } from 'kysely'
import type { Json } from '#kernel/canonical'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { MOST_REASON_LENGTH, TEXT_KINDS, type TextRef } from '#modules/moderation/core'
import { checkHeldText } from '#modules/record/core'
import { hrefOfText } from '#ui/moderation/text-href.ts'
import { eraseText } from '#views/forget.server.ts'
import { read, textsOf } from '#views/read.server.ts'
import { marksOf, viewText } from '#views/view-moderation.server.ts'
import { whoIs } from '#views/who.server.ts'
import { enter, formKey, readForm, type Form } from '../../../../../shared/forms.server.ts'
import { notFound, requireMember } from '../../../../../shared/session.server.ts'
import type { Actions, PageServerLoad } from './$types.js'

type Event = RequestEvent<{ kind: string; about: string; id: string }>

function refIn({ params: { kind, about, id } }: Pick<Event, 'params'>): TextRef {
  const known = TEXT_KINDS.find((each) => each === kind)
  return known === undefined ? notFound('page') : { kind: known, about, id }
}

export const load: PageServerLoad = async (event) => {
  const me = requireMember(event)
  const ref = refIn(event)
  const view = await read(event, (org, now) => viewText(org, now, me, ref))
  if (view === undefined) notFound('page')
  const [who, texts, marks] = await Promise.all([
    whoIs([view.author]),
    textsOf([...(view.held ? [view.key] : []), ...(view.appeal === null ? [] : [view.appeal.reason])]),
    marksOf(event, me, [ref]),
  ])
  return {
    ...view,
    author: who(view.author),
    text: view.text ?? texts.get(view.key) ?? '',
    appeal: view.appeal && { ...view.appeal, reason: texts.get(view.appeal.reason) ?? '' },
    mark: marks(ref),
    keys: { hide: formKey(), own: formKey(), appeal: formKey() },
  }
}

type Entering = {
  readonly more: Readonly<Record<string, Json>>
  readonly alongside?: readonly CompiledQuery[]
}

async function act(event: Event, type: string, done: string, enteringOf: (form: Form) => Entering | Refusal) {
  const me = requireMember(event)
  const ref = refIn(event)
  const form = await readForm(event)
  const view = await read(event, (org, now) => viewText(org, now, me, ref))
  if (view === undefined) notFound('page')
  const entering = enteringOf(form)
  if (isRefusal(entering)) return form.fail(entering)
  // The form carries the text that its reader saw: a statement can be replaced meanwhile.
  const body = { ...ref, text: form.text('text') === '' ? view.key : form.text('text'), ...entering.more }
  const alongside = type === 'text.erase' ? [eraseText(body)] : (entering.alongside ?? [])
  const answer = await enter(event, form, { type, unit: view.unit.id, body, alongside })
  return isRefusal(answer) ? form.fail(answer) : redirect(303, `${hrefOfText(ref)}?done=${done}`)
}

const nothing = (): Entering => ({ more: {} })

export const actions: Actions = {
  hide: (event) => act(event, 'text.hide', 'textHidden', hiding),
  lift: (event) => act(event, 'text.lift', 'textLifted', nothing),
  withdraw: (event) => act(event, 'text.withdraw', 'textWithdrawn', nothing),
  erase: (event) => act(event, 'text.erase', 'textErased', nothing),
  appeal: (event) => act(event, 'hiding.appeal', 'appealed', appealing),
}

function hiding(form: Form): Entering | Refusal {
  const [number, reason] = [Number(form.text('number')), form.text('reason')]
  if (!Number.isInteger(number) || number < 1) return refuse('hiding-rule-missing')
  if (reason === '') return refuse('hiding-reason-missing')
  const { length } = reason
  if (length > MOST_REASON_LENGTH)
    return refuse('hiding-reason-too-long', { length, most: MOST_REASON_LENGTH })
  const version = Number(form.text('version')) || 1
  return { more: { rule: { unit: form.text('unit'), version, number }, reason } }
}

function appealing(form: Form): Entering | Refusal {
  const refusal = checkHeldText(form.text('reason'))
  if (refusal !== undefined) return refusal
  const { ref, row } = form.hold(form.text('reason'))
  return { more: { appeal: form.idFor('appeal'), reason: ref }, alongside: [row] }
}
