import { redirect } from '@sveltejs/kit'
import { isRefusal } from '#kernel/refusal'
import { plenum } from '#views/plenum.server.ts'
import { formKey, readForm } from '../../shared/forms.server.ts'
import { localPath } from '../../shared/local-path.server.ts'
import { deviceFrom, keepSession } from '../../shared/session.server.ts'
import { siteOf } from '../../shared/site.server.ts'
import type { Actions, PageServerLoad } from './$types.js'

export const load: PageServerLoad = ({ url }) => ({
  key: formKey(),
  next: localPath(url.searchParams.get('next')),
})

export const actions: Actions = {
  async default(event) {
    const form = await readForm(event)
    const { access, clock } = plenum()
    const site = await siteOf(event)
    const answer = await access.passkeys.signIn(form.text('answer'), site, clock.now(), deviceFrom(event))
    if (isRefusal(answer)) return form.fail(answer)
    keepSession(event, answer)
    redirect(303, localPath(form.text('next')))
  },
}
