import * as fs from 'node:fs'
import { isRefusal, type Refusal } from '#kernel/refusal'
import { toHex } from '#kernel/bytes'
import { sha256 } from '#kernel/hash'
import {
  commitmentTo,
  countFile,
  DEBIAN_CONSTITUTION,
  DEBIAN_LEADER,
  METHOD_NAMES,
  type CountOptions,
  type FileChoice,
  type Lot,
  type Method,
} from '#modules/counting/core'
import { defineCommand, FOUND_WRONG, refuseUsage, WELL, type ExitCode } from './command.ts'
import { reportOfCount, tellCount } from './count-report.ts'
import { whyNot } from './file-fault.ts'
import { nearest } from './nearest.ts'

const help = `Usage: plenum count FILE --method METHOD [--seats N] [--unranked last|no-opinion] [--seed TEXT …] [--json]

Counts the ballots of a file and shows every stage. FILE is BLT, PrefLib (soc, soi, toc), CSV or a tally sheet of the
Debian project, known by what stands in it; - is stdin.

Methods
  scottish-stv       single transferable vote as Scottish councils are elected (SSI 2007/42)
  wigm-prf, meek-prf the reference rules of the Proportional Representation Foundation
  meek               Meek's method with 18 digits and 9 to guard them
  irv                instant runoff, for one seat
  schulze            Schulze's method, winning votes
  ranked-pairs       Tideman's ranked pairs, winning votes
  approval, score    most approvals; most points, of a CSV with a column of points for each candidate

  --seats N          how many are elected, if the file does not say so (or is not to be followed)
  --unranked HOW     candidates that a ballot does not rank: last (below all others), or no-opinion (Schulze, ranked pairs)
  --option NAME=VAL  another option of the method, such as exclusions=batch, equalRankings=skip; may be repeated
  --rule NAME        a rule with a default option, counted by Schulze's method: debian-leader, debian-constitution
  --roll N           how many could vote under it, for its quorum
  --seed TEXT        a seed for lots, as its party opened it; may be repeated. Without one a tie that only a lot can
                     break is told and stays open
  --json             one JSON object on stdout

Example: plenum count ward.blt --method scottish-stv

Exit codes: 0 counted; 1 the file cannot be counted, with the line and the reason; 2 could not run.`

/** `plenum count`. */
export const count = defineCommand(
  {
    name: 'count',
    help,
    operands: ['FILE'],
    options: {
      method: { type: 'string' },
      seats: { type: 'string' },
      unranked: { type: 'string' },
      option: { type: 'string', multiple: true },
      rule: { type: 'string' },
      roll: { type: 'string' },
      seed: { type: 'string', multiple: true },
      json: { type: 'boolean' },
    },
  },
  async ({ values, operands: [file = ''] }) => {
    const withDefault = ruleOf(values)
    if (typeof withDefault === 'string') return refuseUsage('count', withDefault)
    const named = values.method ?? (withDefault === undefined ? undefined : 'schulze')
    const method = METHOD_NAMES.find((name) => name === named)
    if (method === undefined) return refuseUsage('count', whichMethod(values.method))
    const seats = values.seats === undefined ? undefined : Number(values.seats)
    if (seats !== undefined && !/^[1-9]\d{0,3}$/.test(values.seats ?? ''))
      return refuseUsage('count', `--seats takes a whole number from 1 to 9999, not “${values.seats ?? ''}”.`)
    const options = optionsOf(values.option, values.unranked)
    if (typeof options === 'string') return refuseUsage('count', options)
    const bytes = readBytes(file)
    if (typeof bytes === 'string') return (await import('./answer.ts')).refuseRun(bytes)
    const lot = values.seed.length === 0 ? undefined : lotOf(bytes, values.seed)
    const counted = countFile(bytes, { method, seats, withDefault, options, lot })
    if (isRefusal(counted)) return refuseFile(file, method, counted, values.json === true)
    if (values.json === true) console.log(JSON.stringify(reportOfCount(file, counted)))
    else for (const line of tellCount(counted)) console.log(line)
    return WELL
  },
)

