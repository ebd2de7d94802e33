import { ELECTED, HOPEFUL, OUT, plantTree, upTo, type Distribution, type KeepTree } from './keep-tree.ts'
import { openLedger, type Contest, type Ledger } from './ledger.ts'
import { readPapers, type Papers } from './papers.ts'
import { exclusionOf } from './race.ts'
import type { Cause, CountResult, Method } from './result.ts'
import { sureLosers } from './ties.ts'

/** In what the two rules of Meek's method differ. Numbers in units. */
interface MeekRule {
  readonly method: Method
  readonly digits: number
  readonly guard: number
  /** The surplus below which the elected have handed on enough. */
  readonly omega: bigint
  /** Less than this tells nobody apart: half of the last digit that is compared. */
  readonly same: bigint
  /** What is added to the quotient of votes and seats for the quota; and by how much votes have to be above that. */
  readonly extra: bigint
  readonly above: bigint
}

/** The reference rule of the Proportional Representation Foundation: nine digits, and the quota one unit above. */
const PRF: MeekRule = {
  method: 'meek-prf',
  digits: 9,
  guard: 0,
  omega: 1000n,
  same: 1n,
  extra: 1n,
  above: 0n,
}

/**
 * The same steps with 18 digits that are compared and 9 behind them that only take up rounding. Nine digits alone see
 * ties where there are none (Wichmann, Voting matters 12). The quota is exact, so it has to be exceeded.
 */
const SAME = 10n ** 9n / 2n
const EXACT: MeekRule = {
  method: 'meek',
  digits: 27,
  guard: 9,
  omega: 10n ** 18n + SAME,
  same: SAME,
  extra: 0n,
  above: SAME,
}

interface MeekRace {
  readonly rule: MeekRule
  readonly contest: Contest
  readonly papers: Papers
  readonly ledger: Ledger
  readonly one: bigint
  readonly standing: Uint8Array
  /** The share of what reaches a candidate that they keep: all, if they are not elected. */
  readonly keep: bigint[]
}

/** Single transferable vote by Meek's method in the PRF reference rule: nine digits. */
export function countMeekPrf(contest: Contest): CountResult {
  return countBy(PRF, contest)
}

/** Single transferable vote by Meek's method with 18 digits and 9 to guard them. */
export function countMeek(contest: Contest): CountResult {
  return countBy(EXACT, contest)
}

function countBy(rule: MeekRule, contest: Contest): CountResult {
  const race = startRace(rule, contest)
  let cause: Cause = { kind: 'first-preferences' }
  while (hopefuls(race).length > seatsLeft(race) && seatsLeft(race) > 0) {
    const round = settle(race)
    enter(race, cause.kind === 'keep-values' ? { ...cause, iterations: round.iterations } : cause, round)
    if (round.elected.length > 0) {
      race.ledger.elect(round.elected, 'quota')
      cause = { kind: 'keep-values', iterations: 0 }
    } else {
      const losers = round.sure.length > 0 ? round.sure : chooseLowest(race, round)
      if (losers.length === 0) return race.ledger.result()
      for (const candidate of losers) {
        race.standing[candidate] = OUT
        race.keep[candidate] = 0n
      }
      cause = exclusionOf(losers)
    }
  }
  if (seatsLeft(race) > 0) electRemaining(race, cause)
  return race.ledger.result()
}

function startRace(rule: MeekRule, contest: Contest): MeekRace {
  const { ballots, options } = contest
  const one = 10n ** BigInt(rule.digits)
  const standing = new Uint8Array(ballots.candidates.length).fill(HOPEFUL)
  for (const candidate of ballots.withdrawn) standing[candidate] = OUT
  const ledger = openLedger(contest, rule.method, rule.digits, rule.guard)
  const keep = Array.from(standing, (is) => (is === HOPEFUL ? one : 0n))
  return { rule, contest, papers: readPapers(ballots, options), ledger, one, standing, keep }
}

function hopefuls({ standing }: MeekRace): readonly number[] {
  return [...standing.keys()].filter((candidate) => standing[candidate] === HOPEFUL)
}

