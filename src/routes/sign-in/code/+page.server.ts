import { redirect } from '@sveltejs/kit'
import { isRefusal } from '#kernel/refusal'
import { plenum } from '#views/plenum.server.ts'
import { formKey, readForm } from '../../shared/forms.server.ts'
import { localPath } from '../../shared/local-path.server.ts'
import { deviceFrom, FACTOR_COOKIE, keepSession } from '../../shared/session.server.ts'
import type { Actions, PageServerLoad } from './$types.js'

export const load: PageServerLoad = ({ cookies, url }) => {
  if (cookies.get(FACTOR_COOKIE) === undefined) redirect(303, '/sign-in')
  return { key: formKey(), next: localPath(url.searchParams.get('next')) }
}

export const actions: Actions = {
  async default(event) {
    const form = await readForm(event)
    const { access, clock } = plenum()
    const challenge = event.cookies.get(FACTOR_COOKIE) ?? ''
    const [code, from] = [form.text('code'), event.getClientAddress()]
    const answer = await access.factor.signIn(challenge, code, clock.now(), from, deviceFrom(event))
    if (isRefusal(answer)) return form.fail(answer)
    event.cookies.delete(FACTOR_COOKIE, { path: '/' })
    keepSession(event, answer)
    redirect(303, localPath(form.text('next')))
  },
}
