import { isRefusal, type Refusal } from '#kernel/refusal'
import { decodeTextFile } from '#kernel/text-file'
import { rankedBallots, type BallotLines, type RankedBallots } from '../ballots.ts'
import { faultOfText, faultOnLine } from './fault.ts'
import { MOST_BALLOTS } from './limits.ts'

/** A line that says something; 1 is the first. */
export interface Line {
  readonly line: number
  readonly text: string
}

/** The text of a file; or why it has none. */
export function textOf(bytes: Uint8Array): string | Refusal {
  const text = decodeTextFile(bytes)
  if (typeof text !== 'string') return faultOfText(text)
  return text.trim() === '' ? faultOnLine('ballots-empty', 1) : text
}

/** The lines of a file that say something; or why it is none. */
export function linesOf(bytes: Uint8Array): readonly Line[] | Refusal {
  const text = textOf(bytes)
  if (isRefusal(text)) return text
  return text
    .split('\n')
    .map((each, i) => ({ line: i + 1, text: each.trim() }))
    .filter((each) => each.text !== '')
}

/** Makes ballots of lines, if they stand for as many as can be counted. */
export function ballotsOf(lines: BallotLines, last: number): RankedBallots | Refusal {
  const voters = lines.lines.reduce((sum, [weight]) => sum + weight, 0)
  return voters > MOST_BALLOTS
    ? faultOnLine('ballots-too-many', last, { most: MOST_BALLOTS })
    : rankedBallots(lines)
}
