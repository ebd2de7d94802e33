import type { Cause, CountResult, FileCount, Receiver, Stage, Tie, WhyElected } from '#modules/counting/core'
import { many, number } from './numbers.ts'

/** Names that tell candidates apart: whoever has none, or one that others have too, gets a number. */
function namesOf(candidates: readonly string[]): readonly string[] {
  return candidates.map((name, i) => {
    if (name === '') return `Candidate ${i + 1}`
    return candidates.indexOf(name) === candidates.lastIndexOf(name) ? name : `${name} (${i + 1})`
  })
}

/** A count as one JSON object, with names for candidates and votes as exact decimal text. */
export function reportOfCount(file: string, { title, result, dropped }: FileCount): object {
  const { stages, ties, winners, withdrawn, ranking, points, ...rest } = result
  const names = namesOf(result.candidates)
  const name = (candidate: number): string => names[candidate] ?? ''
  return {
    file,
    title,
    ...rest,
    candidates: names,
    withdrawn: withdrawn.map(name),
    winners: winners.map(name),
    ...(ranking === undefined ? {} : { ranking: ranking.map((tier) => tier.map(name)) }),
    ...(dropped === undefined
      ? {}
      : { dropped: dropped.map(({ option, ...why }) => ({ option: name(option), ...why })) }),
    ...(points === undefined ? {} : { points: byName(points, names) }),
    stages: stages.map((stage) => stageOf(stage, names)),
    ties: ties.map((tie) => ({ ...tie, among: tie.among.map(name), settled: settledOf(tie, name) })),
  }
}

function byName<Value>(values: readonly Value[], names: readonly string[]): Readonly<Record<string, Value>> {
  return Object.fromEntries(values.map((value, i) => [names[i] ?? '', value]))
}

function stageOf({ cause, transfers, votes, elected, ...rest }: Stage, names: readonly string[]): object {
  const name = (to: Receiver): string => (typeof to === 'number' ? (names[to] ?? '') : to)
  return {
    cause: causeOf(cause, name),
    transfers: transfers.map(({ from, to, votes }) => ({ from: name(from), to: name(to), votes })),
    votes: byName(votes, names),
    ...rest,
    elected: elected.map(({ candidate, because }) => ({ candidate: name(candidate), because })),
  }
}

function causeOf(cause: Cause, name: (candidate: number) => string): object {
  switch (cause.kind) {
    case 'surplus':
      return { ...cause, candidate: name(cause.candidate) }
    case 'exclusion':
      return { ...cause, candidates: cause.candidates.map(name) }
    case 'first-preferences':
    case 'keep-values':
      return cause
  }
}

function settledOf({ settled }: Tie, name: (candidate: number) => string): object {
  if (settled.by === 'open') return settled
  const drawn = settled.by === 'lot' ? { drawn: settled.drawn.map(name) } : {}
  return { ...settled, chosen: name(settled.chosen), ...drawn }
}

/** A count for a person, line by line. */
export function tellCount({ title, result, dropped = [] }: FileCount): readonly string[] {
  const names = namesOf(result.candidates)
  const { method, seats, ballots, winners, status } = result
  const elected = winners.map((winner) => names[winner] ?? '').join(', ')
  return [
    ...(title === '' ? [] : [title]),
    [method, many(seats, 'seat'), many(ballots, 'ballot'), many(names.length, 'candidate')].join(', '),
    ...result.stages.flatMap((stage, i) => ['', ...tellStage(stage, i, result, names)]),
    ...dropped.map(
      ({ option, because, votes, against }) =>
        `Dropped: ${names[option] ?? ''}, ${number(votes)} prefer it to the default and ${number(against)} do not (${because})`,
    ),
    ...tellRanking(result, names),
    ...result.ties.flatMap((tie) => ['', tellTie(tie, names)]),
    '',
    `Elected: ${elected === '' ? 'nobody' : elected}`,
    ...(status === 'open-tie' ? ['The last tie is open: give seeds for a lot with --seed.'] : []),
  ]
}

function tellStage(
  { cause, votes, exhausted, rounding, quota, elected }: Stage,
  at: number,
  { stages }: CountResult,
  names: readonly string[],
): readonly string[] {
  const before = stages[at - 1]?.votes
  const width = Math.max(...names.map((name) => name.length), 'exhausted'.length)
  const digits = Math.max(...votes.map((each) => each.length))
  const row = (name: string, value: string, note = ''): string =>
    `  ${name.padEnd(width)}  ${value.padStart(digits)}${note}`
  const rows = names.flatMap((name, i) => {
    const value = votes[i] ?? ''
    const because = elected.find(({ candidate }) => candidate === i)?.because
    const isGone = /^[0.]*$/.test(value) && (before === undefined || before[i] === value)
    return isGone && because === undefined
      ? []
      : [row(name, value, because && `  elected: ${ELECTED[because]}`)]
  })
  return [
    `Stage ${at + 1}: ${tellCause(cause, names)}${quota === null ? '' : ` Quota ${quota}.`}`,
    ...rows,
    row('exhausted', exhausted),
    ...(/^[0.]*$/.test(rounding) ? [] : [row('rounding', rounding)]),
  ]
}

const ELECTED: Readonly<Record<WhyElected, string>> = {
  quota: 'the quota',
  majority: 'a majority',
  remaining: 'as many are left as seats',
  most: 'the most',
}

const EXCLUDED = {
  fewest: 'the fewest votes',
  'cannot-catch-up': 'too few votes to catch up',
  'seats-filled': 'all seats are filled',
} as const

function tellCause(cause: Cause, names: readonly string[]): string {
  switch (cause.kind) {
    case 'first-preferences':
      return 'first preferences.'
    case 'surplus':
      return `the surplus of ${names[cause.candidate] ?? ''}, ${cause.surplus} of ${cause.of}.`
    case 'exclusion':
      return `${cause.candidates.map((each) => names[each] ?? '').join(', ')} excluded, ${EXCLUDED[cause.because]}.`
    case 'keep-values':
      return `surpluses handed on in ${many(cause.iterations, 'round')}.`
  }
}

function tellRanking({ ranking, points }: CountResult, names: readonly string[]): readonly string[] {
  if (ranking === undefined) return []
  const tell = (each: number): string =>
    `${names[each] ?? ''}${points === undefined ? '' : ` (${number(points[each] ?? 0)})`}`
  return ['', 'Ranking', ...ranking.map((tier, i) => `  ${i + 1}. ${tier.map(tell).join(' = ')}`)]
}

function tellTie({ stage, about, among, settled }: Tie, names: readonly string[]): string {
  const who = among.map((each) => names[each] ?? '').join(', ')
  const what = `Tie (${about}${stage === 0 ? '' : `, stage ${stage + 1}`}) of ${who}: `
  if (settled.by === 'open') return `${what}open, only a lot decides.`
  const how = {
    'earlier-stage': 'an earlier stage',
    order: 'the order given',
    'no-matter': 'no matter',
    lot: 'lot',
  }
  return `${what}${names[settled.chosen] ?? ''}, by ${how[settled.by]}.`
}
