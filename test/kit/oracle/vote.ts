import { fromBase64 } from '#kernel/bytes'
import { numberIn, textsIn, valueIn, type Logged } from './log.ts'

// What the ballots and papers of a secret vote on a measure say.

/**
 * Why a vote on a measure did not adopt it: it was not secret, fewer than a twentieth of the roll took part, or fewer were for it than
 * more than half of yes and no; than two thirds, where a member is to be expelled, or loses something before a finding.
 */
export function breachOfVote(
  open: Logged,
  close: Logged | undefined,
  needsTwoThirds: boolean,
): string | undefined {
  if (close === undefined) return 'no vote was closed'
  const board = [
    ...textsIn(close.body, 'secret', 'board').map((ballot) => letterIn(ballot, ON_BALLOT)),
    ...textsIn(close.body, 'secret', 'paper').map((paper) => letterIn(paper, 0)),
  ]
  if (valueIn(open.body, 'secret') === undefined) return 'the vote was not secret'
  const [yes, no] = ['y', 'n'].map((letter) => board.filter((each) => each === letter).length)
  if (yes === undefined || no === undefined || yes + no === 0) return 'nobody voted'
  const enough = needsTwoThirds ? yes * 3 >= (yes + no) * 2 : yes > no
  if (!enough) return `${yes} yes, ${no} no`
  return board.length * 20 >= numberIn(open.body, 'roll', 'size') ? undefined : 'too few voted'
}

/** On a secret ballot the answer to its one question follows one byte of version, 32 of key and four of number; on paper it stands alone. */
const ON_BALLOT = 37

function letterIn(ballot: string, place: number): string {
  return String.fromCharCode(fromBase64(ballot)?.[place] ?? 0)
}
