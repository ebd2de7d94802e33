import { fail, redirect } from '@sveltejs/kit'
import { isRefusal } from '#kernel/refusal'
import { sayRefusal } from '#ui/refusals.ts'
import { previewImport } from '#views/import.server.ts'
import { formKey, readForm } from '../../shared/forms.server.ts'
import { confirmImport, importFrom } from '../../shared/import.server.ts'
import { requireKeeper } from '../../shared/keeper.server.ts'
import type { Actions, PageServerLoad } from './$types.js'

export const load: PageServerLoad = async (event) => {
  await requireKeeper(event, true)
  return { key: formKey() }
}

export const actions: Actions = {
  async preview(event) {
    await requireKeeper(event, true)
    const form = await readForm(event)
    const source = await importFrom(form, false)
    const preview = isRefusal(source) ? source : await previewImport(event, source)
    return isRefusal(preview) ? form.fail(preview) : { preview }
  },
  async confirm(event) {
    await requireKeeper(event, true)
    const form = await readForm(event)
    const answer = await confirmImport(event, form, false)
    if (isRefusal(answer)) return form.fail(answer)
    if (answer.kind === 'entered') redirect(303, '/members?status=applicant&done=applications')
    const { preview, refusal } = answer
    return fail(409, { preview, ...(refusal === undefined ? {} : { sentence: sayRefusal(refusal) }) })
  },
}
