import * as fs from 'node:fs'
import * as path from 'node:path'
import { describe, expect, it } from 'vitest'
import { conformance, HAS_VOTING_DATA, readBallots, VOTING_DATA } from '../../../../test/kit/voting-data.ts'
import { countBy, STAGED_METHODS } from './methods.ts'
import type { CountResult, Stage } from './result.ts'

// Transcripts of stv-rs (github.com/gendx/stv-rs), Meek with nine digits cut off where the PRF rule rounds up: the last
// two digits may differ. `equalize` counts a shared rank as every order of it and is no rule here, but where papers
// with shared ranks would get stuck without it, its transcript is what passing on comes to.
const LAST_DIGITS = 2e-8

/** Transcript, ballots, rounds. */
const TRANSCRIPTS = [
  ['meek-equal_preference/always_behind.fixed9', 'ballots-equal_preference/always_behind', 2],
  ['meek-equal_preference/equal_preference.fixed9', 'ballots-equal_preference/equal_preference', 2],
  [
    'meek-equal_preference/equal_preference_droop.fixed9',
    'ballots-equal_preference/equal_preference_droop',
    2,
  ],
  [
    'meek-equal_preference/equal_preference_equalize.fixed9',
    'ballots-equal_preference/equal_preference_equalize',
    2,
  ],
  ['meek-negative_surplus/below_quota.fixed9', 'ballots-negative_surplus/below_quota', 2],
  ['meek-recursive_descent/transfer.fixed9', 'ballots-recursive_descent/transfer', 3],
  [
    'meek-recursive_descent/transfer_is_blocked.equalize.fixed9',
    'ballots-recursive_descent/transfer_is_blocked',
    3,
  ],
  ['meek-ties/tie_break_explicit.fixed9', 'ballots-ties/tie_break_explicit', 2],
  ['meek-ties/tie_break_implicit.fixed9', 'ballots-ties/tie_break_implicit', 2],
  ['vegetables.fixed9', 'vegetables', 5],
  ['vegetables.approx', 'vegetables', 5],
] as const

/** The votes that the first election or exclusion of each round shows, by name. */
function roundsOf(text: string): readonly ReadonlyMap<string, number>[] {
  return text
    .split(/\nRound \d+:\n/)
    .slice(1)
    .map((round) => {
      const [, lines = ''] = /Action: (?:Elect|Defeat)[^\n]*\n((?:\t[^\n]*\n)+)/.exec(round) ?? []
      const shown = lines.matchAll(/(?:Elected|Hopeful|Defeated): +(.*?) \(([\d.]+)\)/g)
      return new Map(
        [...shown].flatMap(([, names = '', votes]) =>
          names.split(', ').map((name) => [name, Number(votes)] as const),
        ),
      )
    })
}

function electedIn(text: string): readonly string[] {
  const end = text.slice(text.indexOf('Action: Count Complete'))
  return [...end.matchAll(/Elected: +(.*?) \(/g)].map(([, name = '']) => name).sort()
}

function votesOf({ votes }: Stage, names: readonly string[]): ReadonlyMap<string, number> {
  return new Map(votes.map((of, candidate) => [names[candidate]!, Number(of)]))
}

describe.skipIf(!HAS_VOTING_DATA)(conformance('the transcripts of stv-rs'), () => {
  it.each(TRANSCRIPTS)('%s', (transcript, file, rounds) => {
    const text = fs.readFileSync(path.join(VOTING_DATA, `stv-rs-meek/${transcript}.log`), 'utf8')
    const ballots = readBallots(`stv-rs-meek/${file}.blt`)
    const ordered = { tieOrder: [...ballots.candidates.keys()], ...ballots }
    const result = countBy(STAGED_METHODS['meek-prf'], ordered, {}) as CountResult
    expect(result.winners.map((winner) => ballots.candidates[winner]).sort()).toEqual(electedIn(text))
    const expected = roundsOf(text)
    expect(expected.length).toBe(rounds)
    for (const [i, round] of expected.entries()) {
      const own = votesOf(result.stages[i]!, ballots.candidates)
      for (const [name, votes] of round)
        expect([i, name, Math.abs(own.get(name)! - votes)]).toEqual([i, name, near()])
    }
  })
})

function near(): unknown {
  return expect.toSatisfy((difference: number) => difference <= LAST_DIGITS)
}
