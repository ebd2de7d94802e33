import { hasBit } from '#kernel/bitmap'
import { canonical, type Json } from '#kernel/canonical'
import type { Deadlines } from '#kernel/deadlines'
import { isFraction, type Fraction } from '#kernel/fraction'
import { derivedUuid } from '#kernel/ids'
import type { Instant } from '#kernel/instant'
import { createTable, type Journal } from '#kernel/journal'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { decide, type Tally } from '#modules/counting/core'
import { indexOf } from '#modules/members/core'
import { PUBLIC, uuidShape, type Audience, type Rules } from '#modules/record/core'
import { z } from 'zod'
import { countPapers, summaryOf } from './count-papers.ts'
import { packRanks, papersIn } from './papers.ts'
import {
  rankedCountShape,
  rankedQuestionShape,
  ranksShape,
  whyRanksInvalid,
  type RankedCount,
  type RankedQuestion,
} from './ranked.ts'
import { rollOf, type RollSlice } from './roll.ts'
import {
  CHOICES,
  packChoices,
  type Choice,
  type ItemResult,
  type OpenVote,
  type SubjectRef,
  type Vote,
  type VoteItem,
  type VotingState,
} from './state.ts'

export const VOTE_CLOSE = 'vote.close'
export const VOTE_OPEN = 'vote.open'
export const MOST_QUESTIONS = 200

export type VotingSlice = RollSlice & {
  readonly voting: VotingState
  readonly deadlines: Deadlines
  readonly journal: Journal
}

/** What a subject puts to the vote: in which unit, which questions, under which quorum, until when. */
export interface Opening {
  readonly unit: string
  readonly items: readonly VoteItem[]
  /** In place of items: candidates to be ranked. The clerk's own commitment is added when it opens. */
  readonly ranked?: Omit<RankedQuestion, 'commitment'>
  readonly quorum: Fraction
  readonly closes: Instant
}

/** A kind of thing that votes are about; modules that put something to the vote bring one. */
export interface VoteSubject<State> {
  /** What is to be voted on, or why nothing is. */
  opening(state: State, id: string, at: Instant): Opening | Refusal
  opened(state: State, vote: Vote): void
  /** What follows from the results, as a field of the closing entry. */
  settle(state: State, vote: OpenVote, results: readonly ItemResult[], at: Instant): Json
  /** Does what the closing entry says. */
  settled(
    state: State,
    vote: Vote,
    settlement: Json,
    entry: { readonly seq: number; readonly at: Instant },
  ): void
}

const subjectShape = z.strictObject({ kind: z.string().min(1).max(40), id: uuidShape })
const fraction = z.custom<Fraction>((text) => typeof text === 'string' && isFraction(text))
const wholeShape = z.int().min(0)
const tallyShape = z.strictObject({ yes: wholeShape, no: wholeShape, abstain: wholeShape })
/** The body of a ballot. */
export const ballotShape = z.strictObject({
  vote: uuidShape,
  choices: z.array(z.enum(CHOICES)).min(1).max(MOST_QUESTIONS),
})

const shapes = {
  'vote.open': z.strictObject({
    vote: uuidShape,
    subject: subjectShape,
    items: z
      .array(
        z.strictObject({
          id: uuidShape,
          majority: z.strictObject({
            share: fraction,
            more: z.boolean(),
            of: z.enum(['cast', 'present', 'roll']),
          }),
        }),
      )
      .max(MOST_QUESTIONS),
    /** Since the third law. */
    ranked: z.exactOptional(rankedQuestionShape),
    quorum: fraction,
    closes: wholeShape,
    roll: z.strictObject({ size: wholeShape, digest: z.string().length(44) }),
  }),
  'ballot.cast': ballotShape,
  'ballot.rank': z.strictObject({ vote: uuidShape, ranks: ranksShape }),
  'vote.close': z.strictObject({
    vote: uuidShape,
    /** Since the third law, where candidates were ranked. */
    count: z.exactOptional(rankedCountShape),
    results: z.array(
      z.strictObject({
        tally: tallyShape,
        outcome: z.enum(['adopted', 'short', 'tied', 'nothing-cast', 'no-quorum']),
      }),
    ),
    settlement: z.json(),
  }),
}

export type VotingActs = {
  'vote.open': z.infer<(typeof shapes)['vote.open']>
  'ballot.cast': z.infer<(typeof shapes)['ballot.cast']>
  'ballot.rank': z.infer<(typeof shapes)['ballot.rank']>
  'vote.close': { vote: string; results: ItemResult[]; count?: RankedCount; settlement: Json }
}

/** The id of the vote about a subject: everybody derives the same, so several processes agree. */
export function voteIdFor(subject: SubjectRef): string {
  return derivedUuid('vote', subject.kind, subject.id)
}

