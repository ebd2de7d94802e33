export { complaintRules, escalationBody, type ComplaintActs } from './acts.ts'
export { complaintMessages } from './messages.ts'
export { askedIn, partiesIn, readsComplaint, roleInComplaint, type ComplaintRole } from './readers.ts'
export {
  commitmentToComplaint,
  COMPLAINT_ESCALATE,
  complaintIn,
  endComplaint,
  MOST_SEPARATION_DAYS,
  personsFor,
  type ComplaintsRulesSlice,
} from './slice.ts'
export { createComplaints, type Complaint, type ComplaintsSlice, type ComplaintsState } from './state.ts'
