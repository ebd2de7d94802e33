import type { Instant } from '#kernel/instant'
import { idAt } from '#modules/members/core'
import { firstRank, voteIdFor } from '#modules/voting/core'
import type { Org } from '#organization'
import { lineOf } from './motion-lines.server.ts'

/** What was done under a tendency's name: beside motions and in elections, newest first. Everybody may know it, also where signatories are not listed. */
export function recordOf(org: Org, tendency: string) {
  return { motions: motionsOf(org, tendency), elections: electionsOf(org, tendency) }
}

/** Motions beside which it spoke, that it would have amended, or on which it reported. */
function motionsOf(org: Org, tendency: string) {
  const isTheirs = (each: { readonly tendency?: string }): boolean => each.tendency === tendency
  const spoke = new Map<string, Instant>()
  for (const each of [...org.tendencies.statements.values()].flat())
    if (isTheirs(each)) spoke.set(each.motion, each.at)
  const amended = Map.groupBy([...org.motions.amendments.values()].filter(isTheirs), ({ motion }) => motion)
  const reported = Map.groupBy([...org.motions.reports.values()].filter(isTheirs), ({ motion }) => motion)
  return [...new Set([...spoke.keys(), ...amended.keys(), ...reported.keys()])]
    .flatMap((id) => org.motions.motions.get(id) ?? [])
    .sort((a, b) => b.number - a.number)
    .map((motion) => ({
      ...lineOf(org, motion),
      spoke: spoke.get(motion.id) ?? null,
      amendments: (amended.get(motion.id) ?? []).map(({ number, stage }) => ({
        number,
        stage: stage.kind,
      })),
      reports: reported.get(motion.id)?.length ?? 0,
    }))
}

/** Elections in which somebody stood under its name: the first choices for its candidates, and the seats that they won. */
function electionsOf(org: Org, tendency: string) {
  return [...org.elections.elections.values()]
    .map((election) => ({
      election,
      standing: election.candidates.filter((each) => each.tendency === tendency),
    }))
    .filter(({ standing }) => standing.length > 0)
    .sort((a, b) => b.election.at - a.election.at)
    .map(({ election: { id, office, number, seats, stage }, standing }) => {
      const members = new Set(standing.map(({ member }) => member))
      return {
        ...{ id, number, seats, standing: members.size },
        office: org.elections.offices.get(office)?.title ?? '',
        won: 'winners' in stage ? stage.winners.filter((member) => members.has(member)).length : null,
        votes: firstChoices(org, id, new Set([...members].map((member) => idAt(org.members, member)))),
      }
    })
}

/** How many of the ballots of a closed election put these members first, and no others beside them; null while it is open. */
function firstChoices({ voting }: Org, election: string, members: ReadonlySet<string>) {
  const vote = voting.votes.get(voteIdFor({ kind: 'election', id: election }))
  if (vote?.status !== 'closed' || vote.ranked === undefined || vote.papers === undefined) return null
  const { candidates } = vote.ranked
  const isFirst = (packed: string): boolean => {
    const first = firstRank(packed)
    return first.length > 0 && first.every((place) => members.has(candidates[place] ?? ''))
  }
  const sum = (papers: typeof vote.papers): number => papers.reduce((total, [, voters]) => total + voters, 0)
  return { first: sum(vote.papers.filter(([packed]) => isFirst(packed))), ballots: sum(vote.papers) }
}
