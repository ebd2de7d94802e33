import { compareFractions, type Fraction } from '#kernel/fraction'
import type { DisciplineRules } from './discipline-rules.ts'
import type { ElectionRules } from './election-rules.ts'
import type { TendencyRules } from './tendency-rules.ts'
import type { Bounds, RuleSet } from './rule-set.ts'

/**
 * The floors: no rule set below one is accepted, whoever votes for it. They are repeated in the README, with reasons.
 */
export const FLOORS: Bounds = {
  debateHoursLeast: 72,
  votingHoursLeast: 24,
  secondsMost: 20,
  quorumLeast: '1/20',
  ordinaryLeast: '1/2',
  unityLeast: '3/5',
  rulesLeast: '3/5',
  // Above this a few could bind the many for good: what was adopted could never be changed again. A quorum too.
  majorityMost: '3/4',
  admissionDaysLeast: 14,
  vouchesMost: 5,
  standingDaysLeast: 14,
  meetingQuorumLeast: '1/20',
  reviewShareMost: '1/5',
  reviewDaysLeast: 14,
  reportDaysLeast: 14,
  termDaysMost: 732,
}

/** The floors of elections: they hold for every unit alike, and no unit sets stricter ones for those below. */
export const ELECTION_FLOORS = {
  nominationDaysLeast: 3,
  votingDaysLeast: 1,
  quorumLeast: '1/20',
  quorumMost: '3/4',
  recallShareMost: '1/5',
  recallDaysLeast: 14,
} as const

/** The floors of tendencies: no unit and no parent asks for more signatories, or ends one sooner. */
export const TENDENCY_FLOORS = { membersMost: 3, shareMost: '1/50', belowDaysLeast: 30 } as const

/**
 * What has a ceiling, or else a majority could let everything wait for a year, or a newcomer: they hold for rules that are adopted since
 * the sixth law.
 */
export const CEILINGS = {
  secondingDaysLeast: 3,
  debateHoursMost: 90 * 24,
  votingHoursMost: 60 * 24,
  admissionDaysMost: 183,
  nominationDaysMost: 90,
  electionDaysMost: 60,
} as const

/** The floors of due process: no unit and no parent charges, suspends or expels on less. */
export const DISCIPLINE_FLOORS = {
  chargersLeast: 2,
  limitationDaysMost: 366,
  noticeDaysLeast: 14,
  panelLeast: 3,
  findingDaysMost: 90,
  appealDaysLeast: 30,
  measuresLeast: '1/2',
  expulsionLeast: '2/3',
  warningDaysMost: 366,
  suspensionDaysMost: 183,
  barDaysMost: 1096,
} as const

/** One rule outside its bound: it must be at `least`, at `most`, or `above` it; facts are plain for a sentence. */
export type Breach = {
  readonly rule: string
  readonly value: number | string
  readonly bound: number | string
  readonly side: 'least' | 'most' | 'above'
}

