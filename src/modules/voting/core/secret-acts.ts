import { canonical } from '#kernel/canonical'
import type { Instant } from '#kernel/instant'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { checkKeys } from '#modules/ballots/core'
import { MEMBERS, PUBLIC, type Rules } from '#modules/record/core'
import { votingShapes, type VotingActs } from './bodies.ts'
import { VOTE_CLOSE, VOTE_KEYS, VOTE_RENEW } from './names.ts'
import { announcedKeys } from './announced-keys.ts'
import { useKeys, whyTooFewIssuers } from './issuing-keys.ts'
import { contextOf, secretQuestion, type Secret, type VoteKeys } from './secret.ts'
import { choiceForm } from './secret-ballot.ts'
import type { VotingSlice } from './slice.ts'
import type { OpenVote } from './state.ts'

type SecretActs = Pick<VotingActs, 'vote.keys' | 'vote.renew'>

/** A secret vote that is open. */
export type SecretVote = OpenVote & { readonly secret: Secret }

/** The secret vote of this id that is open, or why there is none. */
export function secretVote({ voting }: Pick<VotingSlice, 'voting'>, id: string): SecretVote | Refusal {
  const vote = voting.votes.get(id)
  if (vote?.status !== 'open') return refuse('unknown-vote')
  const { secret } = vote
  return secret === undefined ? refuse('vote-not-secret') : { ...vote, secret }
}

/** The end of the phase in which keys are registered, and a new beginning where the keys of the vote are gone. */
export const secretRules: Rules<VotingSlice, SecretActs> = {
  'vote.keys': {
    since: 4,
    actors: ['clerk'],
    shape: votingShapes['vote.keys'],
    audience: () => MEMBERS,
    check(state, { at, body: { vote: id, count, keys } }) {
      const vote = secretVote(state, id)
      if (isRefusal(vote)) return vote
      const { keysUntil } = vote.secret
      if (keysUntil === null || keysUntil > at || vote.keyList !== undefined)
        return refuse('not-due', { kind: VOTE_KEYS })
      const fits = count === keys.length && count <= vote.roll.size
      return fits ? checkKeys(keys) : refuse('key-list-unfit')
    },
    apply(state, { seq, body }) {
      const vote = state.voting.votes.get(body.vote)
      state.deadlines.clear(VOTE_KEYS, body.vote)
      if (vote?.status === 'open')
        state.voting.votes.set(vote.id, { ...vote, keyList: body.keys, keysSeq: seq })
    },
  },
  'vote.renew': {
    since: 4,
    actors: ['clerk'],
    shape: votingShapes['vote.renew'],
    audience: () => PUBLIC,
    check(state, { at, body }) {
      const expected = renewalBody(state, body.vote, at, body.secret)
      if (isRefusal(expected)) return expected
      if (canonical(expected) !== canonical(body)) return refuse('wrong-opening')
      return undefined
    },
    apply(state, { seq, at, body }) {
      const vote = state.voting.votes.get(body.vote)
      if (vote?.status !== 'open') return
      const { keyList: _keyList, keysSeq: _keysSeq, ...kept } = vote
      useKeys(state, vote.id, body.secret)
      const renewals = [...(vote.renewals ?? []), { seq, at, why: body.why }]
      const secret: Secret = { ...body.secret, begins: at, context: contextOf(body) }
      state.voting.votes.set(vote.id, { ...kept, closes: body.closes, secret, renewals })
      setDeadlines(state, { id: vote.id, closes: body.closes, secret })
    },
  },
}

/**
 * The body with which a secret vote begins again, with new keys and for as long as the first time, on the roll that it has:
 * what was cast cannot be counted any more, and every member may vote anew.
 */
export function renewalBody(
  state: Pick<VotingSlice, 'voting' | 'units' | 'head'>,
  id: string,
  at: Instant,
  keys: VoteKeys | undefined,
): VotingActs['vote.renew'] | Refusal {
  const vote = secretVote(state, id)
  if (isRefusal(vote)) return vote
  const { secret, closes, unit } = vote
  const lacking = whyTooFewIssuers(state, unit)
  if (lacking !== undefined) return lacking
  if (keys === undefined) return refuse('ballot-keys-missing', { vote: id })
  const isSame = keys.issuers.some(({ modulus }) => secret.issuers.some((each) => each.modulus === modulus))
  if (isSame || keys.receiptKey === secret.receiptKey) return refuse('ballot-keys-unfit')
  const later = at - secret.begins
  const keysUntil = secret.keysUntil === null ? null : secret.keysUntil + later
  const announced = announcedKeys(state, unit, keys)
  if (isRefusal(announced)) return announced
  const question = secretQuestion(secret, announced, {
    keysUntil,
    form: choiceForm(vote, secret.ranksMost),
  })
  const why = secret.lost === true ? 'restored' : 'lost'
  return { vote: id, why, secret: question, closes: closes + later }
}

/** What falls due in a vote from here on. */
export function setDeadlines(
  { deadlines }: Pick<VotingSlice, 'deadlines'>,
  { id, closes, secret }: { readonly id: string; readonly closes: Instant; readonly secret?: Secret },
): void {
  deadlines.set(VOTE_CLOSE, id, closes)
  if (secret === undefined) return
  deadlines.clear(VOTE_RENEW, id)
  if (secret.keysUntil === null) deadlines.clear(VOTE_KEYS, id)
  else deadlines.set(VOTE_KEYS, id, secret.keysUntil)
}

/** After a restore the keys of secret votes are gone: each that is open begins again as soon as the clerk works. */
export function loseKeys({ voting, deadlines }: VotingSlice, at: Instant): void {
  // Which of the keys that lie ready were used since the backup nobody here knows.
  for (const issuer of [...voting.issuers.stock.keys()]) voting.issuers.stock.delete(issuer)
  for (const vote of voting.votes.values()) {
    if (vote.status !== 'open' || vote.secret === undefined) continue
    voting.votes.set(vote.id, { ...vote, secret: { ...vote.secret, lost: true } })
    deadlines.set(VOTE_RENEW, vote.id, at)
  }
}
