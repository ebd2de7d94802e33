import { fail, redirect } from '@sveltejs/kit'
import { isRefusal } from '#kernel/refusal'
import { foundingIsOpen } from '#organization'
import { sayRefusal } from '#ui/refusals.ts'
import { previewImport } from '#views/import.server.ts'
import { formKey, readForm } from '../../shared/forms.server.ts'
import { confirmImport, importFrom } from '../../shared/import.server.ts'
import { read } from '#views/read.server.ts'
import { requireSetup } from '../../shared/setup.server.ts'
import type { Actions, PageServerLoad } from './$types.js'

export const load: PageServerLoad = async (event) => {
  await requireSetup(event)
  const isOpen = await read(event, (org) => org.units.organization.get() !== undefined && foundingIsOpen(org))
  if (!isOpen) redirect(303, '/setup')
  return { key: formKey() }
}

export const actions: Actions = {
  async preview(event) {
    await requireSetup(event)
    const form = await readForm(event)
    const source = await importFrom(form, true)
    const preview = isRefusal(source) ? source : await previewImport(event, source)
    return isRefusal(preview) ? form.fail(preview) : { preview }
  },
  async confirm(event) {
    await requireSetup(event)
    const form = await readForm(event)
    const answer = await confirmImport(event, form, true)
    if (isRefusal(answer)) return form.fail(answer)
    if (answer.kind === 'entered') redirect(303, '/setup?done=imported')
    const { preview, refusal } = answer
    return fail(409, { preview, ...(refusal === undefined ? {} : { sentence: sayRefusal(refusal) }) })
  },
}
