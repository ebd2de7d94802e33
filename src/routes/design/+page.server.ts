import { fail } from '@sveltejs/kit'
import { design } from '#ui/words/design.ts'
import { formKey, readForm } from '../shared/forms.server.ts'
import { qrOf } from '../shared/qr.server.ts'
import type { Actions, PageServerLoad } from './$types.js'

export const load: PageServerLoad = ({ url }) => {
  const link = new URL('/invitation', url.origin).href
  return { key: formKey(), link, qr: qrOf(link) }
}

export const actions: Actions = {
  /** Refuses whatever is sent, since how a refused form looks is what there is to see. */
  default: async (event) => {
    const form = await readForm(event)
    return fail(400, { sentence: design.sent, code: 'sample', values: form.values() })
  },
}
