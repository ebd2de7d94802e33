import { redirect } from '@sveltejs/kit'
import { formKey, readForm } from '../../shared/forms.server.ts'
import { takeOperatorCode } from '../../shared/operator.server.ts'
import type { Actions, PageServerLoad } from './$types.js'

export const load: PageServerLoad = () => ({ key: formKey() })

export const actions: Actions = {
  async default(event) {
    const form = await readForm(event)
    const refusal = await takeOperatorCode(event, form.text('code'))
    return refusal === undefined ? redirect(303, '/operator') : form.fail(refusal)
  },
}
