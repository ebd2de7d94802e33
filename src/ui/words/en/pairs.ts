import { count } from './common.ts'

export const pairs = {
  title: 'Who wins against whom',
  lead: 'Read a row from the left: how many ballots rank this candidate above the one of the column, and how many the other way round. Victories are in bold. Ballots that rank neither, or both alike, are in neither number.',
  candidate: 'Candidate',
  against: (name: string) => `against ${name}`,
  victories: 'Victories',
  fields: { won: 'wins', lost: 'loses', even: 'even' },
  order: 'The order that follows',
  alike: (names: readonly string[]) => `${names.join(', ')} (alike)`,
}

/** Whether somebody wins against everybody, in a sentence. */
export function sayWinner(best: string | undefined, others: number): string {
  return best === undefined
    ? 'Nobody wins against all others, so how strong the victories are decides, as the method says.'
    : `${best} wins against ${others === 1 ? 'the other candidate' : `each of the other ${count(others, 'candidate', 'candidates')}`}.`
}
