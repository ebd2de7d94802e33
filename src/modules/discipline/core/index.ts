import { barRules, type BarActs } from './bar.ts'
import { chargeRules, type ChargeActs } from './charge.ts'
import { hearingRules, type HearingActs } from './hearing.ts'
import { protectionRules, type ProtectionActs } from './protection.ts'
import { referralRules, type ReferralActs } from './referral.ts'
import { verdictRules, type VerdictActs } from './verdict.ts'

export type CaseActs = ChargeActs & HearingActs & VerdictActs & BarActs & ProtectionActs & ReferralActs

/** Charges, hearings, appeals and measures: the only way to suspend or expel. */
export const caseRules = {
  ...chargeRules,
  ...hearingRules,
  ...protectionRules,
  ...verdictRules,
  ...barRules,
  ...referralRules,
}

export { chargeableDays, groundShape } from './ground.ts'
export {
  MEASURES,
  measureShape,
  PROTECTED_RIGHTS,
  RIGHTS,
  type Measure,
  type MeasureKind,
  type ProtectedRight,
  type Right,
} from './measure.ts'
export { caseOfProtection, isContested, MOST_PROTECTION_DAYS, PROTECTION_NOTICE_DAYS } from './protection.ts'
export { lettersOf, lettersOfEnd } from './letters.ts'
export { disciplineMessages } from './messages.ts'
export { casePanelSubject, isOnCase } from './panel.ts'
export { CASE_PARTS, mayReadPart, rolesIn, type CasePart, type CaseRole } from './readers.ts'
export { checkSuspended, checkVoteSuspended, spanOf, suspensionsOf, type Suspension } from './rights.ts'
export {
  CASE_BIND,
  CASE_EXPIRE,
  CASE_HEAR,
  CASE_LAPSE,
  CASE_UNPROTECT,
  commitmentToMember,
  votableIn,
} from './slice.ts'
export {
  createCases,
  ENDS,
  PROTECTION_ENDS,
  type Case,
  type CasesSlice,
  type CasesState,
  type CaseStage,
  type End,
  type Ground,
  type Matter,
  type Part,
  type Protection,
  type ProtectionEnd,
} from './state.ts'
export { bindingBody, caseOfRound, caseSubject, daysOf, expiryBody } from './verdict.ts'
