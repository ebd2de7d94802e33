import { hasBit } from '#kernel/bitmap'
import { indexOf } from '#modules/members/core'
import { read } from '#views/read.server.ts'
import { officeOfVote } from '#views/view-home.server.ts'
import { requireMember } from '../shared/session.server.ts'
import type { PageServerLoad } from './$types.js'

/** The votes that are open, those that close first at the top. */
export const load: PageServerLoad = async (event) => {
  const member = requireMember(event)
  const open = await read(event, (org) => {
    const voter = indexOf(org.members, member)
    return [...org.voting.votes.values()].flatMap((vote) => {
      if (vote.status !== 'open') return []
      const { id, subject, closes, onRoll, ballots } = vote
      const [motion, office] = [org.motions.motions.get(subject.id), officeOfVote(org, vote)]
      const about =
        motion === undefined ? office : { kind: subject.kind, number: motion.number, title: motion.title }
      const mine = { isOnRoll: hasBit(onRoll, voter), hasVoted: ballots.has(voter) }
      return about === undefined ? [] : [{ vote: id, closes, about, ...mine }]
    })
  })
  return { open: open.sort((a, b) => a.closes - b.closes) }
}
