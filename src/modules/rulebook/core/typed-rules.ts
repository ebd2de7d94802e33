import { refuse, type Refusal } from '#kernel/refusal'
import { BALLOT_QUESTIONS, mayBeNone, USUAL_BALLOTS, type BallotRules } from './ballot-rules.ts'
import { USUAL_DISCIPLINE, type DisciplineRules } from './discipline-rules.ts'
import { USUAL_ELECTIONS, type ElectionRules } from './election-rules.ts'
import { FLOORS } from './floors.ts'
import type { Expected } from './faults.ts'
import { RULE_NAMES } from './names.ts'
import { USUAL_TENDENCIES, type TendencyRules } from './tendency-rules.ts'
import { OFFICE_ACTS } from './signature-rules.ts'
import {
  ballotsOf,
  directoryOf,
  disciplineOf,
  electionsOf,
  reportDaysOf,
  signedActsOf,
  tendencyRulesOf,
  USUAL_MANDATE_REPORT_DAYS,
  QUESTIONS,
  ruleSetShape,
  type Bounds,
  type PlainRule,
  type RuleSet,
} from './rule-set.ts'

/** The rules of a single value in the order of a form, and all bounds. */
export const PLAIN_RULES = Object.keys(RULE_NAMES.en.rules) as readonly PlainRule[]
export const ELECTION_RULES = Object.keys(USUAL_ELECTIONS) as readonly (keyof ElectionRules)[]
export const DISCIPLINE_RULES = Object.keys(USUAL_DISCIPLINE) as readonly (keyof DisciplineRules)[]
export const TENDENCY_RULES = Object.keys(USUAL_TENDENCIES) as readonly (keyof TendencyRules)[]
export const BALLOT_RULES = Object.keys(USUAL_BALLOTS) as readonly (keyof BallotRules)[]
export const BOUNDS = Object.keys(FLOORS) as readonly (keyof Bounds)[]

// Every bound of a fraction is a fraction and every other a count, so the floors tell what a field holds.
const FRACTIONS: ReadonlySet<string> = new Set([
  'quorum',
  'meetingQuorum',
  'reviewShare',
  ...BOUNDS.filter((bound) => typeof FLOORS[bound] === 'string'),
])

/** Whether the field of this rule or bound takes a fraction; the others take a whole number. */
export function takesFraction(rule: PlainRule | keyof Bounds): boolean {
  return FRACTIONS.has(rule)
}

/** The same for a rule of elections. */
export function takesElectionFraction(rule: keyof ElectionRules): boolean {
  return rule === 'quorum' || rule === 'recallShare'
}

/** The same for a rule of discipline. */
export function takesDisciplineFraction(rule: keyof DisciplineRules): boolean {
  return rule === 'measures' || rule === 'expulsion'
}

/** The same for a rule of tendencies. */
export function takesTendencyFraction(rule: keyof TendencyRules): boolean {
  return rule === 'share'
}

/** The bound of a rule: no less or no more than this. Undefined where the floors leave a rule free. */
export function boundOf(
  rule: PlainRule,
  bounds: Bounds,
): { readonly side: 'least' | 'most'; readonly value: number | string } | undefined {
  const most = RULE_MOST[rule]
  if (most !== undefined) return { side: 'most', value: bounds[most] }
  const least = BOUNDS.find((bound) => bound === `${rule}Least`)
  return least === undefined ? undefined : { side: 'least', value: bounds[least] }
}

const RULE_MOST: Readonly<Partial<Record<PlainRule, keyof Bounds>>> = {
  motionSeconds: 'secondsMost',
  amendmentSeconds: 'secondsMost',
  vouches: 'vouchesMost',
  reviewShare: 'reviewShareMost',
  termDays: 'termDaysMost',
}

/**
 * Reads a rule set from a form with one field a rule: `debateHours`, `majorities.unity.share` (and `.more`: yes or no,
 * `.of`), `bounds.quorumLeast`. Refusal: `rule-malformed` for the first field that cannot be taken.
 */
export function rulesFromFields(typed: (field: string) => string): RuleSet | Refusal {
  const value = (field: string, rule: PlainRule | keyof Bounds): string | number =>
    takesFraction(rule) ? typed(field) : wholeNumber(typed(field))
  const parsed = ruleSetShape.safeParse({
    name: typed('name'),
    ...Object.fromEntries(PLAIN_RULES.map((rule) => [rule, value(rule, rule)])),
    majorities: Object.fromEntries(
      QUESTIONS.map((question) => {
        const field = (part: string): string => typed(`majorities.${question}.${part}`)
        return [question, { share: field('share'), more: field('more') === 'yes', of: field('of') }]
      }),
    ),
    bounds: Object.fromEntries(BOUNDS.map((bound) => [bound, value(`bounds.${bound}`, bound)])),
    ...directoryIn(typed('directory')),
    ...kindIn('elections', USUAL_ELECTIONS, typed),
    ...reportDaysIn(typed('mandateReportDays')),
    ...ballotsIn((field) => typed(`ballots.${field}`)),
    ...kindIn('tendencies', USUAL_TENDENCIES, typed),
    ...kindIn('discipline', USUAL_DISCIPLINE, typed),
    ...signaturesIn((act) => typed(`signatures.${act}`)),
  })
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const rule = issue?.path.map(String).join('.') ?? ''
  return refuse('rule-malformed', { rule, typed: typed(rule), ...expectedIn(rule, issue) })
}

