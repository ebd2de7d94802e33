import { parseArgs, type ParseArgsConfig } from 'node:util'
import { nearest } from './nearest.ts'

// No module of ours is imported here: the server's process passes through this file too.

/** 0: all well; 1: something is wrong with what was looked at; 2: the command could not run. */
export type ExitCode = 0 | 1 | 2

export const WELL: ExitCode = 0
export const FOUND_WRONG: ExitCode = 1
export const COULD_NOT_RUN: ExitCode = 2

type Options = NonNullable<ParseArgsConfig['options']>

/** What a command is called with, and what `--help` prints. */
export interface Syntax<Named extends Options = Options> {
  readonly name: string
  readonly help: string
  readonly options: Named
  /** Names of what stands without a dash, all of them needed. */
  readonly operands: readonly string[]
}

type Value<Option extends Options[string]> = Option['type'] extends 'boolean' ? boolean : string
type Values<Named extends Options> = {
  readonly [Name in keyof Named]: Named[Name]['multiple'] extends true
    ? readonly Value<Named[Name]>[]
    : Value<Named[Name]> | undefined
}

/** What was on the command line, of the right kind. */
export interface Call<Named extends Options> {
  readonly values: Values<Named>
  readonly operands: readonly string[]
}

/** A command, ready for what follows its name. */
export type Command = (args: readonly string[]) => Promise<ExitCode>

/** Joins what a command is called with to what it does. Bad usage is told in a sentence, with exit code 2. */
export function defineCommand<const Named extends Options>(
  syntax: Syntax<Named>,
  run: (call: Call<Named>) => Promise<ExitCode>,
): Command {
  return async (args) => {
    if (args.includes('--help') || args.includes('-h')) {
      console.log(syntax.help)
      return WELL
    }
    const { values, operands, problem } = read(syntax, args)
    if (problem !== undefined) return refuseUsage(syntax.name, problem)
    return run({ values: values as Values<Named>, operands })
  }
}

/** Says what is wrong with how a command was called. */
export function refuseUsage(name: string, problem: string): ExitCode {
  console.error(`${problem}\nHow it is used: plenum ${name === '' ? '' : `${name} `}--help`)
  return COULD_NOT_RUN
}

interface Reading {
  readonly values: Readonly<Record<string, unknown>>
  readonly operands: readonly string[]
  readonly problem: string | undefined
}

function read({ options, operands }: Syntax, args: readonly string[]): Reading {
  const parsed = parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true })
  const problems = parsed.tokens.flatMap((token) =>
    token.kind === 'option' ? (optionProblem(options, token) ?? []) : [],
  )
  const problem = problems[0] ?? operandProblem(operands, parsed.positionals)
  const lists = Object.entries(options).filter(([, { multiple }]) => multiple === true)
  const none = Object.fromEntries(lists.map(([name]) => [name, []]))
  return { values: { ...none, ...parsed.values }, operands: parsed.positionals, problem }
}

function optionProblem(
  options: Options,
  token: {
    readonly name: string
    readonly rawName: string
    readonly value: string | undefined
    readonly inlineValue: boolean | undefined
  },
): string | undefined {
  const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined
  const { rawName, value } = token
  if (option === undefined) {
    const close = nearest(token.name, Object.keys(options))
    return `There is no option ${rawName}${close === undefined ? '' : `; did you mean --${close}?`}`
  }
  if (option.type === 'boolean')
    return value === undefined ? undefined : `The option ${rawName} takes no value.`
  if (value === undefined || value === '') return `The option ${rawName} needs a value.`
  const swallowed = token.inlineValue !== true && /^-./.test(value)
  return swallowed
    ? `The option ${rawName} needs a value. One that begins with a dash is written ${rawName}=${value}`
    : undefined
}

function operandProblem(wanted: readonly string[], found: readonly string[]): string | undefined {
  const missing = wanted[found.length]
  if (missing !== undefined) return `${missing} is missing.`
  const extra = found[wanted.length]
  return extra === undefined ? undefined : `“${extra}” is one too many.`
}
