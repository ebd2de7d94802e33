import { bug } from '#kernel/bug'
import { derivedUuid } from '#kernel/ids'
import { DAY } from '#kernel/instant'
import type { Election } from '#modules/elections/core'
import { indexOf } from '#modules/members/core'
import type { OpenVote } from '#modules/voting/core'
import type { Org } from '#organization'
import { chance } from './chance.ts'
import { castId } from './people.ts'
import { awake, idFor, type Play } from './play.server.ts'
import { playBallots, votersIn } from './play-votes.server.ts'
import type { CastKey } from './script/cast.ts'
import type { AccountScript, CandidateScript, ElectionScript, RecallScript } from './script/kinds.ts'
import { ELECTIONS } from './script/story.ts'

// Days after an election was called, fitted to two weeks of nominations.
const CANDIDATES_FROM = 0.8
const CANDIDATES_UNTIL = 8.5
const ASKED_FROM = 6.5

const elections = new Map(
  ELECTIONS.map((script) => [derivedUuid('election', idFor('office', script.opened), script.number), script]),
)

/** Plans who stands once an election is called, and ballots once its vote opens. */
export function createElectionReactions(play: Play): (org: Org) => void {
  const seen = new Set<string>()
  const isNew = (id: string): boolean => !seen.has(id) && seen.add(id).has(id)
  return (org) => {
    for (const election of org.elections.elections.values()) {
      const script =
        elections.get(election.id) ?? bug(`nobody stands in election ${election.number} of an office`)
      if (isNew(election.id)) playNominations(play, script, election)
      const vote = org.voting.votes.get(election.stage.kind === 'voting' ? election.stage.vote : '')
      if (vote?.status === 'open' && isNew(vote.id)) playElection(play, org, vote, script)
    }
  }
}

function playNominations(play: Play, { candidates, asked = [] }: ElectionScript, { id, at }: Election): void {
  const apart = (CANDIDATES_UNTIL - CANDIDATES_FROM) / candidates.length
  const moment = (days: number) => awake(at + days * DAY)
  const nominate = (member: CastKey, by: CastKey, days: number): void => {
    const body = { election: id, member: castId(member) }
    play.add(moment(days), () => [{ by: castId(by), type: 'candidate.nominate', body }])
  }
  for (const [n, { by, nominatedBy, statement, under }] of candidates.entries()) {
    const days = CANDIDATES_FROM + n * apart
    if (nominatedBy !== undefined) nominate(by, nominatedBy, days - 0.5)
    play.add(moment(days), () => {
      const { ref, row } = play.hold(statement)
      const name = under === undefined ? {} : { tendency: idFor('tendency', under) }
      const body = { election: id, statement: ref, commitment: null, ...name }
      return [{ by: castId(by), type: 'candidate.accept', body, rows: [row] }]
    })
  }
  for (const [n, { member, by }] of asked.entries()) nominate(member, by, ASKED_FROM + n)
}

function playElection(play: Play, org: Org, vote: OpenVote, { candidates, turnout }: ElectionScript): void {
  const luck = chance('election', vote.id)
  const known = new Set(candidates.map(({ by }) => castId(by)))
  const voters = votersIn(play, org, vote, { turnout, known }, luck)
  const standing = vote.ranked?.candidates ?? []
  const weights = new Map(candidates.map(({ by, weight }: CandidateScript) => [castId(by), weight]))
  playBallots(play, vote, voters, luck, (member) => {
    const ranks = ranksOf(member, standing, weights, vote.id)
    return { by: member, type: 'ballot.rank', body: { vote: vote.id, ranks } }
  })
}

/** Whom somebody ranks, best first: the more wanted rather before, and themselves before everybody. Few rank all. */
function ranksOf(
  member: string,
  standing: readonly string[],
  weights: ReadonlyMap<string, number>,
  vote: string,
): number[][] {
  const luck = chance('ranks', vote, member)
  const liked = standing.map((id, index) => ({
    index,
    // Weighted sampling without replacement (Efraimidis and Spirakis, 2006).
    liking: id === member ? 2 : luck.roll() ** (1 / (weights.get(id) ?? 1)),
  }))
  const most = Math.ceil(luck.between(0.2, 1) * standing.length)
  return liked
    .sort((a, b) => b.liking - a.liking)
    .slice(0, most)
    .map(({ index }) => [index])
}

/** What somebody says of a mandate. */
export function playAccount(play: Play, { day, by, office, text }: AccountScript): void {
  play.add(play.at(day), (org) => {
    const { ref, row } = play.hold(text)
    const mandate = mandateOf(org, by, office)
    const body = { report: idFor('account', by, office, day), mandate, text: ref }
    return [{ by: castId(by), type: 'mandate.report', body, rows: [row] }]
  })
}

/** A petition for a recall, and who signs it. */
export function playRecall(play: Play, script: RecallScript): void {
  const { key, day, by, office, holder, reason, signers } = script
  const petition = idFor('recall', key)
  play.add(play.at(day), (org) => {
    const { ref, row } = play.hold(reason)
    const body = { petition, mandate: mandateOf(org, holder, office), reason: ref }
    return [{ by: castId(by), type: 'recall.petition', body, rows: [row] }]
  })
  for (const [n, signer] of signers.entries())
    play.add(play.at(day + 0.7 + n / 2), () => [
      { by: castId(signer), type: 'recall.sign', body: { petition } },
    ])
}

function mandateOf({ delegates, members }: Org, holder: CastKey, office: string): string {
  const index = indexOf(members, castId(holder))
  const held = [...delegates.mandates.values()].find(
    (mandate) => mandate.holder === index && mandate.ended === null && mandate.office === office,
  )
  return held?.id ?? bug(`${holder} does not hold the office “${office}” on that day`)
}
