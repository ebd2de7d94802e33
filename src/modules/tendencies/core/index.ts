import { tendencyLifeRules, type TendencyLifeActs } from './acts.ts'
import { tendencyOwnRules, type TendencyOwnActs } from './own-acts.ts'

export type TendencyActs = TendencyLifeActs & TendencyOwnActs

/** Founding, signing and leaving tendencies; what they decide about themselves and say beside motions. */
export const tendencyRules = { ...tendencyLifeRules, ...tendencyOwnRules }

export { reviewBody } from './acts.ts'
export { tendencyMessages } from './messages.ts'
export { MOST_TENDENCY_STATEMENT, proposalsOf } from './own-acts.ts'
export { countSignatories, TENDENCY_REVIEW } from './slice.ts'
export { createTendencies, MOST_SALIENCE } from './state.ts'
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
