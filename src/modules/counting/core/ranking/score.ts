import type { RankedBallots } from '../ballots.ts'
import type { Lot } from '../lots.ts'
import type { CountResult } from '../result.ts'
import { fillSeats, standingIn } from './fill-seats.ts'
import { AS_WRITTEN, rankByPoints } from './points.ts'

/** Ballots that give points: candidate `c` on paper `i` gets `scores[i * candidates + c]` from each of `weights[i]` voters. */
export interface ScoreBallots extends Omit<RankedBallots, 'starts' | 'marks'> {
  readonly scores: Uint16Array
}

/** Counts points: the candidates with the largest sums are elected. Who gets no points from a ballot gets 0 there. */
export function countScore(ballots: ScoreBallots, lot?: Lot): CountResult {
  const size = ballots.candidates.length
  const points = ballots.candidates.map((_, candidate) =>
    ballots.weights.reduce((sum, voters, i) => sum + voters * ballots.scores[i * size + candidate]!, 0),
  )
  const contest = { ballots, options: AS_WRITTEN, lot }
  return fillSeats(contest, 'score', { ranking: rankByPoints(points, standingIn(contest)), points })
}
