import * as fs from 'node:fs'
import * as path from 'node:path'
import { describe, expect, it } from 'vitest'
import { conformance, HAS_VOTING_DATA, readJson, VOTING_DATA } from '../../../../test/kit/voting-data.ts'
import { rankedBallots, SAME_RANK, SKIPPED, UNREADABLE, type Rank, type RankedBallots } from './ballots.ts'
import { countBy, STAGED_METHODS } from './methods.ts'
import type { CountOptions, CountResult } from './result.ts'

/** A test set of RCTab 2.0 (github.com/BrightSpots/rcv) in the neutral form of the data folder. */
interface TestSet {
  readonly rules: Readonly<Record<string, string | boolean>>
  readonly labels: Readonly<Record<string, string | boolean>>
  readonly candidates: readonly {
    readonly name: string
    readonly excluded: boolean
    readonly aliases?: readonly string[]
  }[]
  readonly ballots: readonly {
    readonly n: number
    readonly ranks: readonly (string | readonly string[] | null)[]
  }[]
  readonly expected: Readonly<Record<string, { readonly results: readonly Round[] }>>
}
interface Round {
  readonly tally: Readonly<Record<string, string>>
  readonly tallyResults: readonly { readonly elected?: string; readonly eliminated?: string }[]
  readonly threshold: string
}

// No rule here shares out seats by a percentage, or by whole quotas with four digits or one winner a round.
const OTHER_RULES = /^(conversions_from|multi_seat_bottoms_up|test_set_multi_winner|test_set_allow_only_one)/

const OVERVOTES: Readonly<Record<string, CountOptions['equalRankings']>> = {
  exhaustImmediately: 'exhaust',
  alwaysSkipToNextRank: 'skip',
  exhaustIfMultipleContinuing: 'one-continuing',
}

function optionsOf({ rules }: TestSet): Partial<CountOptions> {
  return {
    equalRankings: OVERVOTES[String(rules['overvoteRule'])] ?? 'exhaust',
    skippedRanks: Number(rules['maxSkippedRanksAllowed']),
    duplicates: rules['exhaustOnDuplicateCandidate'] === true ? 'exhaust' : 'skip',
    exclusions: rules['batchElimination'] === true ? 'batch' : 'single',
    until: rules['continueUntilTwoCandidatesRemain'] === true ? 'two-left' : 'majority',
    ties: 'lot',
  }
}

const WRITE_INS = 'Undeclared Write-ins'

/**
 * The ballots of a set, without those who have won before (for one seat after the other). Write-ins that nobody declared
 * are excluded by RCTab at once and cannot win: here they are withdrawn, so its rounds are the same from then on.
 */
function ballotsOf(set: TestSet, rounds: readonly Round[], won: readonly string[]): RankedBallots {
  const candidates = [...set.candidates.map(({ name }) => name), WRITE_INS]
  const numbers = new Map(candidates.map((name, i) => [name, i]))
  for (const [i, { aliases = [] }] of set.candidates.entries())
    for (const alias of aliases) numbers.set(alias, i)
  const { overvoteLabel, skippedRankLabel, undeclaredWriteInLabel, overvoteDelimiter } = set.labels
  if (typeof undeclaredWriteInLabel === 'string') numbers.set(undeclaredWriteInLabel, candidates.length - 1)

  function rankOf(rank: string | readonly string[] | null): Rank {
    if (rank === null)
      return set.labels['treatBlankAsUndeclaredWriteIn'] === true ? candidates.length - 1 : null
    if (rank === skippedRankLabel && rank !== '') return null
    if (rank === overvoteLabel && rank !== '') return UNREADABLE - 1
    const names = typeof rank === 'string' ? split(rank, overvoteDelimiter) : rank
    const ranked = names.map((name) => numbers.get(name.trim()) ?? expect.unreachable(name))
    return ranked.length === 1 ? ranked[0]! : ranked
  }

  const gone = [
    WRITE_INS,
    ...won,
    ...set.candidates.filter(({ excluded }) => excluded).map(({ name }) => name),
  ]
  return rankedBallots({
    candidates,
    withdrawn: gone.map((name) => numbers.get(name)!),
    seats: set.rules['winnerElectionMode'] === 'multiPassIrv' ? 1 : Number(set.rules['numberOfWinners']),
    lines: set.ballots.map(({ n, ranks }) => [n, ranks.map(rankOf)]),
    tieOrder: tieOrder(set, rounds, numbers),
  })
}

