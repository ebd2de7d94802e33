import { hasBit } from '#kernel/bitmap'
import { canonical, type Json } from '#kernel/canonical'
import type { Instant } from '#kernel/instant'
import { createTable } from '#kernel/journal'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { indexOf } from '#modules/members/core'
import { MEMBERS, PUBLIC, type Audience, type Rules } from '#modules/record/core'
import { votingShapes, type VotingActs } from './bodies.ts'
import type { Board } from './board.ts'
import { closingBody } from './closing.ts'
import { ANNOUNCED_POLLING, POLLING_SINCE, VOTE_CLOSE } from './names.ts'
import { openingBody, type VoteSubject } from './opening.ts'
import { pollingRules } from './polling-acts.ts'
import { packRanks, papersIn, papersOf, type Papers } from './papers.ts'
import { whyRanksInvalid } from './ranked.ts'
import { createIssuerRules, type IssuerActs } from './issuer-acts.ts'
import { useKeys } from './issuing-keys.ts'
import { rollOf } from './roll.ts'
import { contextOf, type Secret } from './secret.ts'
import { renewalBody, secretRules, setDeadlines } from './secret-acts.ts'
import { packedOn } from './secret-ballot.ts'
import type { VotingSlice } from './slice.ts'
import {
  packChoices,
  type Choice,
  type OpenVote,
  type SecretCounts,
  type SubjectRef,
  type Vote,
} from './state.ts'

/** Opening, casting and closing votes about subjects of these kinds. */
export function createVotingRules<State extends VotingSlice>(
  subjects: Readonly<Record<string, VoteSubject<State>>>,
): Rules<State, VotingActs & IssuerActs> {
  return {
    ...secretRules,
    ...pollingRules,
    ...createIssuerRules<State>((state, subject, at) => whyNotOpened(subjects, state, subject, at)),
    'vote.open': {
      actors: ['clerk'],
      shape: votingShapes['vote.open'],
      audience: () => PUBLIC,
      check(state, { at, unit, body }) {
        const expected = openingBody(subjects, state, body.subject, at, {
          commitment: body.ranked?.commitment ?? null,
          keys: body.secret,
        })
        if (isRefusal(expected)) return expected
        if (expected.unit !== unit) return refuse('wrong-unit', { unit: expected.unit })
        return sameOrRefuse('wrong-opening', expected.body, body)
      },
      apply(state, entry) {
        const { vote: id, roll, closes, items, ranked, quorum, subject } = entry.body
        const secret = secretIn(entry.body, entry.at)
        const vote: OpenVote = {
          status: 'open',
          id,
          subject,
          unit: entry.unit ?? '',
          items,
          ...(ranked === undefined ? {} : { ranked }),
          ...secret,
          quorum,
          opens: entry.at,
          closes,
          openedSeq: entry.seq,
          roll,
          onRoll: rollOf(state, entry.unit ?? '', roll.announced ?? entry.at).onRoll,
          ballots: createTable(state.journal),
        }
        state.voting.votes.set(id, vote)
        useKeys(state, subject.id, entry.body.secret)
        setDeadlines(state, vote)
        subjects[subject.kind]?.opened(state, vote)
      },
    },
    'ballot.cast': {
      // The roll of an open vote stands: nobody loses a vote by a lapse in its middle.
      actors: ['member', 'lapsed'],
      shape: votingShapes['ballot.cast'],
      audience: ({ vote }): Audience => ({ kind: 'after-vote', vote }),
      check(state, { at, by, body }) {
        const vote = state.voting.votes.get(body.vote)
        return whyBallotInvalid(vote, indexOf(state.members, by), body.choices, at)
      },
      apply(state, { by, body }) {
        const vote = state.voting.votes.get(body.vote)
        if (vote?.status === 'open') vote.ballots.set(indexOf(state.members, by), packChoices(body.choices))
      },
    },
    'ballot.rank': {
      since: 3,
      actors: ['member', 'lapsed'],
      shape: votingShapes['ballot.rank'],
      audience: ({ vote }): Audience => ({ kind: 'after-vote', vote }),
      check(state, { at, by, body }) {
        const vote = state.voting.votes.get(body.vote)
        const refusal = whyNoBallot(vote, indexOf(state.members, by), at)
        if (refusal !== undefined) return refusal
        if (vote?.ranked === undefined) return refuse('not-ranked')
        return whyRanksInvalid(vote.ranked, body.ranks)
      },
      apply(state, { by, body }) {
        const vote = state.voting.votes.get(body.vote)
        if (vote?.status === 'open') vote.ballots.set(indexOf(state.members, by), packRanks(body.ranks))
      },
    },
    'vote.close': {
      actors: ['clerk'],
      shape: votingShapes['vote.close'],
      // Whoever may read a ballot of an open vote may read those of a secret one.
      audience: ({ secret }) => (secret === undefined ? PUBLIC : MEMBERS),
      check(state, { at, law, body }) {
        const { paper = [], polling } = body.secret ?? {}
        const isHeld = (state.voting.votes.get(body.vote)?.sessions ?? []).length > 0
        const mayPoll = law >= POLLING_SINCE && (isHeld || law < ANNOUNCED_POLLING)
        if (!mayPoll && (paper.length > 0 || polling !== undefined)) return refuse('polling-unfit')
        const expected = closingBody(subjects, state, body.vote, at, body.secret)
        if (isRefusal(expected)) return expected
        return sameOrRefuse('wrong-result', withoutBoard(expected), withoutBoard(body))
      },
      apply(state, { seq, at, body }) {
        const open = state.voting.votes.get(body.vote)
        if (open?.status !== 'open') return
        const { ballots, onRoll: _onRoll, keyList: _keyList, ...kept } = open
        const { count, secret } = body
        const papers = (): Papers =>
          secret === undefined ? papersIn(ballots) : papersOf(packedOn(open, secret))
        const closed: Vote = {
          ...kept,
          status: 'closed',
          closedSeq: seq,
          closedAt: at,
          results: body.results,
          ...(count === undefined ? {} : { count, papers: papers() }),
          ...(secret === undefined ? {} : { counts: countsOn(secret) }),
        }
        state.voting.votes.set(body.vote, closed)
        state.deadlines.clear(VOTE_CLOSE, body.vote)
        subjects[open.subject.kind]?.settled(state, closed, body.settlement, { seq, at })
      },
    },
  }
}

