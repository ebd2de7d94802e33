export {
  BALLOT_QUESTIONS,
  PARTICIPATIONS,
  SECRECIES,
  type BallotQuestion,
  type BallotRules,
  type Participation,
} from './ballot-rules.ts'
export { describeBounds, describeRules, type DescribedRules } from './describe.ts'
export { majorityOfCast, type DisciplineRules } from './discipline-rules.ts'
export {
  comparesPairs,
  methodFor,
  OFFICE_METHODS,
  VACANCIES,
  type ElectionRules,
  type OfficeMethod,
} from './election-rules.ts'
export {
  breaches,
  ceilingBreaches,
  CEILINGS,
  DISCIPLINE_FLOORS,
  ELECTION_FLOORS,
  FLOORS,
  strictest,
  TENDENCY_FLOORS,
} from './floors.ts'
export type { Breach } from './floors.ts'
export { breachSentences, rulebookMessages } from './messages.ts'
export { RULE_NAMES } from './names.ts'
export { PRESET_NAMES, PRESETS } from './presets.ts'
export type { PresetName } from './presets.ts'
export {
  ballotsOf,
  DIRECTORIES,
  directoryOf,
  disciplineOf,
  electionsOf,
  majorityFor,
  MOST_MANDATE_REPORT_DAYS,
  reportDaysOf,
  QUESTIONS,
  ruleSetShape,
  signedActsOf,
  tendencyRulesOf,
} from './rule-set.ts'
export type { Bounds, Directory, PlainRule, Question, RuleSet } from './rule-set.ts'
export { notDemandable, OFFICE_ACTS, type OfficeAct } from './signature-rules.ts'
export { adoptRules, createRulebook, ownRules } from './state.ts'
export type { RulebookState, RuleVersion } from './state.ts'
export {
  BALLOT_RULES,
  DISCIPLINE_RULES,
  TENDENCY_RULES,
  boundOf,
  BOUNDS,
  ELECTION_RULES,
  fieldsFromRules,
  PLAIN_RULES,
  rulesFromFields,
  takesDisciplineFraction,
  takesElectionFraction,
  takesFraction,
  takesTendencyFraction,
} from './typed-rules.ts'