/** Opening, casting and closing votes about subjects of these kinds. */
export function createVotingRules<State extends VotingSlice>(
  subjects: Readonly<Record<string, VoteSubject<State>>>,
): Rules<State, VotingActs> {
  return {
    'vote.open': {
      actors: ['clerk'],
      shape: shapes['vote.open'],
      audience: () => PUBLIC,
      check(state, { at, unit, body }) {
        const expected = openingBody(subjects, state, body.subject, at, body.ranked?.commitment)
        if (isRefusal(expected)) return expected
        if (expected.unit !== unit) return refuse('wrong-unit', { unit: expected.unit })
        return sameOrRefuse('wrong-opening', expected.body, body)
      },
      apply(state, entry) {
        const { vote: id, roll, closes, items, ranked, quorum, subject } = entry.body
        const vote: OpenVote = {
          status: 'open',
          id,
          subject,
          unit: entry.unit ?? '',
          items,
          ...(ranked === undefined ? {} : { ranked }),
          quorum,
          opens: entry.at,
          closes,
          openedSeq: entry.seq,
          roll,
          onRoll: rollOf(state, entry.unit ?? '', entry.at).onRoll,
          ballots: createTable(state.journal),
        }
        state.voting.votes.set(id, vote)
        state.deadlines.set(VOTE_CLOSE, id, closes)
        subjects[subject.kind]?.opened(state, vote)
      },
    },
    'ballot.cast': {
      // The roll of an open vote stands: nobody loses a vote by a lapse in its middle.
      actors: ['member', 'lapsed'],
      shape: shapes['ballot.cast'],
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
      shape: shapes['ballot.rank'],
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
      shape: shapes['vote.close'],
      audience: () => PUBLIC,
      check(state, { at, body }) {
        const expected = closingBody(subjects, state, body.vote, at)
        if (isRefusal(expected)) return expected
        return sameOrRefuse('wrong-result', expected, body)
      },
      apply(state, { seq, at, body }) {
        const open = state.voting.votes.get(body.vote)
        if (open?.status !== 'open') return
        const { ballots, onRoll: _onRoll, ...kept } = open
        const closed: Vote = {
          ...kept,
          status: 'closed',
          closedSeq: seq,
          closedAt: at,
          results: body.results,
          ...(body.count === undefined ? {} : { count: body.count, papers: papersIn(ballots) }),
        }
        state.voting.votes.set(body.vote, closed)
        state.deadlines.clear(VOTE_CLOSE, body.vote)
        subjects[open.subject.kind]?.settled(state, closed, body.settlement, { seq, at })
      },
    },
  }
}

/** The one list of reasons why an open ballot does not count: the clerk, the auditor and the voter's page ask it. */
export function whyBallotInvalid(
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

/** Why somebody can cast no ballot in this vote now, whatever it says. */
export function whyNoBallot(vote: Vote | undefined, voter: number, at: Instant): Refusal | undefined {
  if (vote === undefined) return refuse('unknown-vote')
  if (vote.status === 'closed' || at >= vote.closes) return refuse('vote-closed', { closed: vote.closes })
  return hasBit(vote.onRoll, voter) ? undefined : refuse('not-on-roll', { opened: vote.opens })
}

/** The body with which the clerk opens the vote about a subject now, and its unit; `commitment` is to its seed for lots. */
export function openingBody<State extends VotingSlice>(
  subjects: Readonly<Record<string, VoteSubject<State>>>,
  state: State,
  subject: SubjectRef,
  at: Instant,
  commitment: string | null = null,
): { readonly unit: string; readonly body: VotingActs['vote.open'] } | Refusal {
  const known = Object.hasOwn(subjects, subject.kind) ? subjects[subject.kind] : undefined
  const opening = known?.opening(state, subject.id, at) ?? refuse('unknown-subject', subject)
  if (isRefusal(opening)) return opening
  const vote = voteIdFor(subject)
  if (state.voting.votes.has(vote)) return refuse('vote-opened-already')
  const { size, digest } = rollOf(state, opening.unit, at)
  const { unit, items, ranked, quorum, closes } = opening
  const question = ranked === undefined ? {} : { ranked: { ...ranked, commitment } }
  const body = { vote, subject, items: [...items], ...question, quorum, closes, roll: { size, digest } }
  return { unit, body }
}

/** The body with which the clerk closes a vote: its results and what follows from them. */
export function closingBody<State extends VotingSlice>(
  subjects: Readonly<Record<string, VoteSubject<State>>>,
  state: State,
  id: string,
  at: Instant,
): VotingActs['vote.close'] | Refusal {
  const vote = state.voting.votes.get(id)
  if (vote?.status !== 'open') return refuse('unknown-vote')
  if (vote.closes > at) return refuse('not-due', { kind: VOTE_CLOSE })
  const results = countBallots(vote)
  const count = vote.ranked === undefined ? {} : { count: countOpen(vote, vote.ranked) }
  const settlement = subjects[vote.subject.kind]?.settle(state, vote, results, at) ?? null
  return { vote: id, results, ...count, settlement }
}

/** What the ranked ballots of an open vote come to so far, before any lot. */
function countOpen(vote: OpenVote, ranked: RankedQuestion): RankedCount {
  const papers = papersIn(vote.ballots)
  return summaryOf(countPapers(ranked, papers), papers, { roll: vote.roll.size, quorum: vote.quorum })
}

/** Counts the ballots of an open vote, question by question; those of some voters can be left out. */
export function countBallots(vote: OpenVote, without?: ReadonlySet<number>): ItemResult[] {
  const counts = vote.items.map(() => ({ y: 0, n: 0, a: 0 }))
  for (const [voter, ballot] of vote.ballots.entries()) {
    if (without?.has(voter) === true) continue
    for (const [i, count] of counts.entries()) {
      const letter = ballot[i]
      if (letter === 'y' || letter === 'n' || letter === 'a') count[letter]++
    }
  }
  return vote.items.map(({ majority }, i) => {
    const count = counts[i]
    const tally: Tally = { yes: count?.y ?? 0, no: count?.n ?? 0, abstain: count?.a ?? 0 }
    return { tally, outcome: decide(tally, vote.roll.size, { majority, quorum: vote.quorum }).outcome }
  })
}

function sameOrRefuse(code: string, expected: Json, found: Json): Refusal | undefined {
  return canonical(expected) === canonical(found) ? undefined : refuse(code, { expected, found })
}
