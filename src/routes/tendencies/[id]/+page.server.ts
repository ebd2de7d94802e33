import { redirect, type RequestEvent } from '@sveltejs/kit'
import type { Json } from '#kernel/canonical'
import { isRefusal } from '#kernel/refusal'
import { checkTypedTendencyName, isListed } from '#modules/tendencies/core'
import { read } from '#views/read.server.ts'
import { viewTendency } from '#views/view-tendency.server.ts'
import { whoIs } from '#views/who.server.ts'
import { enter, formKey, readForm, type Form } from '../../shared/forms.server.ts'
import { notFound, requireMember } from '../../shared/session.server.ts'
import type { Actions, PageServerLoad } from './$types.js'

export const load: PageServerLoad = async (event) => {
  const member = requireMember(event)
  const view = await read(event, (org, now) => viewTendency(org, now, member, event.params.id))
  if (view === undefined) notFound('tendency')
  const { people, signatories, waiting, proposals, seats, tendency, ...rest } = view
  const who = await whoIs(people)
  return {
    ...rest,
    tendency: { ...tendency, by: who(tendency.by) },
    signatories: signatories.map(who),
    waiting: waiting.map(who),
    proposals: proposals.map((each) => ({ ...each, by: who(each.by) })),
    seats: seats.map((each) => ({ ...each, holder: who(each.holder) })),
    key: formKey(),
  }
}

type Event = RequestEvent<{ id: string }>

/** Enters an act of a signatory: under their own name, or, where signatories are not listed, under nobody's. */
async function actAsOne(
  event: Event,
  form: Form,
  what: 'sign' | 'take' | 'leave' | 'agree',
  body: Readonly<Record<string, Json>>,
  done: string,
) {
  const member = requireMember(event)
  const listed = await read(event, (org) => {
    const tendency = org.tendencies.tendencies.get(event.params.id)
    return tendency === undefined || isListed(tendency)
  })
  if (listed) return act(event, form, `tendency.${what}`, body, done)
  const { member: taken, ...rest } = body
  const unlisted = { ...rest, ...(taken === undefined ? {} : { taken }), member }
  return act(event, form, `unlisted.${what}`, unlisted, done)
}

/** Enters an act about this tendency, and shows it again. */
async function act(
  event: Event,
  form: Form,
  type: string,
  body: Readonly<Record<string, Json>>,
  done: string,
) {
  const tendency = event.params.id
  const unit = await read(event, (org) => org.tendencies.tendencies.get(tendency)?.unit)
  if (unit === undefined) notFound('tendency')
  const answer = await enter(event, form, { type, unit, body: { tendency, ...body } })
  return isRefusal(answer) ? form.fail(answer) : redirect(303, `/tendencies/${tendency}?done=${done}`)
}

export const actions: Actions = {
  async sign(event) {
    requireMember(event)
    return actAsOne(event, await readForm(event), 'sign', {}, 'tendencySigned')
  },
  async take(event) {
    requireMember(event)
    const form = await readForm(event)
    return actAsOne(event, form, 'take', { member: form.text('member') }, 'tendencyTaken')
  },
  async leave(event) {
    requireMember(event)
    return actAsOne(event, await readForm(event), 'leave', {}, 'tendencyLeft')
  },
  async name(event) {
    requireMember(event)
    const form = await readForm(event)
    const name = form.text('name')
    const refusal = checkTypedTendencyName(name)
    if (refusal !== undefined) return form.fail(refusal)
    const body = { proposal: form.idFor('proposal'), change: { kind: 'name', name } }
    return act(event, form, 'tendency.change', body, 'tendencyProposed')
  },
  async end(event) {
    requireMember(event)
    const form = await readForm(event)
    const body = { proposal: form.idFor('proposal'), change: { kind: 'end' } }
    return act(event, form, 'tendency.change', body, 'tendencyProposed')
  },
  async agree(event) {
    requireMember(event)
    const form = await readForm(event)
    return actAsOne(event, form, 'agree', { proposal: form.text('proposal') }, 'tendencyAgreed')
  },
}
