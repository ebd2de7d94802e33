import { describe, expect, it } from 'vitest'
import { conformance, HAS_VOTING_DATA, readBallots, readJson } from '../../../../test/kit/voting-data.ts'
import { votersOf } from './ballots.ts'
import { unitsOf } from './decimals.ts'
import { countBy, STAGED_METHODS } from './methods.ts'
import type { CountResult } from './result.ts'

/** What two independent counts of github.com/mggg/scot-elex agree on, candidates numbered from 1. */
interface Ward {
  readonly ballots: number
  readonly quota: number
  readonly scottish_order: readonly number[]
  readonly stages_1e5: readonly (readonly number[])[]
}

// Two candidates reach the quota at the same stage with the same votes. Rule 49 passes on the surplus of the one who had
// more at the stage before first; the expected order has them by number.
const BY_NUMBER = 'renfrewshire_2017_ward3.blt'

describe.skipIf(!HAS_VOTING_DATA)(conformance('all 753 Scottish wards from 2007 to 2021'), () => {
  const wards = HAS_VOTING_DATA
    ? Object.entries(readJson('scottish/expected.json') as Record<string, Ward>)
    : []

  it('elects the same, in the same order, with the same votes at every stage', () => {
    let [ballots, stages] = [0, 0]
    for (const [name, ward] of wards) {
      const papers = readBallots(`scottish/blt/${name}`)
      const result = countBy(STAGED_METHODS['scottish-stv'], papers, {}) as CountResult
      const order = result.winners.map((winner) => winner + 1)
      const votes = result.stages.map((stage) => stage.votes.map((of) => Number(unitsOf(of))))
      const expected = name === BY_NUMBER ? [8, 6, 1] : ward.scottish_order
      expect([name, order, votes, Number(unitsOf(result.quota ?? '0'))]).toEqual([
        name,
        expected,
        ward.stages_1e5,
        ward.quota * 100_000,
      ])
      expect([name, result.status, votersOf(papers)]).toEqual([name, 'decided', ward.ballots])
      ballots += result.ballots
      stages += votes.length
    }
    expect([wards.length, ballots, stages]).toEqual([753, 3_747_581, 4_857])
  })
})
