import { redirect, type RequestEvent } from '@sveltejs/kit'
import { isRefusal, type Refusal } from '#kernel/refusal'
import { checkHeldText } from '#modules/record/core'
import { choiceForm, papersOfCounts, papersOfLines } from '#modules/voting/core'
import { findTellers } from '#views/find-members.server.ts'
import { enterPapers, markMember, openBatch, takeMarkBack } from '#views/polling.server.ts'
import { read } from '#views/read.server.ts'
import { viewPolling } from '#views/view-polling.server.ts'
import { whoIs } from '#views/who.server.ts'
import { enter, formKey, readForm, type Form } from '../../../shared/forms.server.ts'
import { momentIn } from '../../../shared/moment.ts'
import { notFound, requireMember } from '../../../shared/session.server.ts'
import type { Actions, PageServerLoad } from './$types.js'

export const load: PageServerLoad = async (event) => {
  const member = requireMember(event)
  const view = await viewPolling(event, member, event.params.id)
  if (view === undefined) notFound('vote')
  const found = view.isOfficer
    ? await findTellers(event, view.unit, event.url.searchParams.get('find') ?? '')
    : { people: [], more: false }
  return { ...view, found, find: event.url.searchParams.get('find') ?? '', key: formKey() }
}

type Event = RequestEvent<{ id: string }>

/** Enters an act about a polling session of this vote. */
async function act(
  event: Event,
  form: Form,
  entered: Pick<Parameters<typeof enter>[2], 'type' | 'body' | 'alongside'>,
) {
  const unit = await read(event, ({ voting }) => voting.votes.get(event.params.id)?.unit ?? null)
  const answer = await enter(event, form, { ...entered, unit })
  return isRefusal(answer) ? form.fail(answer) : back(event, 'entered')
}

function back({ params }: Event, done: string): never {
  redirect(303, `/votes/${params.id}/polling?done=${done}`)
}

function answered(event: Event, form: Form, refusal: Refusal | undefined, done: string) {
  return refusal === undefined ? back(event, done) : form.fail(refusal)
}

export const actions: Actions = {
  async announce(event) {
    requireMember(event)
    const form = await readForm(event)
    const text = form.text('place')
    const refusal = checkHeldText(text)
    if (refusal !== undefined) return form.fail(refusal)
    const { ref: place, row } = form.hold(text)
    const [from, until] = [momentIn(form.text('from')) ?? 0, momentIn(form.text('until')) ?? 0]
    const body = { vote: event.params.id, session: form.idFor('session'), from, until, place }
    return act(event, form, { type: 'polling.announce', body, alongside: [row] })
  },
  async cancel(event) {
    requireMember(event)
    const form = await readForm(event)
    const body = { vote: event.params.id, session: form.text('session') }
    return act(event, form, { type: 'polling.cancel', body })
  },
  async mark(event) {
    const officer = requireMember(event)
    const form = await readForm(event)
    const member = form.text('member')
    const way = form.text('way') === 'paper' ? 'paper' : 'screen'
    const marked = await markMember(officer, event.params.id, { member, way })
    if (isRefusal(marked)) return form.fail(marked)
    if (marked.code === null) return back(event, 'marked')
    const { name } = (await whoIs([member]))(member)
    const address = `${event.url.origin}/ballots/${event.params.id}/screen`
    return { given: { code: marked.code, name, address } }
  },
  async takeBack(event) {
    const by = requireMember(event)
    const form = await readForm(event)
    const member = form.text('member') === '' ? by : form.text('member')
    return answered(event, form, await takeMarkBack(by, event.params.id, member), 'mark-back')
  },
  async batch(event) {
    const officer = requireMember(event)
    const form = await readForm(event)
    const tellers = [form.text('teller-1'), form.text('teller-2')] as const
    const refusal = await openBatch(officer, event.params.id, { batch: form.idFor('batch'), tellers })
    return answered(event, form, refusal, 'batch-opened')
  },
  async papers(event) {
    const teller = requireMember(event)
    const form = await readForm(event)
    const { id } = event.params
    const vote = await read(event, ({ voting }) => voting.votes.get(id))
    if (vote?.secret === undefined) notFound('vote')
    const asked = choiceForm(vote, vote.secret.ranksMost)
    const papers = form.has('yes')
      ? papersOfCounts([form.text('yes'), form.text('no'), form.text('abstain')])
      : papersOfLines(asked, form.text('lines'))
    if (isRefusal(papers)) return form.fail(papers)
    const refusal = await enterPapers(teller, id, { batch: form.text('batch'), papers })
    return answered(event, form, refusal, 'papers-entered')
  },
}