/** What in a rule set lies outside the bounds; an empty list where nothing does. */
export function breaches(rules: RuleSet, bounds: Bounds): readonly Breach[] {
  const { majorities } = rules
  return [
    ...tooLow('debateHours', rules.debateHours, bounds.debateHoursLeast),
    ...tooLow('votingHours', rules.votingHours, bounds.votingHoursLeast),
    // A freeze as long as the debate would be a debate without amendments.
    ...tooHigh('amendmentFreezeHours', rules.amendmentFreezeHours, Math.floor(rules.debateHours / 2)),
    ...tooHigh('motionSeconds', rules.motionSeconds, bounds.secondsMost),
    ...tooHigh('amendmentSeconds', rules.amendmentSeconds, bounds.secondsMost),
    ...tooSmall('quorum', rules.quorum, bounds.quorumLeast),
    ...tooLarge('quorum', rules.quorum, bounds.majorityMost),
    ...majorityBreaches('ordinary', majorities.ordinary, bounds.ordinaryLeast, bounds.majorityMost),
    ...majorityBreaches('unity', majorities.unity, bounds.unityLeast, bounds.majorityMost),
    ...majorityBreaches('rules', majorities.rules, bounds.rulesLeast, bounds.majorityMost),
    ...tooLow('admissionDays', rules.admissionDays, bounds.admissionDaysLeast),
    ...tooHigh('vouches', rules.vouches, bounds.vouchesMost),
    ...tooLow('standingDays', rules.standingDays, bounds.standingDaysLeast),
    ...tooSmall('meetingQuorum', rules.meetingQuorum, bounds.meetingQuorumLeast),
    ...tooLarge('reviewShare', rules.reviewShare, bounds.reviewShareMost),
    ...tooLow('reviewDays', rules.reviewDays, bounds.reviewDaysLeast),
    ...tooLow('reportDays', rules.reportDays, bounds.reportDaysLeast),
    ...tooHigh('termDays', rules.termDays, bounds.termDaysMost),
    ...boundsBreaches(rules.bounds, bounds),
    ...contradictions(rules.bounds),
    ...(rules.elections === undefined ? [] : electionBreaches(rules.elections)),
    ...(rules.tendencies === undefined ? [] : tendencyBreaches(rules.tendencies)),
    ...(rules.discipline === undefined ? [] : disciplineBreaches(rules.discipline)),
  ]
}

/** What in a rule set, or in what it asks of units below, would let things wait for longer than anybody can be made to. */
export function ceilingBreaches({ bounds, elections, ...rules }: RuleSet): readonly Breach[] {
  const most = CEILINGS
  return [
    ...tooLow('secondingDays', rules.secondingDays, most.secondingDaysLeast),
    ...tooHigh('debateHours', rules.debateHours, most.debateHoursMost),
    ...tooHigh('votingHours', rules.votingHours, most.votingHoursMost),
    ...tooHigh('admissionDays', rules.admissionDays, most.admissionDaysMost),
    ...tooHigh('bounds.debateHoursLeast', bounds.debateHoursLeast, most.debateHoursMost),
    ...tooHigh('bounds.votingHoursLeast', bounds.votingHoursLeast, most.votingHoursMost),
    ...tooHigh('bounds.admissionDaysLeast', bounds.admissionDaysLeast, most.admissionDaysMost),
    ...(elections === undefined
      ? []
      : [
          ...tooHigh('elections.nominationDays', elections.nominationDays, most.nominationDaysMost),
          ...tooHigh('elections.votingDays', elections.votingDays, most.electionDaysMost),
        ]),
  ]
}

/** The bounds of a unit that is held to both: the stricter of each. */
export function strictest(a: Bounds, b: Bounds): Bounds {
  const laxer = new Set(boundsBreaches(a, b).map(({ rule }) => rule))
  const entries = Object.keys(a).map((key) => [
    key,
    laxer.has(`bounds.${key}`) ? b[key as keyof Bounds] : a[key as keyof Bounds],
  ])
  return Object.fromEntries(entries) as Bounds
}

function electionBreaches(rules: ElectionRules): readonly Breach[] {
  const floors = ELECTION_FLOORS
  return [
    ...tooLow('elections.nominationDays', rules.nominationDays, floors.nominationDaysLeast),
    ...tooLow('elections.votingDays', rules.votingDays, floors.votingDaysLeast),
    ...tooSmall('elections.quorum', rules.quorum, floors.quorumLeast),
    ...tooLarge('elections.quorum', rules.quorum, floors.quorumMost),
    ...tooLarge('elections.recallShare', rules.recallShare, floors.recallShareMost),
    ...tooLow('elections.recallDays', rules.recallDays, floors.recallDaysLeast),
  ]
}

