import { caseOfRound } from '#modules/discipline/core'
import type { Org } from '#organization'

/** The page of a vote: that of the election, recall or case that it decides, or one of its own. */
export function votePath({ voting, cases }: Pick<Org, 'voting' | 'cases'>, vote: string): string {
  const subject = voting.votes.get(vote)?.subject
  if (subject?.kind === 'election') return `/elections/${subject.id}`
  if (subject?.kind === 'recall') return `/recalls/${subject.id}`
  const found = subject?.kind === 'case' ? caseOfRound({ cases }, subject.id) : undefined
  return found === undefined ? `/votes/${vote}` : `/cases/${found.id}`
}
