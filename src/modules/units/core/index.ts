export {
  boundsFor,
  checkRulesUnder,
  checkTypedName,
  knownUnit,
  MOST_NAME_LENGTH,
  unitEnactments,
  unitRules,
} from './acts.ts'
export type { UnitActs, UnitEnactments, UnitsWriter } from './acts.ts'
export { createUnits, isWithin, organizationOf, pathUp, rulesFor, subtree } from './state.ts'
export type { Organization, Unit, UnitsSlice, UnitsState } from './state.ts'
export { unitMessages } from './messages.ts'
