import { tendencyLifeRules, type TendencyLifeActs } from './acts.ts'
import { tendencyOwnRules, type TendencyOwnActs } from './own-acts.ts'
import { unlistedRules, type UnlistedActs } from './unlisted-acts.ts'

export type TendencyActs = TendencyLifeActs & TendencyOwnActs & UnlistedActs

/** Founding, signing and leaving tendencies; what they decide about themselves and say beside motions. */
export const tendencyRules = { ...tendencyLifeRules, ...tendencyOwnRules, ...unlistedRules }

export { reviewBody } from './acts.ts'
export { tendencyMessages } from './messages.ts'
export { MOST_TENDENCY_STATEMENT, proposalsOf } from './own-acts.ts'
export { countSignatories, signatoriesNeeded, TENDENCY_REVIEW } from './slice.ts'
export { createTendencies, isListed, MOST_SALIENCE } from './state.ts'
export type {
  Platform,
  TendenciesSlice,
  Proposal,
  Stance,
  TendenciesState,
  Tendency,
  TendencyStatement,
} from './state.ts'
export { checkUnderName, type UnderName } from './under-name.ts'
export { checkTypedTendencyName, fieldsOfPlatform, OWN_ROOM, typedPlatform } from './typed.ts'
