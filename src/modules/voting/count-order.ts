import type { CountResult } from '#modules/counting/core'
import type { RankedQuestion } from './core/index.ts'

/** What the thread of a count is given. Packed ballots go between threads as a few long texts: a hundred thousand short ones would take long. */
export interface CountOrder {
  readonly question: RankedQuestion
  readonly ballots: readonly string[]
}

/** What it answers: the papers (ranks in pieces as above, and how many gave each), the count, and their hashes. */
export interface CountAnswer {
  readonly ranks: readonly string[]
  readonly voters: Float64Array
  readonly papersDigest: string
  readonly result: CountResult
  readonly resultDigest: string
}

/** Between two ballots of a text. */
export const SEPARATOR = '\n'

const PIECE = 20_000

/** Ballots in texts of some milliseconds of work each, so that a thread that answers requests can give way between them. */
export function* joinBallots(ballots: Iterable<string>): Generator<string> {
  let piece: string[] = []
  for (const ballot of ballots) {
    piece.push(ballot)
    if (piece.length < PIECE) continue
    yield piece.join(SEPARATOR)
    piece = []
  }
  if (piece.length > 0) yield piece.join(SEPARATOR)
}
