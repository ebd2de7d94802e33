export { readApplicant } from './applicant.ts'
export { homeAt, homeOf, memberRules, STANDING_LAPSE } from './acts.ts'
export type { MemberActs, MembersRulesSlice } from './acts.ts'
export { groupRules } from './group-acts.ts'
export type { GroupActs } from './group-acts.ts'
export {
  checkMemberOrLapsed,
  createMembers,
  idAt,
  indexOf,
  setStatus,
  statusAt,
  statusOf,
  votersOf,
  votingHome,
} from './state.ts'
export type { MembersSlice, MembersState, MemberStatus, StandingNotice } from './state.ts'
export { importSentence, readMembersCsv, readRecords } from './import/index.ts'
export type { ImportProblem, MemberRow, MembersCsv } from './import/index.ts'
export { memberMessages } from './messages.ts'
