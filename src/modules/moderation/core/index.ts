import { hidingRules, type HidingActs } from './hide.ts'
import { ownTextRules, type OwnTextActs } from './own.ts'

export type ModerationActs = HidingActs & OwnTextActs

/** Hiding and lifting by moderators; withdrawing and erasing by authors. */
export const moderationRules = { ...hidingRules, ...ownTextRules }

export { conductBefore, moderationEnactments, type ModerationEnactments } from './conduct.ts'
export { endHiding, isSameRef, MOST_REASON_LENGTH, type ModerationRulesSlice } from './hide.ts'
export { keyShape, refFields } from './shapes.ts'
export { moderationMessages } from './messages.ts'
export { createModeration, standingHiding, TEXT_KINDS } from './state.ts'
export type { CitedRule, Conduct, Hiding, Marked, ModerationState, TextKind, TextRef } from './state.ts'
export { findText, type FoundText } from './texts.ts'
