import { appealSubject } from './subject.ts'

export { appealRules, type AppealActs } from './acts.ts'
export { appealMessages } from './messages.ts'
export { appealAgainst, createAppeals, type Appeal, type AppealsState } from './state.ts'

/** What panels find on for this module. */
export const appealPanels = { appeal: appealSubject }
