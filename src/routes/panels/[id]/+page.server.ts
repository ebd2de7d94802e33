import { redirect, type RequestEvent } from '@sveltejs/kit'
import type { CompiledQuery } from 'kysely'
import type { Json } from '#kernel/canonical'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { commitmentTo } from '#modules/counting/core'
import { checkHeldText, NOBODY } from '#modules/record/core'
import { speaksFor, type Org } from '#organization'
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
interface Entering {
  readonly body: Readonly<Record<string, Json>>
  readonly by?: string
  readonly alongside?: readonly CompiledQuery[]
}

/** Enters an act about this panel and comes back to its page. */
async function act(
  event: Event,
  type: string,
  enteringOf: (form: Form, org: Org, member: string) => Entering | Refusal,
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

/**
 * What a side enters: in the member's name where the record names the side, else in nobody's. Whether they speak for it is asked here,
 * because then only the server can know.
 */
function ofSide(
  { params: { id } }: Event,
  org: Org,
  member: string,
  form: Form,
  more: (side: string) => Omit<Entering, 'by'> | Refusal,
): Entering | Refusal {
  const panel = org.panels.panels.get(id)
  const name = form.text('side')
  const side = panel?.sides.find((each) => each.name === name)
  if (panel === undefined || side === undefined || !speaksFor(org, panel, name, member))
    return refuse('not-of-side')
  const entering = more(name)
  return isRefusal(entering) ? entering : { ...entering, ...(side.members === null ? { by: NOBODY } : {}) }
}

export const actions: Actions = {
  accept: (event) => act(event, 'panel.accept', () => ({ body: {} }), 'seatTaken'),
  recuse: (event) => act(event, 'panel.recuse', () => ({ body: {} }), 'steppedAside'),
  commit: (event) =>
    act(
      event,
      'panel.commit',
      (form, org, member) =>
        ofSide(event, org, member, form, (side) => {
          const words = form.text('words')
          if (words === '') return refuse('words-missing')
          // Whoever distrusts the server enters the hash itself.
          const isHash = /^[A-Za-z0-9+/]{43}=$/.test(words)
          return { body: { side, commitment: isHash ? words : commitmentTo(words, side) } }
        }),
      'wordsGiven',
    ),
  open: (event) =>
    act(
      event,
      'panel.seed',
      (form, org, member) =>
        ofSide(event, org, member, form, (side) => {
          const seed = form.text('words')
          return seed === '' ? refuse('words-missing') : { body: { side, seed } }
        }),
      'wordsOpened',
    ),
  challenge: (event) =>
    act(
      event,
      'panel.challenge',
      (form, org, member) =>
        ofSide(event, org, member, form, (side) => {
          const [whom, text] = [form.text('member'), form.text('reason')]
          if (text === '') return { body: { side, member: whom, reason: null } }
          const refusal = checkHeldText(text)
          if (refusal !== undefined) return refusal
          const { ref, row } = form.hold(text)
          return { body: { side, member: whom, reason: ref }, alongside: [row] }
        }),
      'panelChallenged',
    ),
  grant: (event) =>
    act(event, 'panel.grant', (form) => ({ body: { member: form.text('member') } }), 'panelAgreed'),
  agree: (event) =>
    act(event, 'panel.agree', (form) => ({ body: { proposal: form.text('proposal') } }), 'panelAgreed'),
}
