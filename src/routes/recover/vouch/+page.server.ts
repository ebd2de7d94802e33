import { redirect } from '@sveltejs/kit'
import { HOUR } from '#kernel/instant'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { findRequest, type RecoveryRequest } from '#modules/recovery'
import { readRequestNumber } from '#modules/recovery/core'
import { sayRefusal } from '#ui/refusals.ts'
import { whyNot } from '#views/may.server.ts'
import { plenum } from '#views/plenum.server.ts'
import { read } from '#views/read.server.ts'
import { whoIs } from '#views/who.server.ts'
import { enter, formKey, readForm } from '../../shared/forms.server.ts'
import { requireMember } from '../../shared/session.server.ts'
import { createThrottle } from '#views/throttle.server.ts'
import type { Actions, PageServerLoad } from './$types.js'

const wrongNumbers = createThrottle(20, HOUR)

export const load: PageServerLoad = async (event) => {
  const by = requireMember(event)
  const typed = event.url.searchParams.get('number') ?? ''
  const none = { key: formKey(), number: typed, wrong: null, about: null }
  if (typed === '') return none
  const found = await find(by, typed)
  if (isRefusal(found)) return { ...none, wrong: sayRefusal(found) }
  const { request, number, member } = found
  const body = { request, member }
  const why = await read(event, (org, now) =>
    whyNot(org, now, { by, type: 'recovery.vouch', unit: null, body }),
  )
  const who = await whoIs([member])
  return { ...none, number, about: { person: who(member), why } }
}

/** The request of this number, if it is a member's; what stands for a login that is nobody's is none. */
async function find(
  by: string,
  typed: string,
): Promise<(RecoveryRequest & { readonly member: string }) | Refusal> {
  const minutes = wrongNumbers.minutesLeft(by)
  if (minutes > 0) return refuse('recovery-throttled', { minutes })
  const { clock, database } = plenum()
  const found = await findRequest(database, 'number', readRequestNumber(typed), clock.now())
  const member = found?.member ?? undefined
  if (found !== undefined && member !== undefined) return { ...found, member }
  wrongNumbers.count(by)
  return refuse('recovery-number-wrong')
}

export const actions: Actions = {
  async default(event) {
    const by = requireMember(event)
    const form = await readForm(event)
    if (form.text('confirmed') === '') return form.fail(refuse('not-confirmed'))
    const found = await find(by, form.text('number'))
    if (isRefusal(found)) return form.fail(found)
    const { request, member } = found
    const body = { request, member }
    const answer = await enter(event, form, { type: 'recovery.vouch', unit: null, body })
    return isRefusal(answer) ? form.fail(answer) : redirect(303, '/me/security?done=recovery-vouched')
  },
}
