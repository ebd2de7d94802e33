import { error, redirect } from '@sveltejs/kit'
import { isRefusal } from '#kernel/refusal'
import { checkChanges, checkTypedClauses, editToChanges } from '#modules/motions/core'
import { checkHeldText } from '#modules/record/core'
import { editedClauses } from '../../../shared/edited.server.ts'
import { enter, formKey, readForm } from '../../../shared/forms.server.ts'
import { SOME_ID, whyNot } from '#views/may.server.ts'
import { read } from '#views/read.server.ts'
import { notFound, requireMember } from '../../../shared/session.server.ts'
import type { Actions, PageServerLoad } from './$types.js'

export const load: PageServerLoad = async (event) => {
  const by = requireMember(event)
  const view = await read(event, (org, now) => {
    const motion = org.motions.motions.get(event.params.id)
    if (motion === undefined) return undefined
    const { id, number, title, unit, stage, proposed } = motion
    const changes = [{ kind: 'insert', after: null, clause: SOME_ID, text: 'x' }]
    const body = { amendment: SOME_ID, motion: id, changes, reason: null }
    return {
      motion: { id, number, title, clauses: proposed },
      frozen: stage.kind === 'debate' ? stage.frozen : null,
      refused: whyNot(org, now, { by, type: 'amendment.propose', unit, body }),
    }
  })
  if (view === undefined) notFound('motion')
  if (view.refused !== null && event.request.method === 'GET') error(403, view.refused)
  return { ...view, key: formKey() }
}

export const actions: Actions = {
  async default(event) {
    requireMember(event)
    const form = await readForm(event)
    const { id } = event.params
    const motion = await read(event, (org) => org.motions.motions.get(id))
    if (motion === undefined) notFound('motion')
    const changes = editToChanges(motion.proposed, editedClauses(form, motion.proposed), (n) =>
      form.idFor('clause', n),
    )
    const reason = form.text('reason')
    const texts = changes.flatMap((change) => (change.kind === 'remove' ? [] : [change.text]))
    const refusal =
      checkChanges(motion.proposed, changes) ??
      (texts.length === 0 ? undefined : checkTypedClauses(texts)) ??
      (reason === '' ? undefined : checkHeldText(reason))
    if (refusal !== undefined) return form.fail(refusal)
    const held = reason === '' ? undefined : form.hold(reason)
    const body = {
      amendment: form.idFor('amendment'),
      motion: id,
      changes: [...changes],
      reason: held?.ref ?? null,
    }
    const alongside = held === undefined ? [] : [held.row]
    const answer = await enter(event, form, { type: 'amendment.propose', unit: motion.unit, body, alongside })
    return isRefusal(answer) ? form.fail(answer) : redirect(303, `/motions/${id}?done=amended`)
  },
}
