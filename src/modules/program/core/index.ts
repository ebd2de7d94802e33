export { programEnactments, programRules } from './acts.ts'
export type { ProgramActs, ProgramEnactments } from './acts.ts'
export { addPoint, createProgram } from './state.ts'
export type {
  Point,
  PointClause,
  PointKind,
  ProgramSlice,
  ProgramState,
  Rationale,
  Revision,
} from './state.ts'
export { programMessages } from './messages.ts'