function seatsLeft({ contest, ledger }: MeekRace): number {
  return contest.ballots.seats - ledger.winners().length
}

/** Votes at one moment, with the quota that follows from them. */
interface Moment extends Distribution {
  readonly quota: bigint
  /** What the elected have above the quota, together. */
  readonly surplus: bigint
}

/** One round: the elected hand on until it settles, or somebody reaches the quota, or some cannot catch up any more. */
interface Round extends Moment {
  readonly iterations: number
  readonly elected: readonly number[]
  readonly sure: readonly number[]
}

function settle(race: MeekRace): Round {
  const { rule, papers, standing, contest } = race
  const tree = plantTree(papers, standing)
  const hopeful = hopefuls(race)
  let last: bigint | undefined
  for (let iterations = 1; ; iterations++) {
    const moment = distribute(race, tree)
    const { votes, quota, surplus } = moment
    const elected = hopeful.filter((candidate) => votes[candidate]! >= quota + rule.above)
    const done = { ...moment, iterations, elected, sure: [] }
    for (const candidate of elected) standing[candidate] = ELECTED
    if (elected.length > 0) return { ...done, surplus: surplusOf(race, votes, quota) }
    const settled = surplus < rule.omega || (last !== undefined && surplus + rule.same > last)
    if (settled) return done
    const batch = contest.options.exclusions === 'batch'
    const sure = batch ? sureLosers(hopeful, votes, surplus, seatsLeft(race)) : []
    if (sure.length > 0) return { ...done, sure }
    last = surplus
    lowerKeepValues(race, moment)
  }
}

function distribute(race: MeekRace, tree: KeepTree): Moment {
  const { votes, exhausted } = tree.distribute(race.keep, race.one)
  const sum = votes.reduce((all, of) => all + of, 0n)
  const quota = sum / BigInt(race.contest.ballots.seats + 1) + race.rule.extra
  return { votes, exhausted, quota, surplus: surplusOf(race, votes, quota) }
}

function surplusOf({ standing }: MeekRace, votes: readonly bigint[], quota: bigint): bigint {
  let surplus = 0n
  for (const [candidate, is] of standing.entries()) if (is === ELECTED) surplus += votes[candidate]! - quota
  return surplus < 0n ? 0n : surplus
}

/** Each of the elected keeps only so much that the quota would have remained with them. */
function lowerKeepValues({ standing, keep, one }: MeekRace, { votes, quota }: Moment): void {
  for (const [candidate, is] of standing.entries()) {
    const has = votes[candidate]!
    if (is !== ELECTED || has === 0n) continue
    keep[candidate] = upTo(upTo(keep[candidate]! * quota, one) * one, has)
  }
}

/** Nobody within the surplus that still moves of the lowest can be said to have more. */
function chooseLowest(race: MeekRace, { votes, surplus }: Moment): readonly number[] {
  const hopeful = hopefuls(race)
  const least = hopeful.reduce(
    (low, candidate) => (votes[candidate]! < low ? votes[candidate]! : low),
    votes[hopeful[0]!]!,
  )
  const low = hopeful.filter((candidate) => votes[candidate]! < least + surplus + race.rule.same)
  const noVotes = low.every((candidate) => votes[candidate] === 0n)
  const chosen = race.ledger.choose(
    'exclusion',
    low,
    noVotes && hopeful.length - low.length >= seatsLeft(race),
  )
  return chosen === undefined ? [] : [chosen]
}

function electRemaining(race: MeekRace, cause: Cause): void {
  enter(race, cause, distribute(race, plantTree(race.papers, race.standing)))
  race.ledger.elect(hopefuls(race), 'remaining')
}

function enter({ ledger, papers, one }: MeekRace, cause: Cause, { votes, exhausted, quota }: Moment): void {
  const voters = papers.voters.reduce((sum, of) => sum + of, papers.blank)
  const rounding = votes.reduce((rest, of) => rest - of, BigInt(voters) * one - exhausted)
  ledger.stage({ cause, transfers: [], votes, exhausted, rounding, quota })
}