function whichMethod(given: string | undefined): string {
  const known = METHOD_NAMES.join(', ')
  if (given === undefined) return `--method is missing. Methods: ${known}.`
  const close = nearest(given, METHOD_NAMES)
  return close === undefined
    ? `There is no method “${given}”. Methods: ${known}.`
    : `There is no method “${given}”; did you mean ${close}?`
}

const RULES = { 'debian-leader': DEBIAN_LEADER, 'debian-constitution': DEBIAN_CONSTITUTION } as const

/** The rule with a default option that is asked for; or a sentence about what is wrong with that. */
function ruleOf(values: {
  readonly rule: string | undefined
  readonly roll: string | undefined
  readonly method: string | undefined
}): FileChoice['withDefault'] | string {
  const { rule: name, roll, method } = values
  if (name === undefined) return roll === undefined ? undefined : '--roll belongs to --rule.'
  const rule = Object.entries(RULES).find(([each]) => each === name)?.[1]
  if (rule === undefined) return `There is no rule “${name}”. Rules: ${Object.keys(RULES).join(', ')}.`
  if (method !== undefined && method !== 'schulze')
    return `The rule ${name} is counted by schulze, not by ${method}.`
  if (roll === undefined || !/^[1-9]\d{0,8}$/.test(roll))
    return `The rule ${name} needs to know how many could vote: --roll N.`
  return { rule, roll: Number(roll) }
}

const CHOICES: Readonly<Record<keyof CountOptions, readonly string[]>> = {
  equalRankings: ['equal', 'exhaust', 'skip', 'one-continuing'],
  skippedRanks: ['any'],
  duplicates: ['skip', 'exhaust'],
  unranked: ['last', 'no-opinion'],
  exclusions: ['single', 'batch'],
  until: ['majority', 'two-left'],
  ties: ['earlier-stages', 'lot'],
}

/** The options of the command line; or a sentence about one that there is not. */
function optionsOf(pairs: readonly string[], unranked: string | undefined): Partial<CountOptions> | string {
  const all = unranked === undefined ? pairs : [...pairs, `unranked=${unranked}`]
  const options: Record<string, string | number> = {}
  for (const pair of all) {
    const [name = '', value = ''] = pair.split('=')
    const choices = Object.entries(CHOICES).find(([each]) => each === name)?.[1]
    if (choices === undefined) {
      const close = nearest(name, Object.keys(CHOICES)) ?? Object.keys(CHOICES).join(', ')
      return `There is no option “${name}”; there is ${close}.`
    }
    const isNumber = name === 'skippedRanks' && /^\d{1,4}$/.test(value)
    if (!isNumber && !choices.includes(value))
      return `${name} takes ${choices.join(' or ')}${name === 'skippedRanks' ? ' or a number' : ''}, not “${value}”.`
    options[name] = isNumber ? Number(value) : value
  }
  return options
}

function readBytes(file: string): Uint8Array | string {
  try {
    return fs.readFileSync(file === '-' ? 0 : file)
  } catch (error) {
    return whyNot('read', file, error)
  }
}

/** The lot that the seeds make: the question is which ballots these are. */
function lotOf(bytes: Uint8Array, seeds: readonly string[]): Lot {
  return {
    question: toHex(sha256(bytes)),
    seeds: seeds.map((opened, i) => {
      const by = `seed ${i + 1}`
      return { by, commitment: commitmentTo(opened, by), opened }
    }),
  }
}

async function refuseFile(file: string, method: Method, why: Refusal, json: boolean): Promise<ExitCode> {
  // All sentences of the program take longer to load than a large file takes to count, and few counts need one.
  const { refusalSentence } = await import('#organization')
  const sentence = refusalSentence(why)
  if (json) console.log(JSON.stringify({ file, method, code: why.code, sentence, facts: why.facts }))
  else console.error(`${file} cannot be counted. ${sentence}`)
  return FOUND_WRONG
}
