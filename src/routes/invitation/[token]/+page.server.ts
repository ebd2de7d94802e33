import { redirect } from '@sveltejs/kit'
import { isRefusal, refuse } from '#kernel/refusal'
import { findAddresses, readPeople } from '#modules/members'
import { sayRefusal } from '#ui/refusals.ts'
import { formKey, readForm } from '../../shared/forms.server.ts'
import { readInvited } from '../../shared/invited.server.ts'
import { plenum } from '#views/plenum.server.ts'
import { deviceFrom, keepSession } from '../../shared/session.server.ts'
import type { Actions, PageServerLoad } from './$types.js'

export const load: PageServerLoad = async (event) => {
  // The address is a secret: no cache keeps the page.
  event.setHeaders({ 'cache-control': 'no-store' })
  const invited = await readInvited(event, event.params.token)
  if (isRefusal(invited)) return { refused: sayRefusal(invited), invited: null, key: formKey() }
  return { refused: null, invited: await whoIs(invited.member), key: formKey() }
}

export const actions: Actions = {
  async default(event) {
    const form = await readForm(event)
    const { access, clock } = plenum()
    const invited = await readInvited(event, event.params.token)
    if (isRefusal(invited)) return form.fail(invited)
    const password = form.secret('password')
    if (password !== form.secret('password-again')) return form.fail(refuse('passwords-differ'))
    const { email } = await whoIs(invited.member)
    // An address on the roll is what they sign in with; whoever has none may choose one for this alone.
    const login = email ?? form.text('login')
    if (email === null && (await isOfAnother(invited.member, login))) return form.fail(refuse('login-taken'))
    const credentials = { password, login }
    const answer = await access.accept(event.params.token, credentials, clock.now(), deviceFrom(event))
    if (isRefusal(answer)) return form.fail(answer)
    // A new way in may follow on a lost one: what was made by the old one ends.
    await plenum().tokens.endAll(invited.member)
    keepSession(event, answer)
    redirect(303, '/?done=welcome')
  },
}

/** Whether somebody else on the roll has this address: it must stay free for them to sign in with. */
async function isOfAnother(member: string, login: string): Promise<boolean> {
  const address = login.normalize('NFC').toLowerCase()
  const holder = (await findAddresses(plenum().database, [address])).get(address)
  return holder !== undefined && holder !== member
}

async function whoIs(member: string) {
  const people = await readPeople(plenum().database, [member])
  const person = people.get(member)
  return { member, name: person?.name ?? member, email: person?.email ?? null }
}
