export { decide, stricter } from './yes-no.ts'
export type { Decision, Majority, Outcome, Tally, Threshold } from './yes-no.ts'
export { whyDecided } from './messages.ts'
