export { checkSeats, checkSender, councilArea, sittingFor } from './council.ts'
export {
  delegateEnactments,
  delegateRules,
  giveMandate,
  MANDATE_END,
  MOST_OFFICE_LENGTH,
  VACANCY_FILL,
  vacate,
  vacateAll,
} from './acts.ts'
export type { DelegateActs, DelegateEnactments, DelegatesSlice } from './acts.ts'
export { createDelegates, delegatesIn, DUTIES, holdsDuty, unknownDuty } from './state.ts'
export type { DelegatesState, Duty, Mandate } from './state.ts'
export { delegateMessages } from './messages.ts'
export { checkTypedOffice, type TypedOffice } from './typed.ts'
