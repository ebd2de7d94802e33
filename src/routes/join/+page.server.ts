import { redirect } from '@sveltejs/kit'
import { MINUTE } from '#kernel/instant'
import { isRefusal, refuse } from '#kernel/refusal'
import { plenum } from '#views/plenum.server.ts'
import { formKey, readForm } from '../shared/forms.server.ts'
import { createThrottle } from '#views/throttle.server.ts'
import type { Actions, PageServerLoad } from './$types.js'

const wrongCodes = createThrottle(20, 15 * MINUTE)

export const load: PageServerLoad = () => ({ key: formKey() })

export const actions: Actions = {
  /** A code from paper, typed any way: it leads to where the password is chosen. */
  async default(event) {
    const form = await readForm(event)
    const address = event.getClientAddress()
    const minutes = wrongCodes.minutesLeft(address)
    if (minutes > 0) return form.fail(refuse('sign-in-throttled', { minutes }))
    const { access, clock } = plenum()
    const code = form.text('code')
    const invited = await access.invitation(code, clock.now())
    if (!isRefusal(invited)) redirect(303, `/invitation/${encodeURIComponent(code)}`)
    wrongCodes.count(address)
    return form.fail(invited)
  },
}