function tendencyBreaches({ members, share, belowDays }: TendencyRules): readonly Breach[] {
  return [
    ...tooHigh('tendencies.members', members, TENDENCY_FLOORS.membersMost),
    ...tooLarge('tendencies.share', share, TENDENCY_FLOORS.shareMost),
    ...tooLow('tendencies.belowDays', belowDays, TENDENCY_FLOORS.belowDaysLeast),
  ]
}

function disciplineBreaches(rules: DisciplineRules): readonly Breach[] {
  const floors = DISCIPLINE_FLOORS
  return [
    ...tooLow('discipline.chargers', rules.chargers, floors.chargersLeast),
    ...tooHigh('discipline.limitationDays', rules.limitationDays, floors.limitationDaysMost),
    ...tooLow('discipline.noticeDays', rules.noticeDays, floors.noticeDaysLeast),
    ...tooLow('discipline.panel', rules.panel, floors.panelLeast),
    ...tooHigh('discipline.findingDays', rules.findingDays, floors.findingDaysMost),
    ...tooLow('discipline.appealDays', rules.appealDays, floors.appealDaysLeast),
    ...tooSmall('discipline.measures', rules.measures, floors.measuresLeast),
    ...tooSmall('discipline.expulsion', rules.expulsion, floors.expulsionLeast),
    ...tooHigh('discipline.warningDays', rules.warningDays, floors.warningDaysMost),
    ...tooHigh('discipline.suspensionDays', rules.suspensionDays, floors.suspensionDaysMost),
    ...tooHigh('discipline.barDays', rules.barDays, floors.barDaysMost),
  ]
}

/** Bounds that no rule set could keep would leave those below without rules of their own. */
function contradictions(below: Bounds): readonly Breach[] {
  const shares = ['quorumLeast', 'ordinaryLeast', 'unityLeast', 'rulesLeast'] as const
  return shares.flatMap((rule) => tooLarge(`bounds.${rule}`, below[rule], below.majorityMost))
}

/** Which bounds for the units below are laxer than the bounds a unit has itself. */
function boundsBreaches(below: Bounds, own: Bounds): readonly Breach[] {
  return Object.keys(own).flatMap((key) => {
    const rule = key as keyof Bounds
    const [value, bound] = [below[rule], own[rule]]
    if (typeof value === 'number' && typeof bound === 'number')
      return rule.endsWith('Most')
        ? tooHigh(`bounds.${rule}`, value, bound)
        : tooLow(`bounds.${rule}`, value, bound)
    if (typeof value === 'string' && typeof bound === 'string')
      return rule.endsWith('Most')
        ? tooLarge(`bounds.${rule}`, value, bound)
        : tooSmall(`bounds.${rule}`, value, bound)
    return []
  })
}

function majorityBreaches(
  name: string,
  majority: RuleSet['majorities']['ordinary'],
  least: Fraction,
  most: Fraction,
): readonly Breach[] {
  const rule = `majorities.${name}`
  // Exactly half would adopt and reject the same question at once, so half always means more than half.
  const half = compareFractions(majority.share, '1/2') === 0 && !majority.more
  return [
    ...tooSmall(rule, majority.share, least),
    ...tooLarge(rule, majority.share, most),
    ...(half ? [{ rule, value: majority.share, bound: '1/2', side: 'above' as const }] : []),
  ]
}

function tooLow(rule: string, value: number, bound: number): readonly Breach[] {
  return value < bound ? [{ rule, value, bound, side: 'least' }] : []
}

function tooHigh(rule: string, value: number, bound: number): readonly Breach[] {
  return value > bound ? [{ rule, value, bound, side: 'most' }] : []
}

function tooSmall(rule: string, value: Fraction, bound: Fraction): readonly Breach[] {
  return compareFractions(value, bound) < 0 ? [{ rule, value, bound, side: 'least' }] : []
}

function tooLarge(rule: string, value: Fraction, bound: Fraction): readonly Breach[] {
  return compareFractions(value, bound) > 0 ? [{ rule, value, bound, side: 'most' }] : []
}
