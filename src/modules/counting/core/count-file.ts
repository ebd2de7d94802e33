import { isRefusal, type Refusal } from '#kernel/refusal'
import { METHODS } from './all-methods.ts'
import { SAME_RANK, type RankedBallots } from './ballots.ts'
import { formatOf, readBallots } from './files/read-ballots.ts'
import { readScoresCsv } from './files/read-scores-csv.ts'
import { countBy, type CountChoice } from './methods.ts'
import { countWithDefault, type DefaultOptionRule, type Dropped } from './ranking/default-option.ts'
import { countScore, type ScoreBallots } from './ranking/score.ts'
import type { CountResult, Method } from './result.ts'

/** How a file is to be counted. */
export interface FileChoice extends CountChoice {
  readonly method: Method
  /** How many are to be elected, where the file shall not say it. */
  readonly seats?: number | undefined
  /** A rule with a default option, for Schulze's method, and how many could vote. */
  readonly withDefault?: { readonly rule: DefaultOptionRule; readonly roll: number } | undefined
}

/** A count with the title that the file has. */
export interface FileCount {
  readonly title: string
  readonly result: CountResult
  /** Options that a rule with a default option dropped. */
  readonly dropped?: readonly Dropped[]
}

/** Counts the ballots of a file in any format that can be read, or says why not. */
export function countFile(
  bytes: Uint8Array,
  { method, seats, withDefault, ...choice }: FileChoice,
): FileCount | Refusal {
  if (method === 'score') {
    const ballots = readScoresCsv(bytes)
    if (isRefusal(ballots)) return ballots
    return { title: ballots.title, result: countScore(seated(ballots, seats), choice.lot) }
  }
  const ballots = method === 'approval' ? readApprovals(bytes) : readBallots(bytes)
  if (isRefusal(ballots)) return ballots
  if (withDefault !== undefined) {
    const options = { ...METHODS.schulze.defaults, ...choice.options }
    const contest = { ballots: seated(ballots, seats), options, lot: choice.lot }
    return { title: ballots.title, ...countWithDefault(contest, withDefault.rule, withDefault.roll) }
  }
  const result = countBy(METHODS[method], seated(ballots, seats), choice)
  return isRefusal(result) ? result : { title: ballots.title, result }
}

function seated<Ballots extends Pick<RankedBallots, 'seats'>>(
  ballots: Ballots,
  seats: number | undefined,
): Ballots {
  return seats === undefined ? ballots : { ...ballots, seats }
}

/** Ballots that approve: whom a ranked ballot names, or, in a CSV of zeros and ones, whom it gives more than 0. */
function readApprovals(bytes: Uint8Array): RankedBallots | Refusal {
  const ranked = readBallots(bytes)
  if (!isRefusal(ranked) || formatOf(bytes) !== 'csv') return ranked
  const scores = readScoresCsv(bytes)
  return isRefusal(scores) ? ranked : approvalsOf(scores)
}

function approvalsOf({ scores, ...rest }: ScoreBallots): RankedBallots {
  const size = rest.candidates.length
  const starts = new Uint32Array(rest.weights.length + 1)
  const marks: number[] = []
  for (let paper = 0; paper < rest.weights.length; paper++) {
    for (let candidate = 0; candidate < size; candidate++) {
      if (scores[paper * size + candidate] === 0) continue
      const isFirst = marks.length === starts[paper]
      marks.push(isFirst ? candidate + 1 : (candidate + 1) | SAME_RANK)
    }
    starts[paper + 1] = marks.length
  }
  return { ...rest, starts, marks: Uint16Array.from(marks) }
}
