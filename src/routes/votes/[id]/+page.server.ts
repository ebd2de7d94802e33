import { redirect } from '@sveltejs/kit'
import { fieldOf } from '#kernel/canonical'
import { isRefusal, refuse } from '#kernel/refusal'
import { findEntries } from '#modules/record'
import { CHOICES, type Choice } from '#modules/voting/core'
import { boundBallots } from '#views/bound-votes.server.ts'
import { nameEffect } from '#views/effect.server.ts'
import { enter, formKey, readForm } from '../../shared/forms.server.ts'
import { plenum } from '#views/plenum.server.ts'
import { read, textsOf } from '#views/read.server.ts'
import { notFound, requireMember } from '../../shared/session.server.ts'
import { whoIs } from '#views/who.server.ts'
import { viewVote } from '#views/view-vote.server.ts'
import { votePath } from '#views/vote-path.server.ts'
import { withIssued } from '#views/view-secret.server.ts'
import type { Actions, PageServerLoad } from './$types.js'

export const load: PageServerLoad = async (event) => {
  const member = requireMember(event)
  const { id } = event.params
  const { view, page } = await read(event, (org, now) => ({
    view: viewVote(org, now, member, id),
    page: votePath(org, id),
  }))
  // A vote on something that has a page of its own is looked at there.
  if (view === undefined && page !== `/votes/${id}`) redirect(303, page)
  if (view === undefined) notFound('vote')
  const { people, effect, questions, mine, ...rest } = view
  const hasVoted = mine !== null && mine.choices !== null
  const calls = await boundBallots(event, id)
  const [who, texts, entered, secret] = await Promise.all([
    whoIs([...people, ...calls.map(({ holder }) => holder)]),
    textsOf(questions.flatMap(({ reason }) => reason ?? [])),
    hasVoted ? ballotEntry(member, id, view.vote.openedSeq) : undefined,
    withIssued(event, member, view.secret),
  ])
  return {
    ...rest,
    secret,
    effect: nameEffect(effect, who),
    questions: questions.map((question) => ({
      ...question,
      by: question.by === null ? null : who(question.by),
      reason: question.reason === null ? null : (texts.get(question.reason) ?? ''),
    })),
    mine: mine === null ? null : { ...mine, seq: entered ?? null },
    calls: calls.map((call) => ({ ...call, holder: who(call.holder) })),
    key: formKey(),
  }
}

/** The entry of a member's own last ballot in an open vote. */
async function ballotEntry(by: string, vote: string, from: number): Promise<number | undefined> {
  // One member rarely changes a ballot often, or votes in many votes at once: the newest few are enough.
  const found = await findEntries(plenum().database, { type: 'ballot.cast', by, from, count: 50 })
  return found.find(({ body }) => fieldOf(body, 'vote') === vote)?.seq
}

export const actions: Actions = {
  async default(event) {
    requireMember(event)
    const form = await readForm(event)
    const { id } = event.params
    const vote = await read(event, (org) => org.voting.votes.get(id))
    if (vote === undefined) notFound('vote')
    // What is not answered is left out, and the ballot is refused for it: nothing is taken for an abstention.
    const choices = vote.items.flatMap((_, i) => choiceIn(form.text(`choice-${i}`)))
    const [questions, answers] = [vote.items.length, choices.length]
    if (answers !== questions) return form.fail(refuse('wrong-number-of-answers', { questions, answers }))
    const answer = await enter(event, form, {
      type: 'ballot.cast',
      unit: vote.unit,
      body: { vote: id, choices },
    })
    return isRefusal(answer) ? form.fail(answer) : redirect(303, `/votes/${id}?done=voted`)
  },
}

function choiceIn(text: string): readonly Choice[] {
  return CHOICES.filter((choice) => choice === text)
}
