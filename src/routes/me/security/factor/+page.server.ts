import { fail, redirect, type RequestEvent } from '@sveltejs/kit'
import { isRefusal } from '#kernel/refusal'
import type { NewFactor } from '#modules/access'
import { tellAccountChange } from '#views/mail/queue-mail.server.ts'
import { plenum } from '#views/plenum.server.ts'
import { formKey, readForm } from '../../../shared/forms.server.ts'
import { proofIn } from '../../../shared/proof.server.ts'
import { qrOf, type QrCode } from '../../../shared/qr.server.ts'
import { requireMember } from '../../../shared/session.server.ts'
import { siteOf } from '../../../shared/site.server.ts'
import type { Actions, PageServerLoad } from './$types.js'

export const load: PageServerLoad = async (event) => {
  const factor = await plenum().access.factor.state(requireMember(event))
  return { factor: factor ?? null, key: formKey() }
}

/** A secret to be brought into an app. */
interface Shown {
  readonly secret: string
  readonly pending: string
  readonly qr: QrCode
}

function show({ secret, address, pending }: NewFactor): Shown {
  return { secret: secret.replaceAll(/(.{4})(?=.)/g, '$1 '), pending, qr: qrOf(address) }
}

async function issuerOf(event: RequestEvent): Promise<string> {
  const { name } = await siteOf(event)
  return name
}

export const actions: Actions = {
  async begin(event) {
    const id = requireMember(event)
    const form = await readForm(event)
    const { access, clock } = plenum()
    const answer = await access.factor.begin(id, proofIn(form), await issuerOf(event), clock.now())
    return isRefusal(answer) ? form.fail(answer) : { shown: show(answer) }
  },
  async confirm(event) {
    const id = requireMember(event)
    const form = await readForm(event)
    const { access, clock } = plenum()
    const pending = form.text('pending')
    const answer = await access.factor.confirm(id, pending, form.text('code'), clock.now())
    if (!isRefusal(answer)) {
      await tellAccountChange(id, 'factor')
      return answer
    }
    const failed = form.fail(answer)
    if (answer.code !== 'factor-wrong') return failed
    // The secret stands on the page only: without it the next code could not be entered.
    const begun = await access.factor.resume(id, pending, await issuerOf(event), clock.now())
    return begun === undefined ? failed : fail(failed.status, { ...failed.data, shown: show(begun) })
  },
  async codes(event) {
    const id = requireMember(event)
    const form = await readForm(event)
    const { access, clock } = plenum()
    const answer = await access.factor.renewCodes(id, proofIn(form), clock.now())
    if (isRefusal(answer)) return form.fail(answer)
    await tellAccountChange(id, 'factor')
    return answer
  },
  async end(event) {
    const id = requireMember(event)
    const form = await readForm(event)
    const { access, clock } = plenum()
    const answer = await access.factor.end(id, proofIn(form), clock.now())
    if (isRefusal(answer)) return form.fail(answer)
    await tellAccountChange(id, 'factor')
    redirect(303, '/me/security?done=factor-ended')
  },
}
