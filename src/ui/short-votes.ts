import type { Votes } from '#modules/counting/core'

/** Votes as a reader wants them: two digits tell enough; all of them stand in the count itself. */
export function shortVotes(votes: Votes): string {
  return votes.replace(/(\.\d\d)\d+$/, '$1').replace(/\.?0+$/, (end) => (end.startsWith('.') ? '' : end))
}
