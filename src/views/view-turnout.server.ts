import { oncePerEntry } from './once.server.ts'

const SHOWN = 24

/** A vote of the whole organization that has closed: when, how many could vote, and how many did. */
export interface Turnout {
  readonly at: number
  readonly roll: number
  readonly took: number
}

/** How many could vote and did in the last votes of the whole organization, the oldest first. */
export const turnoutOf = oncePerEntry((org): readonly Turnout[] => {
  const root = org.units.organization.get()?.root
  return [...org.voting.votes.values()]
    .flatMap((vote) => {
      if (vote.status !== 'closed' || vote.unit !== root) return []
      const [first] = vote.results
      if (first === undefined) return []
      const { yes, no, abstain } = first.tally
      return [{ at: vote.closedAt, roll: vote.roll.size, took: yes + no + abstain }]
    })
    .sort((a, b) => a.at - b.at)
    .slice(-SHOWN)
})
