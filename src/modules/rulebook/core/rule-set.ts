import type { Majority } from '#modules/counting/core'
import { countShape, textShape } from '#modules/record/core'
import { z } from 'zod'
import { ballotRulesShape, USUAL_BALLOTS, type BallotRules } from './ballot-rules.ts'
import { disciplineRulesShape, USUAL_DISCIPLINE, type DisciplineRules } from './discipline-rules.ts'
import { electionRulesShape, USUAL_ELECTIONS, type ElectionRules } from './election-rules.ts'
import { fractionShape } from './fraction-shape.ts'
import { signatureRulesShape } from './signature-rules.ts'
import { tendencyRulesShape, USUAL_TENDENCIES, type TendencyRules } from './tendency-rules.ts'

const majorityShape: z.ZodType<Majority> = z.strictObject({
  share: fractionShape,
  more: z.boolean(),
  of: z.enum(['cast', 'present', 'roll']),
})

/** The kinds of question that may need majorities of their own. */
export const QUESTIONS = ['ordinary', 'unity', 'rules'] as const

/** `unity`: points of unity and the founding; `rules`: rule sets and units; `ordinary`: everything else. */
export type Question = (typeof QUESTIONS)[number]

/**
 * What a unit may set for itself and for the units below it. Hours, days and counts are whole numbers; a name ending in
 * `Least` is a lower bound, in `Most` an upper one.
 */
const boundsShape = z.strictObject({
  debateHoursLeast: countShape(0, 8760),
  votingHoursLeast: countShape(0, 8760),
  secondsMost: countShape(0, 1000),
  quorumLeast: fractionShape,
  ordinaryLeast: fractionShape,
  unityLeast: fractionShape,
  rulesLeast: fractionShape,
  majorityMost: fractionShape,
  admissionDaysLeast: countShape(0, 366),
  vouchesMost: countShape(0, 100),
  standingDaysLeast: countShape(0, 366),
  meetingQuorumLeast: fractionShape,
  reviewShareMost: fractionShape,
  reviewDaysLeast: countShape(0, 366),
  reportDaysLeast: countShape(0, 366),
  termDaysMost: countShape(1, 3660),
})

/** See `boundsShape`. */
export type Bounds = z.infer<typeof boundsShape>

/**
 * What members see of one another in the lists and on the pages of members: names with home and standing, names only, or
 * only who shares a unit with them. The first is what holds where a rule set says nothing.
 */
export const DIRECTORIES = ['places', 'names', 'own-units'] as const

/** See `DIRECTORIES`. */
export type Directory = (typeof DIRECTORIES)[number]

/** No rule set lets an officer be silent for longer than half a year. */
export const MOST_MANDATE_REPORT_DAYS = 183

/** The rules of procedure of a unit, as data. Hours, days and counts are whole numbers. */
export const ruleSetShape = z
  .strictObject({
    name: textShape(100),
    /** Hours a motion is debated before it goes to the vote. */
    debateHours: countShape(1, 8760),
    /** Hours before the end of a debate from which no further amendment is taken, so that each can be answered. */
    amendmentFreezeHours: countShape(0, 720),
    /** Hours a vote is open. */
    votingHours: countShape(1, 8760),
    /** Days a motion may wait for its seconds before it lapses. */
    secondingDays: countShape(1, 366),
    motionSeconds: countShape(0, 1000),
    amendmentSeconds: countShape(0, 1000),
    quorum: fractionShape,
    majorities: z.strictObject({ ordinary: majorityShape, unity: majorityShape, rules: majorityShape }),
    /** Members who must vouch for an applicant, and days between admission and a first vote. */
    vouches: countShape(0, 100),
    admissionDays: countShape(0, 366),
    /** Days of notice before standing lapses. */
    standingDays: countShape(0, 366),
    /** What a meeting needs to decide at once what cannot wait, and who can have it reviewed until when. */
    meetingQuorum: fractionShape,
    reviewShare: fractionShape,
    reviewDays: countShape(0, 366),
    /** Days after a decision during which minority reports are attached. */
    reportDays: countShape(0, 366),
    /** Longest term of an office, in days. */
    termDays: countShape(1, 3660),
    /** What units below may set for themselves. */
    bounds: boundsShape,
    /** What members may see of those who live in this unit. Since the second law; until then no rule set has it. */
    directory: z.exactOptional(z.enum(DIRECTORIES)),
    /** How offices are filled. Since the third law; until then no rule set has it. */
    elections: z.exactOptional(electionRulesShape),
    /**
     * Days after which whoever holds an office reports on it, half a year at most: silence would else be within the rules.
     * Since the third law.
     */
    mandateReportDays: z.exactOptional(countShape(7, MOST_MANDATE_REPORT_DAYS)),
    /** Which votes are secret, and how. Since the fourth law; until then no rule set has it. */
    ballots: z.exactOptional(ballotRulesShape),
    /** What a tendency needs to stand. Since the fifth law. */
    tendencies: z.exactOptional(tendencyRulesShape),
    /** Which acts of office count only when signed. Since the sixth law. */
    signatures: z.exactOptional(signatureRulesShape),
    /** How members are charged, heard, suspended and expelled. Since the sixth law. */
    discipline: z.exactOptional(disciplineRulesShape),
  })
  // The name under which documents have it.
  .meta({ id: 'RuleSet' })

/** See `ruleSetShape`. */
export type RuleSet = z.infer<typeof ruleSetShape>

/** The rules that hold a single number or share. */
export type PlainRule = Exclude<
  keyof RuleSet,
  | 'name'
  | 'majorities'
  | 'bounds'
  | 'directory'
  | 'elections'
  | 'mandateReportDays'
  | 'ballots'
  | 'tendencies'
  | 'signatures'
  | 'discipline'
>

/** What members may see of those who live where these rules hold. */
export function directoryOf({ directory }: RuleSet): Directory {
  return directory ?? 'places'
}

/** How offices are filled where these rules hold. */
export function electionsOf({ elections }: RuleSet): ElectionRules {
  return elections ?? USUAL_ELECTIONS
}

/** Which votes are secret where these rules hold, and how. */
export function ballotsOf({ ballots }: RuleSet): BallotRules {
  return ballots ?? USUAL_BALLOTS
}

/** What a tendency needs to stand where these rules hold. */
export function tendencyRulesOf({ tendencies }: RuleSet): TendencyRules {
  return tendencies ?? USUAL_TENDENCIES
}

/** The acts that count only when a device signed them, where these rules hold: none where a rule set says nothing. */
export function signedActsOf({ signatures }: RuleSet): readonly string[] {
  return signatures?.acts ?? []
}

/** How members are charged and heard where these rules hold. */
export function disciplineOf({ discipline }: RuleSet): DisciplineRules {
  return discipline ?? USUAL_DISCIPLINE
}

/** Whether two texts of rules are the same is asked of their canonical JSON; this is the question a motion falls under. */
export function majorityFor(rules: RuleSet, question: Question): Majority {
  return rules.majorities[question]
}

/** Days after which a report on a mandate is due: what holds where a rule set says nothing. */
export const USUAL_MANDATE_REPORT_DAYS = 90

/** Within how many days whoever holds an office has to report on it, again and again. */
export function reportDaysOf({ mandateReportDays }: RuleSet): number {
  return mandateReportDays ?? USUAL_MANDATE_REPORT_DAYS
}
