import { redirect, type RequestEvent } from '@sveltejs/kit'
import { isRefusal, refuse } from '#kernel/refusal'
import { CHOICES, voteIdFor } from '#modules/voting/core'
import { read, textsOf } from '#views/read.server.ts'
import { viewRecall } from '#views/view-recall.server.ts'
import { withIssued } from '#views/view-secret.server.ts'
import { marksOf } from '#views/view-moderation.server.ts'
import { whoIs } from '#views/who.server.ts'
import { enter, formKey, readForm } from '../../shared/forms.server.ts'
import { notFound, requireMember } from '../../shared/session.server.ts'
import type { Actions, PageServerLoad } from './$types.js'

export const load: PageServerLoad = async (event) => {
  const member = requireMember(event)
  const view = await read(event, (org, now) => viewRecall(org, now, member, event.params.id))
  if (view === undefined) notFound('recall')
  const ref = { kind: 'recall' as const, about: event.params.id, id: event.params.id }
  const [who, texts, secret, marks] = await Promise.all([
    whoIs(view.people),
    textsOf([view.reason]),
    withIssued(event, member, view.secret),
    marksOf(event, member, [ref]),
  ])
  const { people: _people, reason, recall, ...rest } = view
  return {
    ...rest,
    secret,
    mark: marks(ref),
    recall: { ...recall, holder: who(recall.holder), by: who(recall.by), reason: texts.get(reason) ?? '' },
    key: formKey(),
  }
}

function unitOf(event: RequestEvent<{ id: string }>): Promise<string | null> {
  return read(event, ({ elections }) => elections.recalls.get(event.params.id)?.unit ?? null)
}

export const actions: Actions = {
  async sign(event) {
    requireMember(event)
    const form = await readForm(event)
    const body = { petition: event.params.id }
    const answer = await enter(event, form, { type: 'recall.sign', unit: await unitOf(event), body })
    return isRefusal(answer)
      ? form.fail(answer)
      : redirect(303, `/recalls/${event.params.id}?done=recallSigned`)
  },
  async vote(event) {
    requireMember(event)
    const form = await readForm(event)
    const choices = CHOICES.filter((choice) => choice === form.text('choice'))
    if (choices.length === 0)
      return form.fail(refuse('wrong-number-of-answers', { questions: 1, answers: 0 }))
    const body = { vote: voteIdFor({ kind: 'recall', id: event.params.id }), choices }
    const answer = await enter(event, form, { type: 'ballot.cast', unit: await unitOf(event), body })
    return isRefusal(answer) ? form.fail(answer) : redirect(303, `/recalls/${event.params.id}?done=voted`)
  },
}
