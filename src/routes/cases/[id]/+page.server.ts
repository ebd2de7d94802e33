import { redirect, type RequestEvent } from '@sveltejs/kit'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { PROTECTED_RIGHTS, type Measure } from '#modules/discipline/core'
import type { Receipt } from '#modules/record/core'
import {
  agreeToFinding,
  answerProtection,
  appeal,
  askProtection,
  barCase,
  callWitness,
  dissent,
  proposeFinding,
  signCharge,
  stateInCase,
  withdrawCharge,
} from '#views/enter-case.server.ts'
import { findTellers } from '#views/find-members.server.ts'
import { openSaid, openSealed } from '#views/open-sealed.server.ts'
import { read } from '#views/read.server.ts'
import type { Sender } from '#views/sealed-acts.server.ts'
import { viewCase } from '#views/view-case.server.ts'
import { withIssued } from '#views/view-secret.server.ts'
import { formKey, readForm, rememberSeen, senderOf, type Form } from '../../shared/forms.server.ts'
import { notFound, requireMember } from '../../shared/session.server.ts'
import type { Actions, PageServerLoad } from './$types.js'

export const load: PageServerLoad = async (event) => {
  const member = requireMember(event)
  const { id } = event.params
  const view = await read(event, (org, now) => viewCase(org, now, member, id))
  if (view === undefined) notFound('case')
  const find = event.url.searchParams.get('find') ?? ''
  const { sealed, vote, protection, ...rest } = view
  const [opened, secret, found, guarded] = await Promise.all([
    openSealed(id, sealed),
    withIssued(event, member, vote?.secret ?? null),
    view.may.call && find !== '' ? findTellers(event, view.unit.id, find) : undefined,
    openProtection(event, member, protection),
  ])
  const keys = {
    sign: formKey(),
    say: formKey(),
    last: formKey(),
    call: formKey(),
    panel: formKey(),
    protect: formKey(),
  }
  return {
    ...rest,
    sealed: opened,
    vote: vote === null ? null : { ...vote, secret },
    protection: guarded,
    ...{ find, found: found?.people ?? [], keys },
  }
}

/** The protective measure with its texts, and what this member was given for the vote on it. */
async function openProtection(
  event: Parameters<typeof read>[0] &
    Parameters<typeof withIssued>[0] & { readonly params: { readonly id: string } },
  member: string,
  protection: NonNullable<ReturnType<typeof viewCase>>['protection'],
) {
  if (protection === null) return null
  const { said, vote } = protection
  const [opened, secret] = await Promise.all([
    openSaid(event.params.id, said),
    withIssued(event, member, vote?.secret ?? null),
  ])
  return { ...protection, said: opened, vote: vote === null ? null : { ...vote, secret } }
}

type Event = RequestEvent<{ id: string }>
type Entering = (sender: Sender, id: string, form: Form) => Promise<readonly Receipt[] | Refusal>

/** An action on this case, which comes back to its page. */
function act(done: string, enter: Entering) {
  return async (event: Event) => {
    const member = requireMember(event)
    const form = await readForm(event)
    const { id } = event.params
    const answer = await enter(senderOf(form, member), id, form)
    if (isRefusal(answer)) return form.fail(answer)
    rememberSeen(event, (answer.at(-1)?.seq ?? 0) + 1)
    redirect(303, `/cases/${id}?done=${done}`)
  }
}

/** What a panellist finds for, from the choices of the form: never more than was asked. */
async function measureIn(
  event: Pick<Event, 'locals'>,
  id: string,
  form: Form,
): Promise<Measure | null | Refusal> {
  const asked = await read(event, (org) => org.cases.cases.get(id)?.asked)
  if (asked === undefined) return refuse('unknown-case')
  const days = form.whole('days')
  switch (form.text('measure')) {
    case 'asked':
      return asked
    case 'warning':
      return { kind: 'warning' }
    case 'shorter':
      return asked.kind === 'suspension' && days > 0 ? { ...asked, days } : refuse('measure-missing')
    case 'nothing':
      return null
    default:
      return refuse('measure-missing')
  }
}

export const actions: Actions = {
  sign: act('caseSigned', (sender, id) => signCharge(sender, id)),
  withdraw: act('caseWithdrawn', (sender, id) => withdrawCharge(sender, id)),
  call: act('witnessCalled', (sender, id, form) => callWitness(sender, id, form.text('member'))),
  state: act('caseStated', (sender, id, form) => stateInCase(sender, id, form.text('text'), false)),
  lastWord: act('caseStated', (sender, id, form) => stateInCase(sender, id, form.text('text'), true)),
  bar: act('caseStopped', (sender, id, form) =>
    barCase(sender, id, Number(form.text('number')), form.text('code')),
  ),
  appeal: act('caseAppealed', (sender, id, form) => appeal(sender, id, form.text('text'))),
  protect: act('protectionAsked', (sender, id, form) =>
    askProtection(sender, id, {
      rights: PROTECTED_RIGHTS.filter((right) => form.has(`rest-${right}`)),
      days: form.whole('days'),
      text: form.text('text'),
    }),
  ),
  reply: act('caseStated', (sender, id, form) =>
    answerProtection(sender, id, form.text('text'), 'case.reply'),
  ),
  contest: act('protectionContested', (sender, id, form) =>
    answerProtection(sender, id, form.text('text'), 'case.contest'),
  ),
  agree: act('caseFound', (sender, id, form) => agreeToFinding(sender, id, form.text('proposal'))),
  dissent: act('caseFound', (sender, id, form) => dissent(sender, id, form.text('text'))),
  async find(event) {
    requireMember(event)
    const found = act('caseFound', async (sender, id, form) => {
      const measure = await measureIn(event, id, form)
      return isRefusal(measure) ? measure : proposeFinding(sender, id, measure, form.text('reasons'))
    })
    return found(event)
  },
}
