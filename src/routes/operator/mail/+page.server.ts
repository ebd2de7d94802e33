import { redirect } from '@sveltejs/kit'
import { refuse } from '#kernel/refusal'
import { tryAgain, type ItemState } from '#modules/outbox'
import { mailTest } from '#views/mail/queue-mail.server.ts'
import { viewOutbox } from '#views/mail/view-outbox.server.ts'
import { plenum } from '#views/plenum.server.ts'
import { formKey, readForm } from '../../shared/forms.server.ts'
import { requireOperator } from '../../shared/operator.server.ts'
import { pageOf } from '../../shared/paging.server.ts'
import type { Actions, PageServerLoad } from './$types.js'

const STATES: readonly ItemState[] = ['waiting', 'done', 'given-up']

export const load: PageServerLoad = async (event) => {
  await requireOperator(event)
  const state = STATES.find((each) => each === event.url.searchParams.get('state'))
  const { page } = pageOf(event.url)
  return { ...(await viewOutbox(state, page)), state: state ?? null, page, key: formKey() }
}

export const actions: Actions = {
  async again(event) {
    await requireOperator(event)
    const form = await readForm(event)
    const open = plenum()
    const id = Number(form.text('item'))
    if (!Number.isSafeInteger(id) || (await tryAgain(open.database, id)) === 'gone')
      return form.fail(refuse('unknown-mail'))
    open.wake()
    redirect(303, '/operator/mail')
  },
  async test(event) {
    await requireOperator(event)
    const form = await readForm(event)
    const address = form.text('address')
    if (!/^[^\s@<>",;]+@[^\s@<>",;]+$/.test(address) || address.length > 254)
      return form.fail(refuse('login-malformed'))
    await mailTest(address)
    redirect(303, '/operator/mail')
  },
}
