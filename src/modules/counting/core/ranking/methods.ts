import { SAME_RANK } from '../ballots.ts'
import type { Contest } from '../ledger.ts'
import type { MethodRule, OptionChoices } from '../methods.ts'
import { readPapers } from '../papers.ts'
import type { CountResult, Method } from '../result.ts'
import { comparePairs, type Pairs } from './compare-pairs.ts'
import { fillSeats, rowsOf, standingIn } from './fill-seats.ts'
import { AS_WRITTEN, rankByPoints } from './points.ts'
import { rankByRankedPairs } from './ranked-pairs.ts'
import { rankBySchulze } from './schulze.ts'

type Rank = (pairs: Pairs, standing: readonly number[]) => readonly (readonly number[])[]

const READING: OptionChoices = {
  equalRankings: ['equal', 'exhaust', 'skip'],
  duplicates: ['skip', 'exhaust'],
}
const PAIRWISE: OptionChoices = { ...READING, unranked: ['last', 'no-opinion'] }

/** Methods that put all candidates into an order at once. */
export const RANKING_METHODS = {
  schulze: {
    count: (contest) => countPairs(contest, 'schulze', rankBySchulze),
    defaults: AS_WRITTEN,
    choices: PAIRWISE,
    oneSeat: false,
  },
  'ranked-pairs': {
    count: (contest) => countPairs(contest, 'ranked-pairs', rankByRankedPairs),
    defaults: AS_WRITTEN,
    choices: PAIRWISE,
    oneSeat: false,
  },
  approval: { count: countApproval, defaults: AS_WRITTEN, choices: READING, oneSeat: false },
} as const satisfies Partial<Record<Method, MethodRule>>

function countPairs(contest: Contest, method: Method, rank: Rank): CountResult {
  const { ballots, options } = contest
  const pairs = comparePairs(readPapers(ballots, options), ballots.candidates.length, options.unranked)
  const ranking = rank(pairs, standingIn(contest))
  return fillSeats(contest, method, { ranking, pairs: rowsOf(pairs) })
}

/** A paper approves of everybody whom it names, in whatever order. */
function countApproval(contest: Contest): CountResult {
  const { choices, starts, voters } = readPapers(contest.ballots, contest.options)
  const points = contest.ballots.candidates.map(() => 0)
  for (let paper = 0; paper < voters.length; paper++)
    for (let i = starts[paper]!; i < starts[paper + 1]!; i++)
      points[choices[i]! & ~SAME_RANK]! += voters[paper]!
  return fillSeats(contest, 'approval', { ranking: rankByPoints(points, standingIn(contest)), points })
}
