import { redirect, type RequestEvent } from '@sveltejs/kit'
import type { CompiledQuery } from 'kysely'
import type { Json } from '#kernel/canonical'
import { isRefusal, type Refusal } from '#kernel/refusal'
import { commitmentTo } from '#modules/counting/core'
import { checkTypedStatement } from '#modules/elections/core'
import { voteIdFor } from '#modules/voting/core'
import { findForOffice } from '#views/find-members.server.ts'
import { read, textsOf } from '#views/read.server.ts'
import { viewElection } from '#views/view-election.server.ts'
import { withIssued } from '#views/view-secret.server.ts'
import { marksOf } from '#views/view-moderation.server.ts'
import { whoIs } from '#views/who.server.ts'
import { enter, formKey, readForm, type Form } from '../../shared/forms.server.ts'
import { notFound, requireMember } from '../../shared/session.server.ts'
import { ranksIn } from './ranks.ts'
import type { Actions, PageServerLoad } from './$types.js'

export const load: PageServerLoad = async (event) => {
  const member = requireMember(event)
  const view = await read(event, (org, now) => viewElection(org, now, member, event.params.id))
  if (view === undefined) notFound('election')
  const hashes = view.standing.flatMap(({ statement }) => statement ?? [])
  const refOf = (id: string) => ({ kind: 'candidacy' as const, about: event.params.id, id })
  const [who, texts, secret, marks] = await Promise.all([
    whoIs(view.people),
    textsOf(hashes),
    withIssued(event, member, view.secret),
    marksOf(
      event,
      member,
      view.standing.map((each) => refOf(each.member)),
    ),
  ])
  const { people: _people, standing, vote, ...rest } = view
  const find = event.url.searchParams.get('find') ?? ''
  const isOpen = view.election.stage.kind === 'nominating'
  return {
    ...rest,
    secret,
    find,
    found: isOpen ? (await findForOffice(event, find)).people : [],
    standing: standing.map(({ member: id, by, statement, ...each }) => ({
      ...each,
      who: who(id),
      by: who(by),
      statement: statement === null ? null : (texts.get(statement) ?? ''),
      mark: marks(refOf(id)),
    })),
    vote: vote === null ? null : { ...vote, candidates: vote.candidates.map(who) },
    keys: { stand: formKey(), nominate: formKey(), ballot: formKey() },
  }
}

type Event = RequestEvent<{ id: string }>
type Entering = { readonly body: Json; readonly alongside?: readonly CompiledQuery[] } | Refusal

/** Enters an act about this election and comes back to its page. */
async function act(event: Event, type: string, enteringOf: (form: Form) => Entering, done: string) {
  requireMember(event)
  const form = await readForm(event)
  const entering = enteringOf(form)
  if (isRefusal(entering)) return form.fail(entering)
  const { id } = event.params
  const unit = await read(event, ({ elections }) => elections.elections.get(id)?.unit ?? null)
  const answer = await enter(event, form, { type, unit, ...entering })
  return isRefusal(answer) ? form.fail(answer) : redirect(303, `/elections/${id}?done=${done}`)
}

export const actions: Actions = {
  nominate: (event) =>
    act(
      event,
      'candidate.nominate',
      (form) => ({ body: { election: event.params.id, member: form.text('member') } }),
      'nominated',
    ),
  stand: (event) => act(event, 'candidate.accept', (form) => stand(event, form), 'stands'),
  withdraw: (event) =>
    act(event, 'candidate.withdraw', () => ({ body: { election: event.params.id } }), 'stoodDown'),
  seed: (event) =>
    act(
      event,
      'seed.open',
      (form) => ({ body: { election: event.params.id, seed: form.text('words') } }),
      'seedOpened',
    ),
  vote: (event) =>
    act(
      event,
      'ballot.rank',
      (form) => {
        const ranks = ranksIn(form.values())
        const vote = voteIdFor({ kind: 'election', id: event.params.id })
        return isRefusal(ranks) ? ranks : { body: { vote, ranks } }
      },
      'voted',
    ),
}

function stand({ params, locals }: Event, form: Form): Entering {
  const refusal = checkTypedStatement(form.text('statement'))
  if (refusal !== undefined) return refusal
  const { ref, row } = form.hold(form.text('statement'))
  const words = form.text('words')
  // Whoever distrusts the server enters the hash itself.
  const isHash = /^[A-Za-z0-9+/]{43}=$/.test(words)
  const commitment = words === '' ? null : isHash ? words : commitmentTo(words, locals.member ?? '')
  const tendency = form.text('tendency')
  const name = tendency === '' ? {} : { tendency }
  return { body: { election: params.id, statement: ref, commitment, ...name }, alongside: [row] }
}
