import { redirect, type RequestEvent } from '@sveltejs/kit'
import { isRefusal, type Refusal } from '#kernel/refusal'
import type { Org } from '#organization'
import { challenge, commitWords, forSide, openWords, type OnPanel } from '#views/panel-side.server.ts'
import { read } from '#views/read.server.ts'
import { viewPanel } from '#views/view-panel.server.ts'
import { whoIs } from '#views/who.server.ts'
import { enter, formKey, readForm, type Form } from '../../shared/forms.server.ts'
import { notFound, requireMember } from '../../shared/session.server.ts'
import type { Actions, PageServerLoad } from './$types.js'

export const load: PageServerLoad = async (event) => {
  const member = requireMember(event)
  const view = await read(event, (org, now) => viewPanel(org, now, member, event.params.id))
  if (view === undefined) notFound('panel')
  const who = await whoIs(view.people)
  return {
    ...view,
    order: view.order.map(({ member: id, ...each }) => ({ ...each, who: who(id) })),
    seats: view.seats.map(({ member: id, ...each }) => ({ ...each, who: who(id) })),
    challenges: view.challenges.map(({ member: id, ...each }) => ({ ...each, who: who(id) })),
    findings: view.findings.map(({ by, agreed, ...each }) => ({
      ...each,
      by: who(by),
      agreed: agreed.map(who),
    })),
    dissents: view.dissents.map(who),
    keys: { seat: formKey(), recuse: formKey(), side: formKey(), challenge: formKey(), panel: formKey() },
  }
}

type Event = RequestEvent<{ id: string }>
type SideDeed = Parameters<typeof forSide>[3]
/** Enters an act about this panel and comes back to its page. */
async function act(
  event: Event,
  type: string,
  enteringOf: (form: Form, org: Org, member: string) => OnPanel | Refusal,
  done: string,
) {
  const member = requireMember(event)
  const form = await readForm(event)
  const { id } = event.params
  const found = await read(event, (org) => ({
    unit: org.panels.panels.get(id)?.asked,
    entering: enteringOf(form, org, member),
  }))
  if (found.unit === undefined) notFound('panel')
  if (isRefusal(found.entering)) return form.fail(found.entering)
  const { body, ...rest } = found.entering
  const answer = await enter(event, form, { type, unit: found.unit, body: { panel: id, ...body }, ...rest })
  return isRefusal(answer) ? form.fail(answer) : redirect(303, `/panels/${id}?done=${done}`)
}

/** An action for a side, which the form names. */
function actForSide(event: Event, type: string, deed: (form: Form) => SideDeed, done: string) {
  const enteringOf = (form: Form, org: Org, member: string) =>
    forSide(org, event.params.id, { member, side: form.text('side') }, deed(form))
  return act(event, type, enteringOf, done)
}

export const actions: Actions = {
  accept: (event) => act(event, 'panel.accept', () => ({ body: {} }), 'seatTaken'),
  recuse: (event) => act(event, 'panel.recuse', () => ({ body: {} }), 'steppedAside'),
  commit: (event) =>
    actForSide(event, 'panel.commit', (form) => commitWords(form.text('words')), 'wordsGiven'),
  open: (event) => actForSide(event, 'panel.seed', (form) => openWords(form.text('words')), 'wordsOpened'),
  challenge: (event) =>
    actForSide(
      event,
      'panel.challenge',
      (form) => challenge(form.text('member'), form.text('reason'), (text) => form.hold(text)),
      'panelChallenged',
    ),
  grant: (event) =>
    act(event, 'panel.grant', (form) => ({ body: { member: form.text('member') } }), 'panelAgreed'),
  agree: (event) =>
    act(event, 'panel.agree', (form) => ({ body: { proposal: form.text('proposal') } }), 'panelAgreed'),
}
