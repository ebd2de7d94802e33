export { amendRules, type AmendActs } from './amend.ts'
export { debateRules, type DebateActs } from './debate.ts'
export { motionEnactments, type MotionEnactments } from './enactments.ts'
export { meetingRules, type MeetingActs } from './meeting.ts'
export { createProposeRules, MOST_TITLE_LENGTH, type ProposeActs } from './propose.ts'
export { MOTION_LAPSE, type Enactments, type MotionsSlice } from './slice.ts'
export { stageMoment } from './stage-moment.ts'
export { amendmentsTo, createMotions } from './state.ts'
export type {
  Amendment,
  AmendmentStage,
  Decided,
  Enactment,
  MeetingCount,
  Motion,
  MotionsState,
  Report,
  Speech,
  Stage,
  StageKind,
} from './state.ts'
export {
  createMotionSubjects,
  nextSubject,
  type AmendmentsSettlement,
  type MotionSettlement,
} from './subjects.ts'
export {
  applyChanges,
  checkChanges,
  diffClauses,
  diffWords,
  editToChanges,
  mergeAmendments,
  splitIntoClauses,
} from './text/index.ts'
export type { Change, ChangeSet, Clause, ClauseDiff, DiffPart, EditedClause } from './text/index.ts'
export { timelineOf, type Step } from './timeline.ts'
export { checkTypedClauses, checkTypedMeeting, checkTypedReport, checkTypedTitle } from './typed.ts'
export { motionMessages } from './messages.ts'
export { textMessages } from './text/index.ts'
