import type {
  Cause,
  CountOptions,
  CountResult,
  Election,
  Tie,
  TieAbout,
  WhyExcluded,
} from '#modules/counting/core'
import { comparesPairs, type OfficeMethod } from '#modules/rulebook/core'
import { partOf, quotaArithmetic, quotientOf } from '../../count-arithmetic.ts'
import { exactVotes } from '../../short-votes.ts'
import { count } from './common.ts'

const FIRST = 'Every ballot counts for its first choice.'
const GREGORY = [
  FIRST,
  'Whoever reaches the quota is elected. Votes above it are not lost: all ballots of whoever is elected go on to their next choices, each at the same part of its value, so that together they are worth just what was above the quota.',
  'Where nobody has votes to hand on, whoever has the fewest drops out, and those ballots go on at the value they have.',
  'This ends when all seats are taken, or when as many candidates are left as seats.',
]
const meek = (reaches: string): readonly string[] => [
  FIRST,
  `Whoever ${reaches} is elected, and from then on keeps only so much of each ballot that the quota remains with them. The rest of each ballot goes on to its next choice, also where that one is elected already.`,
  `Where nobody new ${reaches}, whoever has the fewest votes drops out, and all ballots are counted as if they had never stood.`,
  'A ballot without a further choice leaves the count, and the quota falls for all. This ends when all seats are taken, or when as many candidates are left as seats.',
]

const PAIRS = [
  'Each candidate is compared with each other: whom do more ballots rank higher? A candidate whom a ballot does not rank stands below all whom it ranks.',
  'Whoever wins all these comparisons is elected.',
]

const HOW: Readonly<Record<OfficeMethod, readonly string[]>> = {
  'scottish-stv': [
    ...GREGORY,
    'Values are kept to five decimal places; what is cut off there is told as lost to rounding.',
  ],
  'wigm-prf': [
    ...GREGORY,
    'Values are kept to four decimal places; what is cut off there is told as lost to rounding.',
  ],
  'meek-prf': [...meek('reaches the quota'), 'Votes are kept to nine decimal places.'],
  meek: [
    ...meek('has more than the quota'),
    'Votes are kept to 27 decimal places, of which the last nine only take up rounding.',
  ],
  irv: [
    FIRST,
    'Whoever has more than half of the votes is elected.',
    'As long as nobody has, whoever has the fewest drops out, and those ballots go on to their next choices, whole. Nothing is rounded.',
  ],
  schulze: [
    ...PAIRS,
    'Sometimes nobody does: A wins against B, B against C, and C against A. Then chains of victories count. A chain is as strong as its weakest victory, a victory as strong as the number of ballots for it, and whoever has the stronger chain to the other stands above them.',
  ],
  'ranked-pairs': [
    ...PAIRS,
    'Sometimes nobody does: A wins against B, B against C, and C against A. Then victories are taken one after the other, those with the most ballots for them first, and one that contradicts those taken before is passed over.',
  ],
}

export const counting = {
  how: HOW,
  howTitle: 'How ballots are counted',
  quotaTitle: 'How many votes elect',
  digits: 'Votes are shown here with two digits after the point; the record has all of them.',
  moved: (from: string, to: readonly string[]) => `From ${from}: ${to.join(', ')}.`,
}

/** How many votes elect and why, by the method's own arithmetic. */
export function sayQuota(method: OfficeMethod, result: CountResult): readonly string[] {
  const sums = quotaArithmetic(result)
  if (sums === undefined) return []
  const { first, last, parts, begun, ended } = sums
  const from = `${exactVotes(first)} ballots with a choice ÷ ${parts}`
  const why = `${parts} is one more than there are seats: no more than ${count(result.seats, 'candidate', 'candidates')} can reach it.`
  const still = `At the last stage: ${exactVotes(last)} votes still in the count ÷ ${parts}`
  const fell =
    begun === ended
      ? []
      : [`It began at ${exactVotes(begun)} and fell as ballots ran out of further choices.`]
  switch (method) {
    case 'scottish-stv':
      return [
        `Whoever has ${exactVotes(ended)} votes is elected.`,
        `${from}, rounded down, is ${quotientOf(first, parts, 0)}; plus one it is ${exactVotes(ended)}. ${why}`,
      ]
    case 'wigm-prf':
      return [
        `Whoever has ${exactVotes(ended)} votes is elected.`,
        `${from}, cut off after four digits, is ${quotientOf(first, parts, 4)}; plus 0.0001 it is ${exactVotes(ended)}. ${why}`,
      ]
    case 'meek-prf':
      return [
        `Whoever has the quota is elected; in the end it was ${exactVotes(ended)} votes.`,
        `${still}, cut off after nine digits, is ${quotientOf(last, parts, 9)}; plus 0.000000001 it is ${exactVotes(ended)}. ${why}`,
        ...fell,
      ]
    case 'meek':
      return [
        `Whoever has more than the quota is elected; in the end it was ${exactVotes(ended)} votes.`,
        `${still} is ${exactVotes(ended)}, and more than that elects. ${why}`,
        ...fell,
      ]
    case 'irv':
      return [
        `Whoever has more than half of the votes still in the count is elected; in the end that took ${exactVotes(ended)} votes.`,
        `At the last stage: ${exactVotes(last)} votes ÷ 2, rounded down, is ${quotientOf(last, 2, 0)}; plus one it is ${exactVotes(ended)}.`,
      ]
    // No number of votes elects: who wins against whom does.
    case 'schulze':
    case 'ranked-pairs':
      return []
  }
}

