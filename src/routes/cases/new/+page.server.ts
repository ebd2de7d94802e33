import { redirect } from '@sveltejs/kit'
import { isRefusal, refuse } from '#kernel/refusal'
import { indexOf } from '#modules/members/core'
import { unitsOf } from '#modules/voting/core'
import { bringCharge, chargedCase } from '#views/enter-case.server.ts'
import { findTellers } from '#views/find-members.server.ts'
import { read } from '#views/read.server.ts'
import { typedCharge } from '#views/typed-charge.server.ts'
import { viewChargeForm } from '#views/view-case.server.ts'
import { formKey, readForm, rememberSeen, senderOf } from '../../shared/forms.server.ts'
import { requireMember } from '../../shared/session.server.ts'
import type { Actions, PageServerLoad } from './$types.js'

export const load: PageServerLoad = async (event) => {
  const member = requireMember(event)
  const { searchParams } = event.url
  const [asked, find] = [searchParams.get('unit'), searchParams.get('find') ?? '']
  const view = await read(event, (org) => {
    const units = unitsOf(org, indexOf(org.members, member)).filter(
      ({ kind, decidedBy }) => kind === 'place' && decidedBy === 'members',
    )
    const unit = units.find(({ id }) => id === asked) ?? units.at(-1)
    return {
      units: units.map(({ id, name }) => ({ id, name })),
      unit: unit?.id ?? '',
      ...(unit === undefined ? { rules: null, grounds: [] } : viewChargeForm(org, unit.id)),
    }
  })
  const { people, more } = await findTellers(event, view.unit, find)
  return { ...view, people: people.filter(({ id }) => id !== member), more, find, key: formKey() }
}

export const actions: Actions = {
  async default(event) {
    const member = requireMember(event)
    const form = await readForm(event)
    const unit = form.text('unit')
    const typed = await read(event, (org) =>
      org.units.units.has(unit) ? typedCharge(form, unit) : refuse('unknown-unit', { unit }),
    )
    if (isRefusal(typed)) return form.fail(typed)
    const sender = senderOf(form, member)
    const answer = await bringCharge(sender, typed)
    if (isRefusal(answer)) return form.fail(answer)
    rememberSeen(event, (answer.at(-1)?.seq ?? 0) + 1)
    redirect(303, `/cases/${chargedCase(sender)}?done=caseOpened`)
  },
}
