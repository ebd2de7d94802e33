import { error, redirect } from '@sveltejs/kit'
import { isRefusal } from '#kernel/refusal'
import { atLeast } from '#kernel/fraction'
import type { Instant } from '#kernel/instant'
import { holdsDuty } from '#modules/delegates/core'
import { indexOf } from '#modules/members/core'
import {
  checkTypedClauses,
  checkTypedMeeting,
  checkTypedTitle,
  splitIntoClauses,
} from '#modules/motions/core'
import { rulesFor } from '#modules/units/core'
import { rollOf } from '#modules/voting/core'
import type { Org } from '#organization'
import { meetings } from '#ui/words/meetings.ts'
import { findTellers } from '#views/find-members.server.ts'
import { enter, formKey, readForm, type Form } from '../../shared/forms.server.ts'
import { read } from '#views/read.server.ts'
import { momentIn } from '../../shared/moment.ts'
import { requireMember } from '../../shared/session.server.ts'
import type { Actions, PageServerLoad } from './$types.js'

/** The form for what a meeting decided, for whoever holds the duty to enter it. */
export const load: PageServerLoad = async (event) => {
  const member = requireMember(event)
  const view = await read(event, (org, now) =>
    viewUnits(org, now, member, event.url.searchParams.get('unit')),
  )
  if (view === undefined) error(403, meetings.needsDuty)
  return { ...view, found: await findTellers(event, view.unit.id, ''), key: formKey() }
}

function viewUnits(org: Org, now: Instant, member: string, asked: string | null) {
  const index = indexOf(org.members, member)
  const units = org.units.order.values().flatMap((id) => {
    const unit = org.units.units.get(id)
    return unit !== undefined && holdsDuty(org, index, 'meetings', id) ? [{ id, name: unit.name }] : []
  })
  const unit = units.find(({ id }) => id === asked) ?? units[0]
  if (unit === undefined) return undefined
  const { meetingQuorum, reviewDays, reviewShare } = rulesFor(org, unit.id).rules
  const { size } = rollOf(org, unit.id, now)
  const needed = Math.max(1, atLeast(meetingQuorum, size))
  return {
    units,
    unit,
    now,
    quorum: { share: meetingQuorum, size, needed },
    review: { days: reviewDays, share: reviewShare },
  }
}

export const actions: Actions = {
  async enter(event) {
    requireMember(event)
    const form = await readForm(event)
    const body = meetingIn(form)
    if (isRefusal(body)) return form.fail(body)
    const answer = await enter(event, form, { type: 'meeting.decide', unit: form.text('unit'), body })
    return isRefusal(answer) ? form.fail(answer) : redirect(303, `/motions/${body.motion}?done=meeting`)
  },
  /** Looks for tellers; what else was typed stays in the form. */
  async find(event) {
    requireMember(event)
    const form = await readForm(event)
    return { values: form.values(), found: await findTellers(event, form.text('unit'), form.text('part')) }
  },
}

/** What the meeting decided, as it stands in the form. */
function meetingIn(form: Form) {
  const title = form.text('title')
  const clauses = splitIntoClauses(form.text('text'), (n) => form.idFor('clause', n)).map(({ id, text }) => ({
    id,
    text,
  }))
  const heldAt = momentIn(form.text('heldAt'))
  const tally = {
    yes: whole(form.text('yes')),
    no: whole(form.text('no')),
    abstain: whole(form.text('abstain')),
  }
  const tellers = [form.text('teller-1'), form.text('teller-2')]
  const refusal =
    checkTypedTitle(title) ??
    checkTypedClauses(clauses.map(({ text }) => text)) ??
    checkTypedMeeting({ heldAt, tally, tellers })
  return refusal ?? { motion: form.idFor('motion'), title, clauses, heldAt: heldAt ?? 0, tally, tellers }
}

function whole(text: string): number {
  return /^\d{1,7}$/.test(text) ? Number(text) : Number.NaN
}
