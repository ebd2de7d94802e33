import { canonical } from '#kernel/canonical'
import { DAY, type Instant } from '#kernel/instant'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { commitmentTo, type Lot } from '#modules/counting/core'
import { idAt, indexOf } from '#modules/members/core'
import { MEMBERS, PUBLIC, textShape, uuidShape, type Rules } from '#modules/record/core'
import { methodFor } from '#modules/rulebook/core'
import {
  countPapers,
  rankedCountShape,
  secrecyOf,
  summaryOf,
  VOTE_OPEN,
  type RankedCount,
  type Vote,
  type VoteSubject,
  clearOpening,
} from '#modules/voting/core'
import { z } from 'zod'
import {
  announcedAt,
  callElection,
  DRAWING_DAYS,
  ELECTION_DRAW,
  electionIn,
  electionsGoOn,
  TERM_BEGIN,
  type ElectionsRulesSlice,
} from './slice.ts'
import { moveElection, type Election } from './state.ts'

const seedShape = textShape(200)
const shapes = {
  'seed.open': z.strictObject({ election: uuidShape, seed: seedShape }),
  /** The clerk opens its own seed last; `null` where it cannot any more (the log was restored with another key). */
  'election.draw': z.strictObject({
    election: uuidShape,
    seed: seedShape.nullable(),
    count: rankedCountShape,
  }),
}

export type DrawActs = { [Type in keyof typeof shapes]: z.infer<(typeof shapes)[Type]> }

/** The vote of an election: candidates are those who accepted and may hold the office when nominations close. */
export const electionSubject: VoteSubject<ElectionsRulesSlice> = {
  opening(state, id, at) {
    const election = electionIn(state, id, 'ready')
    if (isRefusal(election)) return refuse('not-due', { kind: VOTE_OPEN })
    const { unit, rules, seats, ballots } = election
    const announced = announcedAt(state, election)
    const secret = secrecyOf(state, unit, ballots, 'elections')
    // Fixed when nominations closed: what is due in the same moment, a lapse of standing, must leave a vote that can open.
    const candidates = election.stage.candidates.map((member) => idAt(state.members, member))
    const ranked = { candidates, seats, method: methodFor(rules, seats) }
    return {
      unit,
      items: [],
      ranked,
      quorum: rules.quorum,
      closes: at + rules.votingDays * DAY,
      announced,
      secret,
    }
  },
  opened(state, vote) {
    clearOpening(state, vote.subject)
    moveElection(state, vote.subject.id, { kind: 'voting', vote: vote.id })
  },
  settle: () => null,
  settled(state, vote, _settlement, entry) {
    const election = state.elections.elections.get(vote.subject.id)
    if (election === undefined || vote.status !== 'closed' || vote.count === undefined) return
    if (vote.count.outcome !== 'open-tie') {
      decide(state, election, vote, vote.count, entry)
      return
    }
    const until = entry.at + DRAWING_DAYS * DAY
    moveElection(state, election.id, { kind: 'drawing', vote: vote.id, until })
    state.deadlines.set(ELECTION_DRAW, election.id, until)
  },
}

/** The lot of an election, where its votes alone do not decide. */
export const drawRules: Rules<ElectionsRulesSlice, DrawActs> = {
  'seed.open': {
    since: 3,
    actors: ['member', 'lapsed'],
    shape: shapes['seed.open'],
    audience: () => MEMBERS,
    check(state, { by, body }) {
      const election = electionIn(state, body.election, 'drawing')
      if (isRefusal(election)) return election
      const mine = election.candidates.find(({ member }) => member === indexOf(state.members, by))
      const commitment = mine?.commitment ?? null
      if (commitment === null) return refuse('no-commitment')
      return commitmentTo(body.seed, by) === commitment ? undefined : refuse('seed-other')
    },
    apply(state, { by, body }) {
      const election = state.elections.elections.get(body.election)
      if (election === undefined) return
      const member = indexOf(state.members, by)
      const candidates = election.candidates.map((each) =>
        each.member === member ? { ...each, opened: body.seed } : each,
      )
      state.elections.elections.set(election.id, { ...election, candidates })
    },
  },
  'election.draw': {
    since: 3,
    actors: ['clerk'],
    shape: shapes['election.draw'],
    audience: () => PUBLIC,
    check(state, { at, body }) {
      const expected = drawBody(state, body.election, at, body.seed)
      if (isRefusal(expected)) return expected
      return canonical(expected) === canonical(body)
        ? undefined
        : refuse('wrong-result', { expected, found: body })
    },
    apply(state, { at, seq, body }) {
      state.deadlines.clear(ELECTION_DRAW, body.election)
      const election = state.elections.elections.get(body.election)
      if (election?.stage.kind !== 'drawing') return
      const vote = state.voting.votes.get(election.stage.vote)
      const drawn = { ...election, drawn: body.count, seed: body.seed }
      state.elections.elections.set(election.id, drawn)
      if (vote !== undefined) decide(state, drawn, vote, body.count, { at, seq })
    },
  },
}