const SHARED: Readonly<Record<CountOptions['equalRankings'], string>> = {
  equal: 'Candidates who share a rank share the ballot.',
  exhaust: 'A ballot ends where it gives one rank to several candidates.',
  skip: 'A rank that is given to several candidates is passed over.',
  'one-continuing':
    'A rank that is given to several candidates counts for the only one of them still in the count; where there are more, the ballot ends there.',
}
const TWICE: Readonly<Record<CountOptions['duplicates'], string>> = {
  skip: 'Whoever is ranked twice counts at the first place.',
  exhaust: 'A ballot ends where it names somebody for the second time.',
}
const OUT: Readonly<Record<CountOptions['exclusions'], string>> = {
  single: 'Candidates drop out one at a time.',
  batch: 'All who cannot catch up any more drop out together.',
}
const EQUALS: Readonly<Record<CountOptions['ties'], string>> = {
  'earlier-stages':
    'Between equals the latest stage decides at which they differed; where they never did, a lot.',
  lot: 'Between equals a lot decides.',
}

/** What a rule says about ballots that are not one candidate to a rank, about dropping out and ties. */
export function sayOptions(
  method: OfficeMethod,
  { equalRankings, skippedRanks, duplicates, exclusions, ties }: CountOptions,
): readonly string[] {
  const inPairs = comparesPairs(method)
  return [
    inPairs && equalRankings === 'equal'
      ? 'A ballot prefers none of those who share a rank to another of them.'
      : SHARED[equalRankings],
    skippedRanks === 'any'
      ? 'Numbers that are left out do no harm.'
      : `A ballot ends where more than ${count(skippedRanks, 'number', 'numbers')} in a row are left out.`,
    TWICE[duplicates],
    ...(inPairs ? [] : [OUT[exclusions]]),
    EQUALS[ties],
  ]
}

/** Why a stage moved votes, in a sentence. */
export function sayCause(cause: Cause, name: (candidate: number) => string): string {
  switch (cause.kind) {
    case 'first-preferences':
      return 'The first choices are counted.'
    case 'surplus':
      return Number(cause.surplus) === 0
        ? `${name(cause.candidate)} has just the quota: nothing goes on.`
        : `${name(cause.candidate)} has ${exactVotes(cause.of)} votes, ${exactVotes(cause.surplus)} more than needed. These ballots go on to their next choices, each at ${exactVotes(cause.surplus)} ÷ ${exactVotes(cause.of)} = ${partOf(cause.surplus, cause.of)} of the value it had.`
    case 'exclusion':
      return `${WHY_OUT[cause.because]} Out: ${cause.candidates.map(name).join(', ')}.${cause.because === 'seats-filled' ? '' : ' Those ballots go on to their next choices.'}`
    case 'keep-values':
      return `Whoever is elected keeps only the votes needed; the rest goes on to the next choices. Worked out ${count(cause.iterations, 'time', 'times')}, until it settled.`
  }
}

const WHY_OUT: Readonly<Record<WhyExcluded, string>> = {
  fewest: 'Whoever has the fewest votes drops out.',
  'cannot-catch-up': 'Whoever cannot catch up any more drops out.',
  'seats-filled': 'All seats are taken.',
}

const BECAUSE: Readonly<Record<Election['because'], string>> = {
  quota: 'has enough votes',
  majority: 'has more than half of the votes',
  remaining: 'is one of the last, as many as there are seats left,',
  most: 'has the most votes',
}

/** Why somebody is elected, in a sentence. */
export function sayElected({ because }: Election, name: string): string {
  return `${name} ${BECAUSE[because]} and is elected.`
}

const CHOSEN: Readonly<Record<TieAbout, string>> = {
  exclusion: 'drops out',
  surplus: 'hands on votes first',
  election: 'is elected first',
}

/** How a tie ended, in a sentence; after which stage, where there are stages. */
export function sayTie(tie: Tie, name: (candidate: number) => string, staged = true): string {
  const who = tie.among.map(name).join(', ')
  const { settled } = tie
  const these = staged ? `After stage ${tie.stage + 1} these` : 'These'
  if (settled.by === 'open') return `${these} were tied, and only a lot decides: ${who}.`
  const how = {
    'earlier-stage': 'by the votes of an earlier stage',
    lot: 'by lot',
    order: 'by an order given beforehand',
    'no-matter': 'in any order, as none of them had a vote',
  }[settled.by]
  const drawn =
    settled.by === 'lot'
      ? ` The lot drew this order: ${settled.drawn.map(name).join(', ')}. Anybody can draw it again from the secret words that the record shows opened.`
      : ''
  return `${these} were tied: ${who}. It was settled ${how}: ${name(settled.chosen)} ${CHOSEN[tie.about]}.${drawn}`
}
