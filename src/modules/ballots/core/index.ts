export {
  ballotBytes,
  choiceIn,
  encodeBallot,
  encodeRegistration,
  readBallot,
  readRegistration,
  signBallot,
  signRegistration,
} from './ballot.ts'
export type { IssuerSignature, KeyRegistration, SecretBallot, SecretVote } from './ballot.ts'
export { blind, finalize, issuerKey, RSA_BYTES, type IssuerKey } from './blind-rsa.ts'
export { boardOrder, checkKeys, listKeys, makeBoard, readBoard } from './board.ts'
export {
  choiceOfLetters,
  choiceOfRanks,
  lettersOf,
  ranksOf,
  whyChoiceInvalid,
  type ChoiceForm,
} from './choice.ts'
export { keyRequest, type KeyRequest } from './key-request.ts'
export { ballotMessages } from './messages.ts'
export { boardKeeps, makeReceipt, readReceipt, type BallotReceipt } from './receipt.ts'
export { BALLOT_SALT_BYTES, contextOf, issuedMessage, type BallotContent } from './signed.ts'
export { isCountStatement, isKeyStatement, signCountStatement, signKeyStatement } from './statement.ts'
export { issuerSecrets, SLIP_BYTES, slipOf, voterKey, wordsOf, type VoterKey } from './slip.ts'