/** The body with which the clerk draws the lot of an election, given its own seed. */
export function drawBody(
  state: ElectionsRulesSlice,
  id: string,
  at: Instant,
  seed: string | null,
): DrawActs['election.draw'] | Refusal {
  const election = electionIn(state, id, 'drawing')
  if (isRefusal(election)) return election
  if (election.stage.until > at) return refuse('not-due', { kind: ELECTION_DRAW })
  const vote = state.voting.votes.get(election.stage.vote)
  if (vote?.ranked === undefined) return refuse('unknown-vote')
  const { commitment } = vote.ranked
  if (seed !== null && (commitment === null || commitmentTo(seed, 'clerk') !== commitment))
    return refuse('seed-other')
  const count = countWithLot(vote, lotOf(state, election, vote, seed))
  return count === undefined ? refuse('unknown-vote') : { election: id, seed, count }
}

/** What became of an election whose count is complete. */
function decide(
  state: ElectionsRulesSlice,
  election: Election,
  vote: Vote,
  count: RankedCount,
  entry: { readonly at: Instant; readonly seq: number },
): void {
  const office = state.elections.offices.get(election.office)
  if (office === undefined) return
  const { at } = entry
  // A majority could else close an office because of who was elected to it.
  if (office.closed !== null && (count.outcome === 'no-quorum' || !electionsGoOn(state))) {
    moveElection(state, election.id, { kind: 'failed', vote: vote.id, why: 'office-closed', at })
    return
  }
  if (count.outcome === 'no-quorum') {
    moveElection(state, election.id, { kind: 'failed', vote: vote.id, why: 'no-quorum', at })
    const { term, seats, begins, ends } = election
    if (ends === null || ends > at) callElection(state, office, entry, { term, seats, begins, ends })
    return
  }
  const winners = count.winners.map((i) => indexOf(state.members, vote.ranked?.candidates[i] ?? ''))
  const begins = Math.max(at, election.begins)
  moveElection(state, election.id, { kind: 'elected', vote: vote.id, winners, begins })
  state.deadlines.set(TERM_BEGIN, election.id, begins)
}

/** The lot of a vote: what candidates committed to, and the clerk. It is about the vote, and not about its ballots. */
export function lotOf(state: ElectionsRulesSlice, election: Election, vote: Vote, seed: string | null): Lot {
  const seeds = election.candidates.flatMap(({ member, commitment, opened }) =>
    commitment === null ? [] : [{ by: idAt(state.members, member), commitment, opened }],
  )
  const own = vote.ranked?.commitment ?? null
  const clerks = own === null ? [] : [{ by: 'clerk', commitment: own, opened: seed }]
  return { question: vote.id, seeds: [...seeds, ...clerks] }
}

/** The count of a closed vote with its lot, and without those who may not be elected. */
export function countWithLot(
  vote: Vote,
  lot: Lot,
  withdrawn: readonly number[] = [],
): RankedCount | undefined {
  if (vote.status !== 'closed' || vote.ranked === undefined || vote.papers === undefined) return undefined
  const result = countPapers(vote.ranked, vote.papers, { lot, withdrawn })
  return summaryOf(result, vote.papers, { roll: vote.roll.size, quorum: vote.quorum })
}
