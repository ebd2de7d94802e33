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
export { countPapers, keepCounted, summaryOf } from './count-papers.ts'
export { ballotsOf, unpackRanks } from './papers.ts'
export type { Papers, Ranks } from './papers.ts'
export { mayShareRanks, MOST_STANDING, rankedCountShape } from './ranked.ts'
export type { RankedCount, RankedQuestion } from './ranked.ts'
export { votingMessages } from './messages.ts'
