import { hasBit } from '#kernel/bitmap'
import { indexOf } from '#modules/members/core'
import { read } from '#views/read.server.ts'
import { requireMember } from '../shared/session.server.ts'
import type { PageServerLoad } from './$types.js'

/** The votes that are open, those that close first at the top. */
export const load: PageServerLoad = async (event) => {
  const member = requireMember(event)
  const open = await read(event, (org) => {
    const voter = indexOf(org.members, member)
    return [...org.voting.votes.values()].flatMap((vote) => {
      const motion = org.motions.motions.get(vote.subject.id)
      if (vote.status !== 'open' || motion === undefined) return []
      const { id, subject, closes, onRoll, ballots } = vote
      const { number, title } = motion
      const isOnRoll = hasBit(onRoll, voter)
      return [{ id, kind: subject.kind, closes, number, title, isOnRoll, hasVoted: ballots.has(voter) }]
    })
  })
  return { open: open.sort((a, b) => a.closes - b.closes) }
}
