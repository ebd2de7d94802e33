import * as fs from 'node:fs'
import * as path from 'node:path'
import { describe, expect, test } from 'vitest'
import { isRefusal } from '#kernel/refusal'
import {
  conformance,
  HAS_VOTING_DATA,
  readBallots,
  readJson,
  VOTING_DATA,
} from '../../../../../test/kit/voting-data.ts'
import type { RankedBallots } from '../ballots.ts'
import { readBallots as readAny } from '../files/read-ballots.ts'
import { countBy } from '../methods.ts'
import type { CountOptions, CountResult } from '../result.ts'
import { countWithDefault } from './default-option.ts'
import { DEBIAN_LEADER } from './debian.ts'
import { RANKING_METHODS } from './methods.ts'

function count(method: 'schulze' | 'ranked-pairs', ballots: RankedBallots): CountResult {
  const result = countBy(RANKING_METHODS[method], ballots, {})
  if (isRefusal(result)) throw new Error(JSON.stringify(result))
  return result
}

/** Candidates from 1, as the published counts number them. */
function fromOne({ ranking = [] }: CountResult): readonly (readonly number[])[] {
  return ranking.map((tier) => tier.map((candidate) => candidate + 1))
}

interface Ward {
  readonly smith: readonly number[]
  readonly schulze_winning_votes: readonly (readonly number[])[]
}

interface RealCount {
  readonly schulzeOwn: readonly (readonly number[])[]
  readonly rankedPairsVotesNpm: readonly (readonly number[])[]
  readonly pairwise?: readonly (readonly number[])[]
}

describe.skipIf(!HAS_VOTING_DATA)(conformance('published counts by pairs'), () => {
  test('753 Scottish wards: every order by Schulze, and ranked pairs elect from the Smith set', () => {
    const wards = Object.entries(readJson('scottish/expected.json') as Readonly<Record<string, Ward>>)
    expect(wards).toHaveLength(753)
    for (const [file, expected] of wards) {
      const ballots = { ...readBallots(`scottish/blt/${file}`), seats: 1 }
      expect([file, fromOne(count('schulze', ballots))]).toEqual([file, expected.schulze_winning_votes])
      const [first = []] = fromOne(count('ranked-pairs', ballots))
      expect([file, first.filter((each) => !expected.smith.includes(each))]).toEqual([file, []])
    }
  })

  test.each(['condorcet/burlington_2009_mayor.blt', 'rctab/minneapolis_2013_mayor.blt'])('%s', (file) => {
    const all = readJson('condorcet/real_pairwise_schulze.json') as Readonly<Record<string, RealCount>>
    const expected = all[path.basename(file)]
    const ballots = readBallots(file)
    const schulze = count('schulze', ballots)
    expect(fromOne(schulze)).toEqual(expected?.schulzeOwn)
    expect(fromOne(count('ranked-pairs', ballots))).toEqual(expected?.rankedPairsVotesNpm)
    if (expected?.pairwise !== undefined) expect(schulze.pairs).toEqual(expected.pairwise)
  })

  test('Burlington 2009: whom instant runoff did not elect beats everybody', () => {
    const { winners, candidates } = count('schulze', readBallots('condorcet/burlington_2009_mayor.blt'))
    expect(winners.map((winner) => candidates[winner])).toEqual(['Andy Montroll'])
  })

  // 972 developers by the secretary’s mail of April 2006 (lists.debian.org/debian-vote/2006/04/msg00000.html). For 2007 no source was at
  // hand: only the quorum (three times half the root, some 48 votes) reads the number, and 482 voted. Official winners: Towns, Hocevar.
  test.each<
    [
      year: number,
      roll: number,
      unranked: CountOptions['unranked'],
      winner: string,
      dropped: readonly number[],
    ]
  >([
    [2006, 972, 'last', 'Anthony Towns', [1, 5]],
    [2006, 972, 'no-opinion', 'Steve McIntyre', [1, 5]],
    [2007, 1000, 'last', 'Sam Hocevar', [1, 7]],
  ])(
    'Debian elects its leader, %i (%i developers, unranked %s): %s',
    (year, roll, unranked, winner, dropped) => {
      const ballots = readAny(fs.readFileSync(path.join(VOTING_DATA, `condorcet/leader${year}_tally.txt`)))
      if (isRefusal(ballots)) throw new Error(JSON.stringify(ballots))
      const options = { ...RANKING_METHODS.schulze.defaults, unranked }
      const count = countWithDefault({ ballots, options }, DEBIAN_LEADER, roll)
      expect(count.result.winners.map((each) => ballots.candidates[each])).toEqual([winner])
      expect(count.dropped.map(({ option }) => option)).toEqual(dropped)
    },
  )
})
