import { drawRules, electionSubject, type DrawActs } from './election.ts'
import { nominationRules, type NominationActs } from './nominations.ts'
import { recallRules, recallSubject, type RecallActs } from './recall.ts'
import { termRules, type TermActs } from './terms.ts'

export type ElectionActs = NominationActs & DrawActs & TermActs & RecallActs

/** Nominations, lots, terms and recalls. */
export const electionRules = { ...nominationRules, ...drawRules, ...termRules, ...recallRules }

/** What elections and recalls put to the vote. */
export const electionSubjects = { election: electionSubject, recall: recallSubject }

export { drawBody, lotOf } from './election.ts'
export { electionMessages } from './messages.ts'
export { MOST_STATEMENT_LENGTH } from './nominations.ts'
export { officeEnactments, type OfficeEnactments } from './offices.ts'

export { ELECTION_CALL, ELECTION_DRAW, NOMINATIONS_CLOSE, RECALL_LAPSE, TERM_BEGIN } from './slice.ts'
export { createElections, electionsTo, electionUnderWay } from './state.ts'
export type { Candidate, Election, ElectionsState, Office, Recall, Vacancy } from './state.ts'
export { checkTypedOpening, checkTypedStatement } from './typed.ts'
export { vacancyBody } from './terms.ts'
