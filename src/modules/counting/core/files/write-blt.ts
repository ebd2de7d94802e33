import { SAME_RANK, SKIPPED, UNREADABLE, type RankedBallots } from '../ballots.ts'

const NOBODY = new Set([SKIPPED, UNREADABLE])

/**
 * Writes ballots as BLT, for a recount by another program. A rank that nobody could read is written as one left empty:
 * BLT has no sign for it.
 */
export function writeBlt(ballots: RankedBallots): string {
  const { candidates, withdrawn, tieOrder, seats, title, weights } = ballots
  const numbers = (list: readonly number[]): string => list.map((candidate) => candidate + 1).join(' ')
  const lines = [
    `${candidates.length} ${seats}`,
    ...(tieOrder === undefined ? [] : [`[tie ${numbers(tieOrder)}]`]),
    ...(withdrawn.length === 0 ? [] : [withdrawn.map((candidate) => `-${candidate + 1}`).join(' ')]),
    ...Array.from(weights, (weight, i) => `${weight}${marksOf(ballots, i)} 0`),
    '0',
    ...[...candidates, title].map((name) => `"${onOneLine(name)}"`),
  ]
  return `${lines.join('\n')}\n`
}

function marksOf({ starts, marks }: RankedBallots, paper: number): string {
  let text = ''
  for (let i = starts[paper]!; i < starts[paper + 1]!; i++) {
    const mark = marks[i]! & ~SAME_RANK
    text += `${marks[i]! >= SAME_RANK ? '=' : ' '}${NOBODY.has(mark) ? '-' : mark}`
  }
  return text
}

/** Quotation marks stay as they are: BLT has no way to mask them, and readers take the outermost. */
function onOneLine(name: string): string {
  return name.replace(/[\r\n]+/g, ' ')
}
