import { barRules, type BarActs } from './bar.ts'
import { chargeRules, type ChargeActs } from './charge.ts'
import { hearingRules, type HearingActs } from './hearing.ts'
import { referralRules, type ReferralActs } from './referral.ts'
import { verdictRules, type VerdictActs } from './verdict.ts'

export type CaseActs = ChargeActs & HearingActs & VerdictActs & BarActs & ReferralActs

/** Charges, hearings, appeals and measures: the only way to suspend or expel. */
export const caseRules = { ...chargeRules, ...hearingRules, ...verdictRules, ...barRules, ...referralRules }

export { chargeableDays } from './ground.ts'
export { MEASURES, RIGHTS, type Measure, type MeasureKind, type Right } from './measure.ts'
export { lettersOf, lettersOfEnd } from './letters.ts'
export { disciplineMessages } from './messages.ts'
export { casePanelSubject } from './panel.ts'
export { CASE_PARTS, mayReadPart, rolesIn, type CasePart, type CaseRole } from './readers.ts'
export { checkSuspended, checkVoteSuspended, suspensionsOf, type Suspension } from './rights.ts'
export { CASE_BIND, CASE_EXPIRE, CASE_HEAR, CASE_LAPSE, commitmentToMember } from './slice.ts'
export {
  createCases,
  ENDS,
  type Case,
  type CasesSlice,
  type CasesState,
  type CaseStage,
  type End,
  type Ground,
  type Matter,
  type Part,
} from './state.ts'
export { bindingBody, caseOfRound, caseSubject, daysOf, expiryBody } from './verdict.ts'
