import * as fs from 'node:fs'
import * as path from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  conformance,
  HAS_VOTING_DATA,
  readBallots,
  readJson,
  VOTING_DATA,
} from '../../../../test/kit/voting-data.ts'
import type { RankedBallots } from './ballots.ts'
import { sayUnits, unitsOf } from './decimals.ts'
import { countBy, STAGED_METHODS, type CountChoice } from './methods.ts'
import type { CountResult, Stage } from './result.ts'

/** A report of droop (github.com/jklundell/droop, v0.11). */
interface Report {
  readonly actions: readonly Action[]
}
interface Action {
  readonly tag: string
  readonly msg: string
  readonly round: number
  readonly quota?: string
  readonly cstate?: Readonly<Record<string, { readonly state: string; readonly vote?: string }>>
}

/** How a rule of droop's is called here, and how its actions come to stages. */
interface Counterpart {
  readonly method: keyof typeof STAGED_METHODS
  readonly options: CountChoice['options']
  readonly stages: (actions: readonly Action[]) => readonly Action[]
  /** droop ends batch counts before the last papers go on; its reports have no such stage. */
  readonly withoutLast: boolean
}

/** After every transfer. SSI 2007/42 passes on what exceeds the quota; droop has stages for surpluses of nothing, too. */
const transfers = (actions: readonly Action[]) =>
  actions.filter(
    ({ tag, msg }) =>
      (tag === 'begin' || tag === 'transfer') && !/^Surplus transferred.*\(0\.00000\)$/.test(msg),
  )

/** What stands when a round of Meek's method has settled: at its first election or exclusion. */
const rounds = (actions: readonly Action[]) =>
  actions.filter(
    (action, i) =>
      settles(action) && !actions.slice(0, i).some((a) => settles(a) && a.round === action.round),
  )
const settles = ({ tag, msg, round }: Action) =>
  round > 0 && ['elect', 'defeat', 'tie'].includes(tag) && !msg.includes('remaining')

const COUNTERPARTS: Readonly<Record<string, Counterpart>> = {
  'scotland-fixed-p5-d5': { method: 'scottish-stv', options: {}, stages: transfers, withoutLast: false },
  'wigm-prf-fixed-p4-d4': { method: 'wigm-prf', options: {}, stages: transfers, withoutLast: false },
  'wigm-prf-batch-fixed-p4-d4': {
    method: 'wigm-prf',
    options: { exclusions: 'batch' },
    stages: transfers,
    withoutLast: true,
  },
  'meek-prf-o6-fixed-p9-d9': { method: 'meek-prf', options: {}, stages: rounds, withoutLast: true },
  'meek-o9-guarded-p18-g9-d18': { method: 'meek', options: {}, stages: rounds, withoutLast: true },
}

function referencesOf(rule: string): readonly string[] {
  const folder = path.join(VOTING_DATA, 'droop/ref-json')
  const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return files.filter((file) => file.endsWith(`-${rule}.txt`) && !file.includes(`-wigm-${rule}`)).sort()
}

/** Where it needs a lot, droop takes the order of the ballot, if the file has none of its own. */
function withOrder(ballots: RankedBallots): RankedBallots {
  return { tieOrder: [...ballots.candidates.keys()], ...ballots }
}

/** Votes as droop shows them: rounded to the digits that are compared. */
function shown(votes: string, { digits, guard }: CountResult): string {
  const half = 10n ** BigInt(guard) / 2n
  return guard === 0 ? votes : sayUnits((unitsOf(votes) + half) / (2n * half), digits - guard)
}

function ours(result: CountResult, withoutLast: boolean): readonly Stage[] {
  const { cause } = result.stages.at(-1)!
  const gone = result.stages.flatMap((stage) =>
    stage.cause.kind === 'exclusion' ? stage.cause.candidates : [],
  )
  const filled = standing(result).length - gone.length === result.seats
  return withoutLast && filled && cause.kind === 'exclusion' ? result.stages.slice(0, -1) : result.stages
}

describe.skipIf(!HAS_VOTING_DATA)(conformance('the reports of droop'), () => {
  it.each([
    ['scotland-fixed-p5-d5', 32, 193_417, 269],
    ['wigm-prf-fixed-p4-d4', 9, 4_991, 73],
    ['wigm-prf-batch-fixed-p4-d4', 9, 4_991, 41],
    ['meek-prf-o6-fixed-p9-d9', 9, 4_991, 65],
    ['meek-o9-guarded-p18-g9-d18', 11, 5_011, 51],
  ] as const)('%s: %i counts of %i ballots with %i stages', (rule, counts, ballots, stages) => {
    const counterpart = COUNTERPARTS[rule]!
    const references = referencesOf(rule)
    let [voters, compared] = [0, 0]
    for (const reference of references) {
      const report = readJson(`droop/ref-json/${reference}`) as Report
      const papers = withOrder(readBallots(`droop/blt/${reference.replace(`-${rule}.txt`, '.blt')}`))
      const { method, options } = counterpart
      const result = countBy(STAGED_METHODS[method], papers, { options }) as CountResult
      const own = ours(result, counterpart.withoutLast)
      expect([reference, own.map((stage) => tell(stage, result))]).toEqual([
        reference,
        counterpart.stages(report.actions).map(({ quota, cstate }) => ({
          quota,
          votes: standing(result).map((candidate) => cstate?.[candidate + 1]?.vote),
        })),
      ])
      expect([reference, [...result.winners].sort((a, b) => a - b)]).toEqual([reference, electedIn(report)])
      compared += own.length
      voters += result.ballots
    }
    expect([references.length, voters, compared]).toEqual([counts, ballots, stages])
  })
})

function tell({ quota, votes }: Stage, result: CountResult): { quota: string; votes: readonly string[] } {
  return {
    quota: shown(quota ?? '', result),
    votes: standing(result).map((candidate) => shown(votes[candidate]!, result)),
  }
}

function standing({ candidates, withdrawn }: CountResult): readonly number[] {
  return [...candidates.keys()].filter((candidate) => !withdrawn.includes(candidate))
}

function electedIn({ actions }: Report): readonly number[] {
  const end = Object.entries(actions.find(({ tag }) => tag === 'end')?.cstate ?? {})
  return end
    .filter(([, { state }]) => state === 'elected')
    .map(([number]) => Number(number) - 1)
    .sort((a, b) => a - b)
}
