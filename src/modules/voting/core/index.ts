export { createVotingRules, notOnRoll, whyNoVote } from './acts.ts'
export type { VotingActs } from './bodies.ts'
export type { Board } from './board.ts'
export { closingBody } from './closing.ts'
export { deferral, issuerEnactments, MOST_DELIVERED } from './issuer-acts.ts'
export type { IssuerActs, IssuerEnactments } from './issuer-acts.ts'
export { isIssuerAddress, OWN_ISSUER, whyNamingUnfit, type NamedIssuer } from './issuers.ts'
export { namingFor } from './issuing-keys.ts'
export { issuerLines, issuersFromLines } from './typed-issuers.ts'
export { clearOpening, setOpening, typeOfDeadline } from './opening-due.ts'
export {
  MOST_QUESTIONS,
  ROLL_AT_ANNOUNCEMENT,
  VOTE_CLOSE,
  VOTE_DEFER,
  VOTE_KEYS,
  VOTE_OPEN,
  VOTE_RENEW,
} from './names.ts'
export { openingBody, voteIdFor, type Opening, type VoteSubject } from './opening.ts'
export { secrecyOf, type Secret, type SecretQuestion, type VoteKeys } from './secret.ts'
export { sessionAt, whyNotOfficer } from './polling-acts.ts'
export { papersOfCounts, papersOfLines } from './typed-papers.ts'
export { listPapers } from './polled.ts'
export type { Polling } from './polling-bodies.ts'
export { loseKeys, renewalBody, secretVote, type SecretVote } from './secret-acts.ts'
export { ballotVote, choiceForm, findChecked, keepChecked } from './secret-ballot.ts'
export type { VotingSlice } from './slice.ts'
export { couldCloseSo } from './hidden-ballots.ts'
export { belongs, countRoll, isOnRoll, rollOf, unitsOf } from './roll.ts'
export { createRollCall, type CountedBallot, type RollCall } from './roll-call.ts'
export type { Roll, RollSlice } from './roll.ts'
export { CHOICES, createVoting, unpackChoices } from './state.ts'
export type {
  Choice,
  ItemResult,
  OpenVote,
  PollingSession,
  SubjectRef,
  Vote,
  VoteItem,
  VotingState,
} from './state.ts'
export { countPapers, keepCounted, summaryOf } from './count-papers.ts'
export { ballotsOf, firstRank, unpackRanks } from './papers.ts'
export type { Papers, Ranks } from './papers.ts'
export { mayShareRanks, MOST_STANDING, rankedCountShape } from './ranked.ts'
export type { RankedCount, RankedQuestion } from './ranked.ts'
export { votingMessages } from './messages.ts'
