export {
  closingBody,
  createVotingRules,
  MOST_QUESTIONS,
  openingBody,
  VOTE_CLOSE,
  VOTE_OPEN,
  voteIdFor,
  whyBallotInvalid,
  whyNoBallot,
} from './acts.ts'
export type { Opening, VoteSubject, VotingActs, VotingSlice } from './acts.ts'
export { couldCloseSo } from './hidden-ballots.ts'
export { belongs, countRoll, isOnRoll, rollOf, unitsOf } from './roll.ts'
export { createRollCall, type CountedBallot, type RollCall } from './roll-call.ts'
export type { Roll, RollSlice } from './roll.ts'
export { CHOICES, createVoting, unpackChoices } from './state.ts'
export type { Choice, ItemResult, OpenVote, SubjectRef, Vote, VoteItem, VotingState } from './state.ts'
export {
  ballotsOf,
  countPapers,
  mayShareRanks,
  MOST_STANDING,
  rankedCountShape,
  summaryOf,
  unpackRanks,
} from './ranked.ts'
export type { Papers, RankedCount, RankedQuestion, Ranks } from './ranked.ts'
export { votingMessages } from './messages.ts'
