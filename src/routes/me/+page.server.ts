import { redirect } from '@sveltejs/kit'
import { isRefusal, refuse } from '#kernel/refusal'
import { readPeople } from '#modules/members'
import { checkHeldText } from '#modules/record/core'
import { answerToSign, enter, formKey, readForm } from '../shared/forms.server.ts'
import { forgottenWith } from '#views/forget.server.ts'
import { noticeFor, viewMember } from '#views/view-member.server.ts'
import { placeOptions } from '#views/places.server.ts'
import { plenum } from '#views/plenum.server.ts'
import { read, textsOf } from '#views/read.server.ts'
import { unproven } from '../shared/proof.server.ts'
import { forgetSession, requireMember } from '../shared/session.server.ts'
import type { Actions, PageServerLoad } from './$types.js'

export const load: PageServerLoad = async (event) => {
  const id = requireMember(event)
  const { seen, places } = await read(event, (org, now) => ({
    seen: viewMember(org, now, id),
    places: placeOptions(org),
  }))
  const people = await readPeople(plenum().database, [id])
  const texts = await textsOf(seen.notice === null ? [] : [seen.notice.reason])
  const { status, home, votesFrom, mandates, notice } = seen
  return {
    mine: { id, status, home, votesFrom, mandates, notice: noticeFor(notice, true, texts) },
    email: people.get(id)?.email ?? null,
    places,
    asked: await plenum().access.proofAsked(id),
    keys: { move: formKey(), resign: formKey(), contest: formKey() },
  }
}

export const actions: Actions = {
  async move(event) {
    const form = await readForm(event)
    const answer = await enter(event, form, {
      type: 'member.move',
      unit: null,
      body: { home: form.text('home') },
    })
    return isRefusal(answer) ? form.fail(answer) : redirect(303, '/me?done=moved')
  },
  async contest(event) {
    requireMember(event)
    const form = await readForm(event)
    const refusal = checkHeldText(form.text('reason'))
    if (refusal !== undefined) return form.fail(refusal)
    const { ref: reason, row } = form.hold(form.text('reason'))
    const body = { appeal: form.idFor('appeal'), reason }
    const answer = await enter(event, form, { type: 'standing.contest', unit: null, body, alongside: [row] })
    return isRefusal(answer) ? form.fail(answer) : redirect(303, '/me?done=appealed')
  },
  async resign(event) {
    const id = requireMember(event)
    const form = await readForm(event)
    if (form.text('confirmed') === '') return form.fail(refuse('not-confirmed'))
    const erase = form.text('erase') !== ''
    const alongside = await forgottenWith('member.resign', id, { erase })
    const entered = { type: 'member.resign', unit: null, body: { erase }, alongside }
    const refusal = (await answerToSign(event, form, entered)) ?? (await unproven(id, form))
    if (refusal !== undefined) return form.fail(refusal)
    const answer = await enter(event, form, entered)
    if (isRefusal(answer)) return form.fail(answer)
    forgetSession(event.cookies)
    redirect(303, '/?done=resigned')
  },
}
