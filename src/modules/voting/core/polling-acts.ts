import { DAY, type Instant } from '#kernel/instant'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { holdsDuty } from '#modules/delegates/core'
import { indexOf } from '#modules/members/core'
import { PUBLIC, type Rules } from '#modules/record/core'
import { POLLING_SINCE } from './names.ts'
import { pollingShapes, type PollingActs } from './polling-bodies.ts'
import { secretVote, type SecretVote } from './secret-acts.ts'
import type { VotingSlice } from './slice.ts'
import type { PollingSession, VoteBase } from './state.ts'

const MOST_SESSIONS = 50
const LONGEST = 2 * DAY
/** UTF-16 units of what is said about a place. */
const MOST_PLACE = 300

/** Where and when members without a device of their own vote in secret: announced to all before anybody is marked there. */
export const pollingRules: Rules<VotingSlice, PollingActs> = {
  'polling.announce': {
    since: POLLING_SINCE,
    actors: ['member'],
    shape: pollingShapes['polling.announce'],
    audience: () => PUBLIC,
    check(state, { at, by, body }) {
      const vote = secretVote(state, body.vote)
      if (isRefusal(vote)) return vote
      const refusal = whyNotOfficer(state, vote, by)
      if (refusal !== undefined) return refusal
      if (body.from < at || body.until <= body.from || body.until - body.from > LONGEST)
        return refuse('polling-time')
      if (body.until > vote.closes) return refuse('polling-late', { closes: vote.closes })
      if (body.place.length > MOST_PLACE) return refuse('polling-place', { most: MOST_PLACE })
      const { sessions = [] } = vote
      if (sessions.some(({ id }) => id === body.session)) return refuse('id-taken')
      return sessions.length < MOST_SESSIONS
        ? undefined
        : refuse('too-many-sessions', { most: MOST_SESSIONS })
    },
    apply(state, { by, seq, body: { vote: id, session, ...rest } }) {
      const vote = state.voting.votes.get(id)
      if (vote?.status !== 'open') return
      const added = { id: session, ...rest, place: rest.place.hash, by: indexOf(state.members, by), seq }
      state.voting.votes.set(id, { ...vote, sessions: [...(vote.sessions ?? []), added] })
    },
  },
  'polling.cancel': {
    since: POLLING_SINCE,
    actors: ['member'],
    shape: pollingShapes['polling.cancel'],
    audience: () => PUBLIC,
    check(state, { at, by, body }) {
      const vote = secretVote(state, body.vote)
      if (isRefusal(vote)) return vote
      const session = vote.sessions?.find(({ id }) => id === body.session)
      if (session === undefined) return refuse('unknown-session')
      // Who was marked there stays marked: what has been is not taken back.
      if (session.from <= at) return refuse('polling-begun')
      return whyNotOfficer(state, vote, by)
    },
    apply(state, { body }) {
      const vote = state.voting.votes.get(body.vote)
      if (vote?.status !== 'open') return
      const sessions = vote.sessions?.filter(({ id }) => id !== body.session) ?? []
      state.voting.votes.set(vote.id, { ...vote, sessions })
    },
  },
}

/** Why somebody cannot hold a polling session of this vote: it takes an office with the duty of meetings in its unit, or in one above. */
export function whyNotOfficer(
  state: VotingSlice,
  { unit }: Pick<SecretVote, 'unit'>,
  by: string,
): Refusal | undefined {
  const holds = holdsDuty(state, indexOf(state.members, by), 'meetings', unit)
  return holds ? undefined : refuse('needs-duty', { duty: 'meetings' })
}

/** The session that is held at a moment. */
export function sessionAt(
  { sessions = [] }: Pick<VoteBase, 'sessions'>,
  at: Instant,
): PollingSession | undefined {
  return sessions.find(({ from, until }) => from <= at && at < until)
}
