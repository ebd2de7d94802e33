import { redirect } from '@sveltejs/kit'
import { isRefusal } from '#kernel/refusal'
import { formKey, readForm } from '../shared/forms.server.ts'
import { readInvited } from '../shared/invited.server.ts'
import type { Actions, PageServerLoad } from './$types.js'

export const load: PageServerLoad = () => ({ key: formKey() })

export const actions: Actions = {
  /** A code from paper, typed any way: it leads to where the password is chosen. */
  async default(event) {
    const form = await readForm(event)
    const code = form.text('code')
    const invited = await readInvited(event, code)
    return isRefusal(invited) ? form.fail(invited) : redirect(303, `/invitation/${encodeURIComponent(code)}`)
  },
}
