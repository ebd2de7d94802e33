import { refuse, type Refusal } from '#kernel/refusal'
import { votersOf, type RankedBallots } from './ballots.ts'
import { countIrv } from './irv.ts'
import type { Contest } from './ledger.ts'
import type { Lot } from './lots.ts'
import { countMeek, countMeekPrf } from './meek.ts'
import type { CountOptions, CountResult, Method } from './result.ts'
import { countScottish } from './scottish-stv.ts'
import { countWigm } from './wigm.ts'

/**
 * More voters than there are people. Below it every number of units of the methods with five digits is a whole number
 * that a double holds exactly.
 */
export const MOST_VOTERS = 10_000_000_000

/** A method: how it counts, and which options its rule leaves open. */
export interface MethodRule {
  readonly count: (contest: Contest) => CountResult
  /** What holds if nothing else is said. */
  readonly defaults: CountOptions
  /** Values that may be chosen instead; an option that is not here is fixed by the rule. */
  readonly choices: OptionChoices
  /** Whether it fills one seat only. */
  readonly oneSeat: boolean
}

/** What may be chosen, by option. */
export type OptionChoices = {
  readonly [Name in keyof CountOptions]?: readonly CountOptions[Name][] | 'any-number'
}

/** Papers that are read for one candidate to a rank: a shared rank is an overvote. */
const STRICT: CountOptions = {
  equalRankings: 'exhaust',
  skippedRanks: 'any',
  duplicates: 'skip',
  unranked: 'last',
  exclusions: 'single',
  until: 'majority',
  ties: 'earlier-stages',
}

const READING: OptionChoices = {
  equalRankings: ['exhaust', 'skip', 'one-continuing'],
  skippedRanks: 'any-number',
  duplicates: ['skip', 'exhaust'],
}

const MEEK: OptionChoices = { ...READING, equalRankings: ['equal', 'exhaust', 'skip'] }

/** Methods that go from stage to stage. */
export const STAGED_METHODS = {
  'scottish-stv': { count: countScottish, defaults: STRICT, choices: READING, oneSeat: false },
  'wigm-prf': {
    count: countWigm,
    defaults: { ...STRICT, ties: 'lot' },
    choices: { ...READING, exclusions: ['single', 'batch'] },
    oneSeat: false,
  },
  'meek-prf': {
    count: countMeekPrf,
    defaults: { ...STRICT, equalRankings: 'equal', ties: 'lot' },
    choices: MEEK,
    oneSeat: false,
  },
  meek: {
    count: countMeek,
    defaults: { ...STRICT, equalRankings: 'equal', exclusions: 'batch', ties: 'lot' },
    choices: { ...MEEK, exclusions: ['single', 'batch'] },
    oneSeat: false,
  },
  irv: {
    count: countIrv,
    defaults: STRICT,
    choices: {
      ...READING,
      exclusions: ['single', 'batch'],
      until: ['majority', 'two-left'],
      ties: ['earlier-stages', 'lot'],
    },
    oneSeat: true,
  },
} as const satisfies Partial<Record<Method, MethodRule>>

/** What is chosen for a count; the rest is as the method has it. */
export interface CountChoice {
  readonly options?: Partial<CountOptions> | undefined
  readonly lot?: Lot | undefined
  readonly told?: Contest['told']
}

/** Why ballots cannot be counted by a method. */
export type CountCode = 'count-option-fixed' | 'count-one-seat' | 'count-no-seats' | 'count-too-many-voters'

/** Counts by a rule, or says why it cannot. */
export function countBy(
  rule: MethodRule,
  ballots: RankedBallots,
  { options = {}, lot, told }: CountChoice,
): CountResult | Refusal {
  const fixed = Object.entries(options).find(([name, value]) => !mayChoose(rule, name, value))
  if (fixed !== undefined) return refuseCount('count-option-fixed', { option: fixed[0], value: fixed[1] })
  if (ballots.seats < 1) return refuseCount('count-no-seats', { seats: ballots.seats })
  if (rule.oneSeat && ballots.seats > 1) return refuseCount('count-one-seat', { seats: ballots.seats })
  const voters = votersOf(ballots)
  if (voters > MOST_VOTERS) return refuseCount('count-too-many-voters', { voters, most: MOST_VOTERS })
  return rule.count({ ballots, options: { ...rule.defaults, ...options }, lot, told })
}

function refuseCount(code: CountCode, facts: Readonly<Record<string, string | number>>): Refusal {
  return refuse(code, facts)
}

function mayChoose({ defaults, choices }: MethodRule, name: string, value: string | number): boolean {
  if (!isOption(defaults, name)) return false
  const choice: readonly (string | number)[] | 'any-number' = choices[name] ?? []
  if (choice === 'any-number') return value === 'any' || (Number.isInteger(value) && Number(value) >= 0)
  return defaults[name] === value || choice.includes(value)
}

function isOption(defaults: CountOptions, name: string): name is keyof CountOptions {
  return Object.hasOwn(defaults, name)
}
