import type { BallotRules } from './ballot-rules.ts'
import type { DisciplineRules } from './discipline-rules.ts'
import type { ElectionRules } from './election-rules.ts'
import type { OfficeAct } from './signature-rules.ts'
import type { TendencyRules } from './tendency-rules.ts'
import type { Bounds, PlainRule, Question, RuleSet } from './rule-set.ts'

/** What a language calls rules and bounds. */
export interface RuleNames {
  /** The name of a rule set itself. */
  readonly name: string
  /** What members see of one another. */
  readonly directory: string
  /** Days after which a report on a mandate is due. */
  readonly mandateReportDays: string
  /** A bound, said to be for the units below. */
  readonly below: (bound: string) => string
  readonly rules: Readonly<Record<PlainRule, string>>
  readonly elections: Readonly<Record<keyof ElectionRules, string>>
  readonly ballots: Readonly<Record<keyof BallotRules, string>>
  readonly tendencies: Readonly<Record<keyof TendencyRules, string>>
  readonly discipline: Readonly<Record<keyof DisciplineRules, string>>
  /** What somebody in office does for which a signature can be demanded. */
  readonly signatures: Readonly<Record<OfficeAct, string>>
  readonly majorities: Readonly<Record<Question, string>>
  readonly bounds: Readonly<Record<keyof Bounds, string>>
}

/** How a language tells a rule set: one sentence for each rule, in an order that all rule sets share. */
export interface RuleSentences {
  readonly motions: (rules: RuleSet) => readonly string[]
  readonly votes: (rules: RuleSet) => readonly string[]
  readonly meetings: (rules: RuleSet) => readonly string[]
  readonly members: (rules: RuleSet) => readonly string[]
  readonly offices: (rules: RuleSet) => readonly string[]
  readonly bounds: { readonly [Bound in keyof Bounds]: (value: Bounds[Bound]) => string }
}
