/** The methods by which ranked ballots are counted, by the names that rule sets and the command line use. */
export type Method =
  | 'scottish-stv'
  | 'wigm-prf'
  | 'meek-prf'
  | 'meek'
  | 'irv'
  | 'schulze'
  | 'ranked-pairs'
  | 'approval'
  | 'score'

/** What a rule says about papers that are not one candidate to a rank. Stored with the result: each changes winners. */
export interface CountOptions {
  /**
   * Candidates who share a rank. `equal`: meant so (Meek divides the paper among them, Condorcet methods prefer none of
   * them). As overvotes: `exhaust` the paper there; `skip` the rank; `one-continuing` counts for the only one of them
   * who is still in the count, and exhausts the paper if there are more.
   */
  readonly equalRankings: 'equal' | 'exhaust' | 'skip' | 'one-continuing'
  /** Ranks in a row that may be left empty before the paper is exhausted there. */
  readonly skippedRanks: number | 'any'
  /** A candidate ranked twice: the later rank is passed over, or the paper is exhausted there. */
  readonly duplicates: 'skip' | 'exhaust'
  /** Candidates whom a paper does not rank: below all whom it ranks, or compared with nobody (Condorcet methods). */
  readonly unranked: 'last' | 'no-opinion'
  /** Whether all who cannot catch up any more are excluded at once (IRV, WIGM) or one at a time. */
  readonly exclusions: 'single' | 'batch'
  /** Whether IRV ends when somebody has more than half of the votes still in the count, or when two are left. */
  readonly until: 'majority' | 'two-left'
  /** What decides between equals: who had more (or fewer) votes at the latest stage where they differed, or a lot at once. */
  readonly ties: 'earlier-stages' | 'lot'
}

/**
 * An exact number of votes as decimal digits, always with as many after the point as the result's `digits` say:
 * `'938.24707'`. A text, so that the record can hold it and no float ever touches it; `unitsOf` makes a bigint of it.
 */
export type Votes = string

/** Where votes went to at a stage: a candidate, no further choice on the paper, or lost to rounding. */
export type Receiver = number | 'exhausted' | 'rounding'

/** Votes that moved at a stage. */
export interface Transfer {
  readonly from: number
  readonly to: Receiver
  readonly votes: Votes
}

/** Why a stage moved votes. Candidates by index. */
export type Cause =
  | { readonly kind: 'first-preferences' }
  /** The surplus of somebody elected goes on; each paper keeps `surplus / of` of its value. */
  | { readonly kind: 'surplus'; readonly candidate: number; readonly surplus: Votes; readonly of: Votes }
  | { readonly kind: 'exclusion'; readonly candidates: readonly number[]; readonly because: WhyExcluded }
  /** Meek: the elected hand on what they do not need until it settles, `iterations` times. */
  | { readonly kind: 'keep-values'; readonly iterations: number }

/** `cannot-catch-up`: their votes together are fewer than those of the next. `seats-filled`: all seats are taken. */
export type WhyExcluded = 'fewest' | 'cannot-catch-up' | 'seats-filled'

/** `remaining`: as many candidates as seats were left. `most`: the most votes, or the best in a ranking. */
export type WhyElected = 'quota' | 'majority' | 'remaining' | 'most'

export interface Election {
  readonly candidate: number
  readonly because: WhyElected
}

/** One stage of a count: what moved, what everybody has after it, and who is elected on that. */
export interface Stage {
  readonly cause: Cause
  readonly transfers: readonly Transfer[]
  /** After the transfers, by index of candidate. With `exhausted` and `rounding` they add up to all ballots. */
  readonly votes: readonly Votes[]
  /** On papers that name nobody any more who is in the count, papers that never did included. */
  readonly exhausted: Votes
  readonly rounding: Votes
  /** What elects at this stage, where the method has a quota (or a majority). */
  readonly quota: Votes | null
  readonly elected: readonly Election[]
}

/** What a tie was about: who is excluded, whose surplus goes first, who is elected (or elected first). */
export type TieAbout = 'exclusion' | 'surplus' | 'election'

/**
 * A tie, and how it ended. `earlier-stage`: by the votes at that stage, as the rule says. `order`: by an order given
 * beforehand. `no-matter`: none of them has any vote and all are excluded in turn, so the order changes nothing. `lot`:
 * drawn from the seeds among those whom no earlier stage told apart, in this order; `unopened` names whose seed was not
 * opened and counted as empty. `open`: only a lot decides, and
 * there was none; the count stands still there.
 */
export interface Tie {
  /** The stage (from 0) after which it had to be settled. */
  readonly stage: number
  readonly about: TieAbout
  readonly among: readonly number[]
  readonly settled:
    | { readonly by: 'earlier-stage'; readonly stage: number; readonly chosen: number }
    | { readonly by: 'order' | 'no-matter'; readonly chosen: number }
    | {
        readonly by: 'lot'
        readonly chosen: number
        readonly drawn: readonly number[]
        readonly unopened: readonly string[]
      }
    | { readonly by: 'open' }
}

/** The outcome of a count by any method, complete enough to be shown, recounted and kept in the record. */
export interface CountResult {
  readonly method: Method
  readonly options: CountOptions
  readonly candidates: readonly string[]
  readonly withdrawn: readonly number[]
  readonly seats: number
  /** All voters whose papers were read, those of blank papers too. */
  readonly ballots: number
  /** Digits after the point of all votes; of these the last `guard` only absorb rounding and are never compared. */
  readonly digits: number
  readonly guard: number
  /** `open-tie`: the last of `ties` needs a lot; winners and stages say what is certain without it. */
  readonly status: 'decided' | 'open-tie'
  /** The quota that stood at the end, where the method has one. */
  readonly quota: Votes | null
  /** In the order elected. Fewer than the seats where there were fewer candidates, or a tie is open. */
  readonly winners: readonly number[]
  readonly stages: readonly Stage[]
  readonly ties: readonly Tie[]
  /** Condorcet methods, approval and score: all candidates in tiers, best first. */
  readonly ranking?: readonly (readonly number[])[]
  /** Condorcet methods: how many voters prefer the candidate of the row to that of the column. */
  readonly pairs?: readonly (readonly number[])[]
  /** Approval and score: what each candidate got. */
  readonly points?: readonly number[]
}
