import { redirect } from '@sveltejs/kit'
import { isRefusal } from '#kernel/refusal'
import { fieldsFromRules, PRESETS } from '#modules/rulebook/core'
import { ENACTMENT_KINDS, type EnactmentKind } from '#ui/enactment-kinds.ts'
import { findForOffice } from '#views/find-members.server.ts'
import { enter, formKey, readForm } from '../../shared/forms.server.ts'
import { read } from '#views/read.server.ts'
import { notFound, requireMember } from '../../shared/session.server.ts'
import { whoIs } from '#views/who.server.ts'
import { draftMotion } from './draft-motion.server.ts'
import { viewForm } from './view-form.server.ts'
import type { Actions, PageServerLoad } from './$types.js'

/** The form for what `?enact=` names; without it the choice of what a motion can do. */
// An address has to hold all the rules that are asked about: none is longer, and no header takes as much as a form.
const LONGEST_RULE = 100

export const load: PageServerLoad = async (event) => {
  const member = requireMember(event)
  const kind = kindOf(event.url)
  const view = await read(event, (org, now) => viewForm(org, now, member, kind, event.url.searchParams))
  if (event.url.searchParams.has('point') && view.point === null) notFound('point')
  const who = await whoIs(view.mandates.map(({ holder }) => holder))
  return {
    ...view,
    kind: kind ?? null,
    mandates: view.mandates.map((mandate) => ({ ...mandate, holder: who(mandate.holder) })),
    found: kind === 'mandate.give' ? await findForOffice(event, '') : null,
    key: formKey(),
  }
}

function kindOf(url: URL): EnactmentKind | undefined {
  return ENACTMENT_KINDS.find((kind) => kind === url.searchParams.get('enact'))
}

export const actions: Actions = {
  async propose(event) {
    requireMember(event)
    const form = await readForm(event)
    const kind = kindOf(event.url) ?? 'resolve'
    const draft = await read(event, (org) => draftMotion(org, form, kind))
    if (isRefusal(draft)) return form.fail(draft)
    const { unit, title, clauses, enactment } = draft
    const motion = form.idFor('motion')
    const body = { motion, title, clauses: clauses.map(({ id, text }) => ({ id, text })), enactment }
    const answer = await enter(event, form, { type: 'motion.propose', unit, body })
    return isRefusal(answer) ? form.fail(answer) : redirect(303, `/motions/${motion}?done=proposed`)
  },
  /** Shows the last votes under the rules that stand in the form, beside it. */
  async whatIf(event) {
    requireMember(event)
    const form = await readForm(event)
    const asked = new URLSearchParams({ unit: form.text('unit').slice(0, LONGEST_RULE) })
    for (const field of Object.keys(fieldsFromRules(PRESETS.branch)))
      asked.set(field, form.text(field).slice(0, LONGEST_RULE))
    redirect(303, `/rulebook/what-if?${asked.toString()}#votes`)
  },
  /** Looks for who is to hold an office; what else was typed stays in the form. */
  async find(event) {
    requireMember(event)
    const form = await readForm(event)
    return { values: form.values(), found: await findForOffice(event, form.text('part')) }
  },
}