/** The fields of a form that stand for this rule set. */
export function fieldsFromRules(rules: RuleSet): Readonly<Record<string, string>> {
  return Object.fromEntries([
    ['name', rules.name],
    ...PLAIN_RULES.map((rule) => [rule, String(rules[rule])]),
    ...QUESTIONS.flatMap((question) => {
      const { share, more, of } = rules.majorities[question]
      const at = `majorities.${question}`
      return [
        [`${at}.share`, share],
        [`${at}.more`, more ? 'yes' : 'no'],
        [`${at}.of`, of],
      ]
    }),
    ...BOUNDS.map((bound) => [`bounds.${bound}`, String(rules.bounds[bound])]),
    ['directory', directoryOf(rules)],
    ...ELECTION_RULES.map((rule) => [`elections.${rule}`, String(electionsOf(rules)[rule])]),
    ['mandateReportDays', String(reportDaysOf(rules))],
    ...BALLOT_RULES.map((rule) => [`ballots.${rule}`, String(ballotsOf(rules)[rule] ?? '')]),
    ...TENDENCY_RULES.map((rule) => [`tendencies.${rule}`, String(tendencyRulesOf(rules)[rule])]),
    ...DISCIPLINE_RULES.map((rule) => [`discipline.${rule}`, String(disciplineOf(rules)[rule])]),
    ...OFFICE_ACTS.map((act) => [`signatures.${act}`, signedActsOf(rules).includes(act) ? 'yes' : '']),
  ]) as Readonly<Record<string, string>>
}

/** What holds without a word is not written down: the same rules have one text. */
function directoryIn(text: string): { readonly directory?: string } {
  return text === '' || text === 'places' ? {} : { directory: text }
}

/** What is left empty is as usual; rules of a kind that are all as usual are not written down either. */
function kindIn<Kind extends string, Rule extends string>(
  kind: Kind,
  usual: Readonly<Record<Rule, string | number | null>>,
  typed: (field: string) => string,
): Readonly<Partial<Record<Kind, unknown>>> {
  const rules = Object.keys(usual) as Rule[]
  const filled = rules.map((rule): readonly [Rule, string | number | null] => {
    const text = typed(`${kind}.${rule}`)
    if (text === '') return [rule, usual[rule]]
    return [rule, typeof usual[rule] === 'number' ? wholeNumber(text) : text]
  })
  const isUsual = filled.every(([rule, value]) => value === usual[rule])
  return (isUsual ? {} : { [kind]: Object.fromEntries(filled) }) as Readonly<Partial<Record<Kind, unknown>>>
}

function reportDaysIn(text: string): { readonly mandateReportDays?: number } {
  return text === '' || text === String(USUAL_MANDATE_REPORT_DAYS)
    ? {}
    : { mandateReportDays: wholeNumber(text) }
}

/** As with elections; but a rule that can be none is none where the others are filled in and it is not. */
function ballotsIn(typed: (field: keyof BallotRules) => string): { readonly ballots?: unknown } {
  if (BALLOT_RULES.every((rule) => typed(rule) === '')) return {}
  const filled = BALLOT_RULES.map((rule): readonly [keyof BallotRules, string | number | null] => {
    const text = typed(rule)
    if (text === '') return [rule, mayBeNone(rule) ? null : USUAL_BALLOTS[rule]]
    return [rule, mayBeNone(rule) || typeof USUAL_BALLOTS[rule] === 'number' ? wholeNumber(text) : text]
  })
  const isUsual = filled.every(([rule, value]) => value === USUAL_BALLOTS[rule])
  return isUsual ? {} : { ballots: Object.fromEntries(filled) }
}

function signaturesIn(typed: (act: string) => string): { readonly signatures?: unknown } {
  const acts = OFFICE_ACTS.filter((act) => typed(act) === 'yes').toSorted()
  return acts.length === 0 ? {} : { signatures: { acts } }
}

function wholeNumber(text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
}

/** The rules that are one of a few words. */
const OF_LIST: ReadonlySet<string> = new Set([
  'directory',
  'elections.method',
  'elections.vacancy',
  'ballots.participation',
  ...BALLOT_QUESTIONS.map((question) => `ballots.${question}`),
])

function expectedIn(
  rule: string,
  issue:
    | { readonly code?: string | undefined; readonly maximum?: unknown; readonly minimum?: unknown }
    | undefined,
): { readonly expected: Expected; readonly bound?: number } {
  if (rule === 'name') return { expected: 'name' }
  if (OF_LIST.has(rule)) return { expected: 'one-of-list' }
  if (issue?.code === 'too_big') return { expected: 'most', bound: Number(issue.maximum) }
  if (issue?.code === 'too_small') return { expected: 'least', bound: Number(issue.minimum) }
  const last = rule.split('.').at(-1) ?? ''
  return {
    expected:
      last === 'share' ||
      last === 'recallShare' ||
      rule === 'discipline.measures' ||
      rule === 'discipline.expulsion' ||
      FRACTIONS.has(last)
        ? 'fraction'
        : 'whole-number',
  }
}
