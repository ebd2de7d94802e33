import type { Instant } from '#kernel/instant'
import { lotOf, type Election } from '#modules/elections/core'
import { idAt, indexOf } from '#modules/members/core'
import {
  ballotsOf,
  countPapers,
  mayShareRanks,
  unpackRanks,
  voteIdFor,
  whyNoVote,
  type Vote,
} from '#modules/voting/core'
import type { Org } from '#organization'
import { sayRefusal } from '#ui/refusals.ts'
import { SOME_TEXT, whyNot } from './may.server.ts'
import { viewSecret, viewWaiting } from './view-secret.server.ts'
import { namesFor, tendencyRef } from './view-tendency.server.ts'

/** What a member sees of an election. Nothing about anybody else's ballot stands in it while it is open. */
export function viewElection(org: Org, now: Instant, member: string, id: string) {
  const election = org.elections.elections.get(id)
  const office = org.elections.offices.get(election?.office ?? '')
  if (election === undefined || office === undefined) return undefined
  const vote = org.voting.votes.get(voteIdFor({ kind: 'election', id }))
  const me = indexOf(org.members, member)
  const body = { election: id, statement: SOME_TEXT, commitment: null }
  const standing = election.candidates.map(
    ({ member: index, by, statement, commitment, opened, tendency }) => ({
      member: idAt(org.members, index),
      by: idAt(org.members, by),
      statement,
      hasSeed: commitment !== null,
      opened,
      isMe: index === me,
      tendency: tendencyRef(org, tendency),
    }),
  )
  return {
    people: [...standing.flatMap(({ member, by }) => [member, by]), ...(vote?.ranked?.candidates ?? [])],
    office: { id: office.id, title: office.title },
    election: {
      id,
      unit: { id: election.unit, name: org.units.units.get(election.unit)?.name ?? '' },
      number: election.number,
      term: election.term,
      seats: election.seats,
      stage: election.stage,
      method: election.rules.method,
    },
    standing,
    standsFor: namesFor(org, now, { by: member, type: 'candidate.accept', unit: election.unit, body }),
    mayStand: whyNot(org, now, { by: member, type: 'candidate.accept', unit: election.unit, body }),
    lot: vote === undefined ? null : lotOf(org, election, vote, election.seed),
    vote: vote === undefined ? null : voteOf(now, vote, me),
    waiting: viewWaiting(org, id),
    secret: vote === undefined ? null : viewSecret(org, now, member, vote),
    result: vote === undefined ? null : resultOf(org, election, vote),
  }
}

function voteOf(now: Instant, vote: Vote, me: number) {
  const packed = vote.status === 'open' ? vote.ballots.get(me) : undefined
  const refusal = whyNoVote(vote, me, now)
  const method = vote.ranked?.method ?? 'scottish-stv'
  return {
    id: vote.id,
    method,
    mayShare: mayShareRanks(method),
    candidates: vote.ranked?.candidates ?? [],
    closes: vote.closes,
    roll: vote.roll.size,
    isOpen: vote.status === 'open',
    openedSeq: vote.openedSeq,
    closedSeq: vote.status === 'closed' ? vote.closedSeq : null,
    refused: refusal === undefined ? null : sayRefusal(refusal),
    mine: packed === undefined ? null : unpackRanks(packed),
  }
}

/** The count of a closed vote with all its stages. */
export function resultOf(org: Org, election: Election, vote: Vote) {
  if (vote.status !== 'closed' || vote.ranked === undefined || vote.papers === undefined) return null
  const count = election.drawn ?? vote.count
  if (count === undefined) return null
  const lot = election.drawn === null ? undefined : lotOf(org, election, vote, election.seed)
  return { count, result: countPapers(vote.ranked, vote.papers, { lot }) }
}

/** The ballots of a closed election without names, for a recount elsewhere. */
export function ballotsIn(org: Org, id: string) {
  const vote = org.voting.votes.get(voteIdFor({ kind: 'election', id }))
  if (vote?.status !== 'closed' || vote.ranked === undefined || vote.papers === undefined) return undefined
  return ballotsOf(vote.ranked, vote.papers)
}
