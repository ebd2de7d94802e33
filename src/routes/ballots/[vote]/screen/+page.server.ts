import { isRefusal } from '#kernel/refusal'
import { openScreen } from '#views/polling.server.ts'
import { viewScreen } from '#views/view-screen.server.ts'
import { readForm } from '../../../shared/forms.server.ts'
import { notFound } from '../../../shared/session.server.ts'
import type { Actions } from './$types.js'

/** Before its code is typed a voting screen says nothing of the vote. */
export const actions: Actions = {
  async open(event) {
    const form = await readForm(event)
    const screen = await openScreen(event.params.vote, form.text('code'))
    if (isRefusal(screen)) return form.fail(screen)
    const view = await viewScreen(event, event.params.vote, screen)
    return view === undefined ? notFound('vote') : { view }
  },
}