/** How many took part in a secret vote, for its page. */
function countsOn({ issued, keys, board, paper, polling }: Board): SecretCounts {
  const counts = { issued, keys, cast: board.length }
  return polling === undefined ? counts : { ...counts, paper: paper.length, polling }
}

/** Why the vote about this cannot open now, or a vote begin again, whatever keys the server brings. */
function whyNotOpened<State extends VotingSlice>(
  subjects: Readonly<Record<string, VoteSubject<State>>>,
  state: State,
  subject: SubjectRef,
  at: Instant,
): Refusal | undefined {
  const found =
    subject.kind === 'vote'
      ? renewalBody(state, subject.id, at, undefined)
      : openingBody(subjects, state, subject, at)
  return isRefusal(found) ? found : undefined
}

/** Why an open ballot does not count. */
function whyBallotInvalid(
  vote: Vote | undefined,
  voter: number,
  choices: readonly Choice[],
  at: Instant,
): Refusal | undefined {
  const refusal = whyNoBallot(vote, voter, at)
  if (refusal !== undefined || vote === undefined) return refusal
  if (choices.length !== vote.items.length)
    return refuse('wrong-number-of-answers', { questions: vote.items.length, answers: choices.length })
  return undefined
}

/** Why somebody cannot vote here now, openly or secretly. */
export function whyNoVote(vote: Vote | undefined, voter: number, at: Instant): Refusal | undefined {
  if (vote === undefined) return refuse('unknown-vote')
  if (vote.status === 'closed' || at >= vote.closes) return refuse('vote-closed', { closed: vote.closes })
  return hasBit(vote.onRoll, voter) ? undefined : notOnRoll(vote)
}

/** Says of a vote that somebody is not on its roll, and when that was fixed. */
export function notOnRoll({ roll, opens }: Pick<Vote, 'roll' | 'opens'>): Refusal {
  const { announced } = roll
  return refuse('not-on-roll', announced === undefined ? { opened: opens } : { announced })
}

/** Why somebody can enter no open ballot in this vote now, whatever it says. */
function whyNoBallot(vote: Vote | undefined, voter: number, at: Instant): Refusal | undefined {
  return whyNoVote(vote, voter, at) ?? (vote?.secret === undefined ? undefined : refuse('vote-is-secret'))
}

function sameOrRefuse(code: string, expected: Json, found: Json): Refusal | undefined {
  return canonical(expected) === canonical(found) ? undefined : refuse(code, { expected, found })
}

/** What a vote that opens so says of its ballots, where it is secret. */
function secretIn(body: VotingActs['vote.open'], at: Instant): { readonly secret?: Secret } {
  return body.secret === undefined ? {} : { secret: { ...body.secret, begins: at, context: contextOf(body) } }
}

/** The board itself was checked ballot by ballot: a refusal does not carry it. */
function withoutBoard({ secret: _secret, ...rest }: VotingActs['vote.close']): Json {
  return rest
}
