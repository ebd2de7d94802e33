import { lotOf } from '#modules/elections/core'
import { idAt } from '#modules/members/core'
import { voteIdFor } from '#modules/voting/core'
import type { Org } from '#organization'
import { resultOf } from './view-election.server.ts'

/** Everything that whoever signs for a counted election puts their name to; nothing where it is not counted yet. */
export function viewElectionRecord(org: Org, id: string) {
  const election = org.elections.elections.get(id)
  const office = org.elections.offices.get(election?.office ?? '')
  const vote = org.voting.votes.get(voteIdFor({ kind: 'election', id }))
  if (election === undefined || office === undefined || vote?.status !== 'closed') return undefined
  const counted = resultOf(org, election, vote)
  if (vote.ranked === undefined || counted === null) return undefined
  const lot = lotOf(org, election, vote, election.seed)
  const nominatedBy = new Map(
    election.candidates.map(({ member, by }) => [idAt(org.members, member), idAt(org.members, by)]),
  )
  return {
    ...counted,
    id,
    office: office.title,
    unit: org.units.units.get(election.unit)?.name ?? '',
    number: election.number,
    term: election.term,
    seats: election.seats,
    stage: election.stage.kind,
    called: { at: election.at, seq: election.seq },
    opened: { at: vote.opens, seq: vote.openedSeq },
    closed: { at: vote.closedAt, seq: vote.closedSeq },
    roll: vote.roll,
    quorum: vote.quorum,
    method: vote.ranked.method,
    candidates: vote.ranked.candidates.map((member) => ({
      id: member,
      by: nominatedBy.get(member) ?? member,
    })),
    lot: { question: lot.question, seeds: lot.seeds },
  }
}
