import { redirect, type RequestEvent } from '@sveltejs/kit'
import { isRefusal, refuse } from '#kernel/refusal'
import { findRequest } from '#modules/recovery'
import { proofOf, readRecoveryCode } from '#modules/recovery/core'
import { NOBODY } from '#modules/record/core'
import { endOtherWays } from '#views/forget.server.ts'
import { plenum } from '#views/plenum.server.ts'
import { read } from '#views/read.server.ts'
import { enter, formKey, readForm } from '../../shared/forms.server.ts'
import { notFound } from '../../shared/session.server.ts'
import type { Actions, PageServerLoad } from './$types.js'

export const load: PageServerLoad = async (event) => {
  // The address is a secret: no cache keeps the page.
  event.setHeaders({ 'cache-control': 'no-store' })
  const { code, request, number } = await requestOf(event)
  const underWay = await read(event, (org) => org.recoveries.open.get(request) ?? null)
  return {
    code,
    number,
    vouchers: underWay?.vouchers.length ?? 0,
    stage: underWay?.stage ?? null,
    key: formKey(),
  }
}

/** What was asked for under the code of the address. Of a login that is nobody's it is shown as of any other. */
async function requestOf(event: RequestEvent<{ code: string }>) {
  const code = readRecoveryCode(event.params.code)
  if (code === undefined) notFound('request')
  const { clock, database } = plenum()
  const { request, proof, number } = proofOf(code)
  const kept = await findRequest(database, 'request', request, clock.now())
  return kept === undefined ? notFound('request') : { code, request, proof, number, member: kept.member }
}

export const actions: Actions = {
  async default(event) {
    const form = await readForm(event)
    const { request, proof, member } = await requestOf(event)
    const password = form.secret('password')
    if (password !== form.secret('password-again')) return form.fail(refuse('passwords-differ'))
    if (member === null) return form.fail(refuse('unknown-recovery'))
    const reset = await plenum().access.reset(member, password)
    if (isRefusal(reset)) return form.fail(reset)
    // The password and the entry come in one transaction: neither is there without the other.
    const answer = await enter(event, form, {
      by: NOBODY,
      type: 'recovery.complete',
      unit: null,
      body: { request, member, proof },
      alongside: [...reset, ...endOtherWays(member)],
    })
    return isRefusal(answer) ? form.fail(answer) : redirect(303, '/sign-in?done=recovered')
  },
}
