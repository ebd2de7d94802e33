import { redirect } from '@sveltejs/kit'
import { isRefusal } from '#kernel/refusal'
import { formKey, readForm } from '../shared/forms.server.ts'
import { localPath } from '../shared/local-path.server.ts'
import { plenum } from '#views/plenum.server.ts'
import { cookieOptions, deviceFrom, FACTOR_COOKIE, keepSession } from '../shared/session.server.ts'
import type { Actions, PageServerLoad } from './$types.js'

export const load: PageServerLoad = ({ url }) => ({
  key: formKey(),
  next: localPath(url.searchParams.get('next')),
})

export const actions: Actions = {
  async default(event) {
    const form = await readForm(event)
    const { access, clock } = plenum()
    const password = form.secret('password')
    const [login, from] = [form.text('login'), event.getClientAddress()]
    const answer = await access.signIn(login, password, clock.now(), from, deviceFrom(event))
    if (isRefusal(answer)) return form.fail(answer)
    if ('challenge' in answer) {
      event.cookies.set(FACTOR_COOKIE, answer.challenge, cookieOptions(event.url, answer.expires))
      redirect(303, `/sign-in/code?next=${encodeURIComponent(localPath(form.text('next')))}`)
    }
    keepSession(event, answer)
    redirect(303, localPath(form.text('next')))
  },
}
