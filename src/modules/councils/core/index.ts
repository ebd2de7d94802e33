export { METHODS } from './apportion.ts'
export type { AllottedRow, Apportionment, ApportionRule, Claim, Method, Share } from './apportion.ts'
export { bindingEnactments, questionOf } from './bind.ts'
export type { BindingEnactments, BindingSlice } from './bind.ts'
export { boundVotes } from './departures.ts'
export type { BoundVote } from './departures.ts'
export { councilMessages } from './messages.ts'
export { reportRules, reportState } from './reports.ts'
export type { ReportActs, ReportState } from './reports.ts'
export { rotation } from './rotation.ts'
export type { HolderRecord, Tenure } from './rotation.ts'
export {
  COUNCIL_SEAT,
  LEAST_INTERVAL,
  MOST_FIXED,
  MOST_INTERVAL,
  MOST_SEATS,
  seatedUnits,
  seatEnactments,
  seatingBody,
  seatRules,
} from './seats.ts'
export type { CouncilsSlice, SeatActs, SeatEnactments } from './seats.ts'
export { bindingsAt, createCouncils } from './state.ts'
export type { Allotment, Binding, CouncilsState, MandateReport, Seating } from './state.ts'
