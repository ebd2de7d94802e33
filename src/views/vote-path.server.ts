import type { Org } from '#organization'

/** The page of a vote: that of the election or recall that it decides, or one of its own. */
export function votePath({ voting }: Pick<Org, 'voting'>, vote: string): string {
  const subject = voting.votes.get(vote)?.subject
  if (subject?.kind === 'election') return `/elections/${subject.id}`
  return subject?.kind === 'recall' ? `/recalls/${subject.id}` : `/votes/${vote}`
}
