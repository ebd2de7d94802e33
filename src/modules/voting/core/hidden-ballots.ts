import { canonical } from '#kernel/canonical'
import type { Instant } from '#kernel/instant'
import { decide, type Tally } from '#modules/counting/core'
import type { VotingActs } from './bodies.ts'
import { countBallots } from './closing.ts'
import type { VoteSubject } from './opening.ts'
import type { VotingSlice } from './slice.ts'
import type { OpenVote } from './state.ts'

/** Members with ballots that cannot be read: who may have voted here, and of those who can have voted nowhere else. */
export interface HiddenVoters {
  readonly voters: ReadonlySet<number>
  readonly sure: ReadonlySet<number>
}

/**
 * Whether a vote can have ended like this when the ballots of some members cannot be read: with no more of each answer
 * than they could have given, the outcome that the rules give for these numbers, and what follows from it.
 */
export function couldCloseSo<State extends VotingSlice>(
  subjects: Readonly<Record<string, VoteSubject<State>>>,
  state: State,
  { vote: id, results, settlement }: VotingActs['vote.close'],
  { voters, sure }: HiddenVoters,
  at: Instant,
): boolean {
  const vote = state.voting.votes.get(id)
  if (vote?.status !== 'open' || vote.closes > at || results.length !== vote.items.length) return false
  // Of ranks that cannot be read anything can follow.
  if (vote.ranked !== undefined) return true
  const known = countBallots(vote, voters)
  // Whoever has a ballot that can be read took part, whatever the last one says.
  const least = [...voters].filter((voter) => sure.has(voter) || vote.ballots.has(voter)).length
  const took = new Set(results.map(({ tally }) => sum(tally)))
  return (
    took.size === 1 &&
    results.every((result, i) => {
      const counted = known[i]?.tally
      return (
        counted !== undefined &&
        isWithin(result.tally, counted, least, voters.size) &&
        isOutcome(vote, i, result)
      )
    }) &&
    canonical(subjects[vote.subject.kind]?.settle(state, vote, results, at) ?? null) === canonical(settlement)
  )
}

function isWithin(found: Tally, known: Tally, least: number, most: number): boolean {
  const more = sum(found) - sum(known)
  return (
    more >= least &&
    more <= most &&
    found.yes >= known.yes &&
    found.no >= known.no &&
    found.abstain >= known.abstain
  )
}

function isOutcome(
  { items, quorum, roll }: OpenVote,
  i: number,
  { tally, outcome }: VotingActs['vote.close']['results'][number],
): boolean {
  const majority = items[i]?.majority
  return majority !== undefined && decide(tally, roll.size, { majority, quorum }).outcome === outcome
}

function sum({ yes, no, abstain }: Tally): number {
  return yes + no + abstain
}