function split(rank: string, delimiter: string | boolean | undefined): readonly string[] {
  return typeof delimiter === 'string' && delimiter !== '' ? rank.split(delimiter) : [rank]
}

/** RCTab excludes from the end of its order. What it drew by its own random numbers is read off its report. */
function tieOrder(
  set: TestSet,
  rounds: readonly Round[],
  numbers: ReadonlyMap<string, number>,
): readonly number[] {
  const behind = [...set.candidates.keys(), set.candidates.length].reverse()
  if (set.rules['tiebreakMode'] === 'useCandidateOrder') return behind
  const all = rounds.flatMap(({ tallyResults }) => tallyResults)
  const numbersOf = (names: readonly (string | undefined)[]) =>
    names.flatMap((name) => (name === undefined ? [] : (numbers.get(name) ?? [])))
  const [lost, won] = [numbersOf(all.map((of) => of.eliminated)), numbersOf(all.map((of) => of.elected))]
  return [...new Set([...lost, ...behind.filter((candidate) => !won.includes(candidate)), ...won])]
}

/** The votes of all in the count at each stage: who they are tells which of RCTab's rounds it is. */
function tallies({ stages, candidates, withdrawn }: CountResult): ReadonlyMap<string, unknown> {
  const gone = new Set(withdrawn)
  return new Map(
    stages.map(({ cause, votes }) => {
      if (cause.kind === 'exclusion') for (const candidate of cause.candidates) gone.add(candidate)
      const left = [...candidates.entries()].filter(([candidate]) => !gone.has(candidate))
      const tally = Object.fromEntries(
        left.map(([candidate, name]) => [name, String(Number(votes[candidate]))]),
      )
      return [key(tally), tally]
    }),
  )
}

function key(tally: Readonly<Record<string, string>>): string {
  return Object.keys(tally)
    .filter((name) => name !== WRITE_INS || tally[name] !== '0')
    .sort()
    .join('|')
}

function setsOfRules(): readonly string[] {
  const files = fs.readdirSync(path.join(VOTING_DATA, 'rctab')).filter((file) => file.endsWith('.json'))
  return files.filter((file) => !OTHER_RULES.test(file)).sort()
}

describe.skipIf(!HAS_VOTING_DATA)(conformance('the test sets of RCTab'), () => {
  const sets = HAS_VOTING_DATA ? setsOfRules() : []
  let [voters, counts, compared] = [0, 0, 0]

  it.each(sets)('%s', (file) => {
    const set = readJson(`rctab/${file}`) as TestSet
    const won: string[] = []
    for (const { results } of Object.values(set.expected)) {
      const ballots = ballotsOf(set, results, won)
      const method = ballots.seats === 1 ? 'irv' : 'wigm-prf'
      const options = method === 'irv' ? optionsOf(set) : {}
      const result = countBy(STAGED_METHODS[method], ballots, { options }) as CountResult
      const own = tallies(result)
      for (const { tally } of results) {
        if (WRITE_INS in tally && tally[WRITE_INS] !== '0') continue
        const { [WRITE_INS]: _, ...counted } = tally
        expect([tally, own.get(key(tally))]).toEqual([tally, counted])
        compared++
      }
      const elected = results.flatMap(({ tallyResults }) =>
        tallyResults.flatMap(({ elected: name }) => name ?? []),
      )
      // One set stops before anybody has won.
      const winners = elected.length === 0 ? [] : result.winners.map((winner) => ballots.candidates[winner]!)
      expect([...winners].sort()).toEqual([...elected].sort())
      won.push(...elected)
      counts++
      voters += result.ballots
    }
  })

  it('are all there', () => expect([sets.length, counts, voters, compared]).toEqual([30, 34, 80_854, 148]))
})

it('reads a shared rank, an overvote and a skipped rank as they stand', () => {
  const { marks } = rankedBallots({
    candidates: ['A', 'B'],
    seats: 1,
    lines: [[1, [[0, 1], null, UNREADABLE - 1]]],
  })
  expect([...marks]).toEqual([1, 2 | SAME_RANK, SKIPPED, UNREADABLE])
})
