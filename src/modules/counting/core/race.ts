import { openLedger, type Contest, type Ledger } from './ledger.ts'
import { readPapers } from './papers.ts'
import { dealPapers, type Moved, type Piles } from './piles.ts'
import type { Cause, Method } from './result.ts'
import { lowest } from './ties.ts'

/** A count in which every paper lies with one candidate (IRV, Gregory methods), between two of its stages. */
export interface Race {
  readonly piles: Piles
  readonly ledger: Ledger
  /** 1 for whom papers can still go to. */
  readonly continuing: Uint8Array
  readonly seats: number
  /** What elects, in units, given what everybody has. */
  readonly quota: () => number
}

/** Deals the papers and enters the first stage. `unit` is one vote in units, `quota` is asked at every stage. */
export function startRace(
  contest: Contest,
  method: Method,
  digits: number,
  quota: (race: Pick<Race, 'piles' | 'seats'>, valid: number) => number,
): Race {
  const { ballots, options } = contest
  const unit = 10 ** digits
  const papers = readPapers(ballots, options)
  const continuing = new Uint8Array(ballots.candidates.length).fill(1)
  for (const candidate of ballots.withdrawn) continuing[candidate] = 0
  const piles = dealPapers(papers, ballots.candidates.length, unit, continuing)
  const valid = papers.voters.reduce((sum, voters) => sum + voters, 0)
  const { seats } = ballots
  const ledger = openLedger(contest, method, digits)
  const race: Race = { piles, ledger, continuing, seats, quota: () => quota({ piles, seats }, valid) }
  enterStage(race, { kind: 'first-preferences' }, [])
  return race
}

/** All whom papers can still go to. */
export function hopefuls({ continuing }: Race): readonly number[] {
  const hopeful: number[] = []
  for (const [candidate, is] of continuing.entries()) if (is === 1) hopeful.push(candidate)
  return hopeful
}

/** Seats that nobody has yet. */
export function seatsLeft({ seats, ledger }: Race): number {
  return seats - ledger.winners().length
}

/** Enters what moved as a stage. */
export function enterStage(race: Race, cause: Cause, passed: readonly Passed[]): void {
  const { votes, exhausted, rounding } = race.piles
  const transfers = passed.flatMap(({ from, moved, lost }) => [
    ...moved.map(({ to, units }) => ({ from, to, units })),
    { from, to: 'rounding' as const, units: lost },
  ])
  race.ledger.stage({
    cause,
    transfers: transfers.filter(({ units }) => units > 0),
    votes,
    exhausted,
    rounding,
    quota: race.quota(),
  })
}

interface Passed {
  readonly from: number
  readonly moved: readonly Moved[]
  readonly lost: number
}

/** Passes the papers of one candidate on, who keeps `remaining` units. */
export function passPapers(
  { piles }: Race,
  from: number,
  remaining: number,
  revalue: (value: number) => number,
): Passed {
  const moved = piles.pass(from, revalue)
  return { from, moved, lost: piles.leave(from, remaining, moved) }
}

/** Takes candidates out of the count and passes their papers on, at the value they have. */
export function exclude(race: Race, candidates: readonly number[]): void {
  dropOut(race, candidates)
  const passed = candidates.map((candidate) => passPapers(race, candidate, 0, (value) => value))
  enterStage(race, exclusionOf(candidates), passed)
}

/** Several go at once only because they cannot catch up any more. */
export function exclusionOf(candidates: readonly number[]): Cause {
  return { kind: 'exclusion', candidates, because: candidates.length === 1 ? 'fewest' : 'cannot-catch-up' }
}

/** Takes candidates out of the count; their papers stay where they are. */
export function dropOut({ continuing }: Race, candidates: readonly number[]): void {
  for (const candidate of candidates) continuing[candidate] = 0
}

/** Whom to exclude: the one with the fewest votes; `undefined` where a tie is open. */
export function chooseLowest(race: Race): number | undefined {
  const hopeful = hopefuls(race)
  const low = lowest(hopeful, race.piles.votes)
  const noVotes = race.piles.votes[low[0] ?? 0] === 0
  const allGo = hopeful.length - low.length >= seatsLeft(race)
  return race.ledger.choose('exclusion', low, noVotes && allGo)
}
