import { SAME_RANK, SKIPPED, UNREADABLE, type RankedBallots } from '../ballots.ts'

/**
 * Writes ballots as CSV: a column for how many voters a row stands for, then one for each candidate with their rank (several
 * with a blank between, where a ballot ranks somebody several times).
 */
export function writeRankingsCsv(ballots: RankedBallots): string {
  const { candidates, weights } = ballots
  const rows = Array.from(weights, (weight, i) => [String(weight), ...ranksOf(ballots, i)])
  return [['ballots', ...candidates], ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('')
}

function ranksOf({ candidates, starts, marks }: RankedBallots, paper: number): readonly string[] {
  const ranks = candidates.map((): number[] => [])
  let rank = 0
  for (let i = starts[paper]!; i < starts[paper + 1]!; i++) {
    const mark = marks[i]! & ~SAME_RANK
    if (marks[i]! < SAME_RANK) rank++
    if (mark !== SKIPPED && mark !== UNREADABLE) ranks[mark - 1]?.push(rank)
  }
  return ranks.map((each) => each.join(' '))
}

/** RFC 4180: quotation marks around what would be read otherwise. */
function field(text: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
