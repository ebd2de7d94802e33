import type { Votes } from '#modules/counting/core'

/** Votes as a reader wants them: two digits tell enough; all of them stand in the count itself. */
export function shortVotes(votes: Votes): string {
  return votes.replace(/(\.\d\d)\d+$/, '$1').replace(/\.?0+$/, (end) => (end.startsWith('.') ? '' : end))
}

/** Votes as arithmetic needs them: all digits that decide, up to nine; of more the first nine and an ellipsis. */
export function exactVotes(votes: Votes): string {
  const [whole = '', digits = ''] = votes.split('.')
  const kept = digits.slice(0, 9).replace(/0+$/, '')
  const isCut = /[1-9]/.test(digits.slice(9))
  return kept === '' && !isCut ? whole : `${whole}.${isCut ? `${digits.slice(0, 9)}…` : kept}`
}
