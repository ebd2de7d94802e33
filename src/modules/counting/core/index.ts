export { decide, stricter } from './yes-no.ts'
export type { Decision, Majority, Outcome, Tally, Threshold } from './yes-no.ts'
export { whyDecided } from './messages.ts'
export { rankedBallots, SAME_RANK } from './ballots.ts'
export type { BallotLines, Rank, RankedBallots } from './ballots.ts'
export { commitmentTo, drawPlaces, unopened } from './lots.ts'
export type { Lot, LotTie, Seed } from './lots.ts'
export { sayUnits, unitsOf } from './decimals.ts'
export type {
  Cause,
  CountOptions,
  CountResult,
  Election,
  Method,
  Receiver,
  Stage,
  Tie,
  TieAbout,
  Transfer,
  Votes,
  WhyElected,
  WhyExcluded,
} from './result.ts'
export { ballotFileMessages } from './files/messages.ts'
export { readBlt } from './files/read-blt.ts'
export { writeBlt } from './files/write-blt.ts'
export { writeRankingsCsv } from './files/write-csv.ts'
export { countBy } from './methods.ts'
export type { CountChoice, MethodRule, OptionChoices } from './methods.ts'
export { countMessages } from './refusals.ts'
export { METHOD_NAMES, METHODS } from './all-methods.ts'
export type { RankedMethod } from './all-methods.ts'
export { countFile } from './count-file.ts'
export type { FileChoice, FileCount } from './count-file.ts'
export { DEBIAN_CONSTITUTION, DEBIAN_LEADER } from './ranking/debian.ts'
export type { DefaultOptionRule, Dropped, Ratio } from './ranking/default-option.ts'
