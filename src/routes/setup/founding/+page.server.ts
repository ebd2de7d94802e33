import { redirect } from '@sveltejs/kit'
import { atLeast } from '#kernel/fraction'
import { isRefusal, refuse } from '#kernel/refusal'
import { checkTypedClauses, splitIntoClauses } from '#modules/motions/core'
import { organizationOf, rulesFor } from '#modules/units/core'
import { foundingIsOpen } from '#organization'
import { founding } from '#ui/words/setup.ts'
import { enter, formKey, readForm } from '../../shared/forms.server.ts'
import { isOrganizer } from '#views/enter-acts.server.ts'
import { read } from '#views/read.server.ts'
import { countByStatus } from '#views/roll.server.ts'
import { requireMember } from '../../shared/session.server.ts'
import type { Actions, PageServerLoad } from './$types.js'

export const load: PageServerLoad = async (event) => {
  const me = requireMember(event)
  const view = await read(event, (org) => {
    const { rules } = rulesFor(org, organizationOf(org.units).root)
    const listed = countByStatus(org).listed ?? 0
    const quorumNeeded = Math.max(1, atLeast(rules.quorum, listed))
    return { isOpen: foundingIsOpen(org), isOrganizer: isOrganizer(org, me), rules, listed, quorumNeeded }
  })
  if (!view.isOpen) redirect(303, '/')
  return { ...view, key: formKey() }
}

export const actions: Actions = {
  async default(event) {
    const me = requireMember(event)
    const form = await readForm(event)
    const { root, mayPropose } = await read(event, (org) => ({
      root: organizationOf(org.units).root,
      mayPropose: isOrganizer(org, me),
    }))
    if (!mayPropose) return form.fail(refuse('not-an-organizer'))
    const points = form.text('kind') === 'points'
    const text = points ? form.text('points') : founding.standing
    const clauses = splitIntoClauses(text, (n) => form.idFor('clause', n)).map(({ id, text }) => ({
      id,
      text,
    }))
    if (clauses.length === 0) return form.fail(refuse('no-points'))
    const unfit = checkTypedClauses(clauses.map(({ text }) => text))
    if (unfit !== undefined) return form.fail(unfit)
    const motion = form.idFor('motion')
    const body = {
      motion,
      title: founding.motionTitle,
      clauses,
      enactment: { kind: 'organization.ratify', points },
    }
    const answer = await enter(event, form, { type: 'motion.propose', unit: root, body })
    return isRefusal(answer) ? form.fail(answer) : redirect(303, `/motions/${motion}`)
  },
}
