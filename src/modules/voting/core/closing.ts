import type { Instant } from '#kernel/instant'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { decide, type Tally } from '#modules/counting/core'
import type { VotingActs } from './bodies.ts'
import { readBoard, type Board } from './board.ts'
import type { VoteSubject } from './opening.ts'
import { countPapers, summaryOf } from './count-papers.ts'
import { papersIn, papersOf } from './papers.ts'
import type { RankedCount, RankedQuestion } from './ranked.ts'
import { VOTE_CLOSE } from './names.ts'
import type { VotingSlice } from './slice.ts'
import type { ItemResult, OpenVote } from './state.ts'

/**
 * The body with which the clerk closes a vote: its results and what follows from them. A secret vote cannot close without its
 * board: `board-missing`.
 */
export function closingBody<State extends VotingSlice>(
  subjects: Readonly<Record<string, VoteSubject<State>>>,
  state: State,
  id: string,
  at: Instant,
  board?: Board,
): VotingActs['vote.close'] | Refusal {
  const vote = state.voting.votes.get(id)
  if (vote?.status !== 'open') return refuse('unknown-vote')
  if (vote.closes > at) return refuse('not-due', { kind: VOTE_CLOSE })
  const ballots = vote.secret === undefined && board === undefined ? undefined : ballotsOn(vote, board, state)
  if (isRefusal(ballots)) return ballots
  const results = countPacked(vote, ballots ?? vote.ballots.values())
  const count = vote.ranked === undefined ? {} : { count: countRanked(vote, vote.ranked, ballots) }
  const settlement = subjects[vote.subject.kind]?.settle(state, vote, results, at) ?? null
  return { vote: id, results, ...count, ...(board === undefined ? {} : { secret: board }), settlement }
}

/** The ballots on the board of a secret vote, packed as open ones are. */
function ballotsOn(
  vote: OpenVote,
  board: Board | undefined,
  { members }: Pick<VotingSlice, 'members'>,
): readonly string[] | Refusal {
  const { secret } = vote
  if (secret === undefined) return refuse('vote-not-secret')
  if (board === undefined) return refuse('board-missing', { vote: vote.id })
  return readBoard({ ...vote, secret }, board, members)
}

/** What ranked ballots come to, before any lot: those on a board, or those that the record holds. */
function countRanked(vote: OpenVote, ranked: RankedQuestion, board?: readonly string[]): RankedCount {
  const papers = board === undefined ? papersIn(vote.ballots) : papersOf(board)
  return summaryOf(countPapers(ranked, papers), papers, { roll: vote.roll.size, quorum: vote.quorum })
}

/** Counts the ballots of an open vote, question by question; those of some voters can be left out. */
export function countBallots(vote: OpenVote, without: ReadonlySet<number>): ItemResult[] {
  const kept = [...vote.ballots.entries()].filter(([voter]) => !without.has(voter))
  return countPacked(
    vote,
    kept.map(([, ballot]) => ballot),
  )
}

function countPacked({ items, roll, quorum }: OpenVote, ballots: Iterable<string>): ItemResult[] {
  const counts = items.map(() => ({ y: 0, n: 0, a: 0 }))
  for (const ballot of ballots)
    for (const [i, count] of counts.entries()) {
      const letter = ballot[i]
      if (letter === 'y' || letter === 'n' || letter === 'a') count[letter]++
    }
  return items.map(({ majority }, i) => {
    const count = counts[i]
    const tally: Tally = { yes: count?.y ?? 0, no: count?.n ?? 0, abstain: count?.a ?? 0 }
    return { tally, outcome: decide(tally, roll.size, { majority, quorum }).outcome }
  })
}
