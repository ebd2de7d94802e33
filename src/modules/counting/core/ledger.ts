import type { RankedBallots } from './ballots.ts'
import { votersOf } from './ballots.ts'
import { sayUnits } from './decimals.ts'
import type { Lot } from './lots.ts'
import type {
  Cause,
  CountOptions,
  CountResult,
  Election,
  Method,
  Receiver,
  Stage,
  Tie,
  TieAbout,
  WhyElected,
} from './result.ts'
import { settleTie, type Snapshot } from './ties.ts'

/** What is counted, and how. */
export interface Contest {
  readonly ballots: RankedBallots
  readonly options: CountOptions
  readonly lot?: Lot | undefined
  /** Hears how many stages there are, as each is entered: a large count takes a while. */
  readonly told?: ((stages: number) => void) | undefined
}

type Units = number | bigint

/** One stage in whole units, as an engine knows it. */
export interface StageUnits {
  readonly cause: Cause
  readonly transfers: readonly { readonly from: number; readonly to: Receiver; readonly units: Units }[]
  readonly votes: Snapshot
  readonly exhausted: Units
  readonly rounding: Units
  readonly quota: Units | null
}

/** The minutes of a count: engines enter what happens, and the result is what was entered. */
export interface Ledger {
  readonly stage: (units: StageUnits) => void
  /** Enters that candidates are elected at the latest stage: those with the most votes first. */
  readonly elect: (candidates: readonly number[], because: WhyElected) => void
  /** Who is taken of those who are equal; `undefined` where only a lot decides and there is none. */
  readonly choose: (about: TieAbout, among: readonly number[], noMatter?: boolean) => number | undefined
  readonly winners: () => readonly number[]
  readonly result: () => CountResult
}

/** Opens the minutes. Votes have `digits` after the point, of which the last `guard` are never compared. */
export function openLedger(contest: Contest, method: Method, digits: number, guard = 0): Ledger {
  const { ballots, options, lot } = contest
  const stages: (Stage & { elected: Election[] })[] = []
  const history: Snapshot[] = []
  const ties: Tie[] = []
  const winners: number[] = []
  const say = (units: Units) => sayUnits(units, digits)

  function compare(a: number, b: number): number {
    for (let stage = history.length - 1; stage >= 0; stage--) {
      const [x, y] = [history[stage]![a]!, history[stage]![b]!]
      if (x !== y) return x > y ? -1 : 1
    }
    return a - b
  }

  return {
    stage({ cause, transfers, votes, exhausted, rounding, quota }) {
      history.push(Array.from(votes))
      stages.push({
        cause,
        transfers: transfers.map(({ from, to, units }) => ({ from, to, votes: say(units) })),
        votes: Array.from(votes, say),
        exhausted: say(exhausted),
        rounding: say(rounding),
        quota: quota === null ? null : say(quota),
        elected: [],
      })
      contest.told?.(stages.length)
    },
    elect(candidates, because) {
      for (const candidate of [...candidates].sort(compare)) {
        winners.push(candidate)
        stages.at(-1)?.elected.push({ candidate, because })
      }
    },
    choose(about, among, noMatter = false) {
      if (among.length <= 1) return among[0]
      const tie = settleTie(stages.length - 1, about, among, {
        names: ballots.candidates,
        history: options.ties === 'earlier-stages' ? history : [],
        order: ballots.tieOrder,
        lot,
        noMatter,
      })
      ties.push(tie)
      return tie.settled.by === 'open' ? undefined : tie.settled.chosen
    },
    winners: () => winners,
    result: () => ({
      method,
      options,
      candidates: ballots.candidates,
      withdrawn: ballots.withdrawn,
      seats: ballots.seats,
      ballots: votersOf(ballots),
      digits,
      guard,
      status: ties.at(-1)?.settled.by === 'open' ? 'open-tie' : 'decided',
      quota: stages.at(-1)?.quota ?? null,
      winners,
      stages,
      ties,
    }),
  }
}
