import { say, type Sentences } from '#kernel/sentences'
import type { Breach } from './floors.ts'
import type { Bounds, Question, RuleSet } from './rule-set.ts'

/** The rules that hold a single number or share. */
export type PlainRule = Exclude<keyof RuleSet, 'name' | 'majorities' | 'bounds' | 'directory'>

/** What each rule is called. */
export const RULE_NAMES: Readonly<Record<PlainRule, string>> = {
  debateHours: 'Hours of debate',
  amendmentFreezeHours: 'Hours before the end of a debate from which no amendment is taken',
  votingHours: 'Hours a vote is open',
  secondingDays: 'Days a motion may wait for its seconds',
  motionSeconds: 'Seconds a motion needs',
  amendmentSeconds: 'Seconds an amendment needs',
  quorum: 'Share of the roll that must take part in a vote',
  vouches: 'Members who vouch for an applicant',
  admissionDays: 'Days from admission to a first vote',
  standingDays: 'Days of notice before standing lapses',
  meetingQuorum: 'Share of the roll that a meeting must count',
  reviewShare: 'Share of the roll that can have a meeting’s decision reviewed',
  reviewDays: 'Days to petition against a meeting’s decision',
  reportDays: 'Days to attach minority reports',
  termDays: 'Longest term of an office in days',
}

/** What the majority for each kind of question is called. */
export const MAJORITY_NAMES: Readonly<Record<Question, string>> = {
  ordinary: 'Majority for motions and amendments',
  unity: 'Majority for points of unity',
  rules: 'Majority for rules and units',
}

/** What each bound is called. */
export const BOUND_NAMES: Readonly<Record<keyof Bounds, string>> = {
  debateHoursLeast: 'Least hours of debate',
  votingHoursLeast: 'Least hours a vote is open',
  secondsMost: 'Most seconds that may be demanded',
  quorumLeast: 'Least quorum',
  ordinaryLeast: 'Least majority for motions and amendments',
  unityLeast: 'Least majority for points of unity',
  rulesLeast: 'Least majority for rules and units',
  majorityMost: 'Highest majority or quorum that may be demanded',
  admissionDaysLeast: 'Least days from admission to a first vote',
  vouchesMost: 'Most vouches that may be demanded',
  standingDaysLeast: 'Least days of notice before standing lapses',
  meetingQuorumLeast: 'Least quorum of a meeting',
  reviewShareMost: 'Largest share that may be demanded for a review',
  reviewDaysLeast: 'Least days to petition against a meeting’s decision',
  reportDaysLeast: 'Least days to attach minority reports',
  termDaysMost: 'Longest term that may be allowed, in days',
}

/** What the rule of this name (`debateHours`, `majorities.unity`, `bounds.quorumLeast`) is called. */
function ruleName(rule: string): string {
  const [first = '', second = ''] = rule.split('.')
  if (first === 'majorities') return nameIn(MAJORITY_NAMES, second)
  if (first === 'bounds') return `For units below: ${nameIn(BOUND_NAMES, second)}`
  if (first === 'directory') return 'What members see of one another'
  return first === 'name' ? 'Name of these rules' : nameIn(RULE_NAMES, first)
}

function nameIn(names: Readonly<Record<string, string>>, key: string): string {
  return Object.hasOwn(names, key) ? (names[key] ?? key) : key
}

/** What is said of one rule outside its bound. */
export function breachSentence({ rule, value, bound, side }: Breach): string {
  return `“${ruleName(rule)}” is ${value}, but must be ${side === 'least' ? 'at least' : 'at most'} ${bound}`
}

export const rulebookMessages: Sentences<'rule-malformed'> = {
  'rule-malformed': ({ rule, typed, expected }) =>
    `“${ruleName(say(rule))}”: ${typed === '' ? 'nothing is filled in' : `“${say(typed)}” cannot be taken`}; it must be ${say(expected)}.`,
}
