export { importMessages, importSentence } from './messages.ts'
export type { ImportProblem, ImportProblemCode } from './problem.ts'
export { MOST_LINES, readMembersCsv, type MembersCsv } from './read-members-csv.ts'
export type { MemberRow } from './read-row.ts'
