import { FLOORS } from './floors.ts'
import type { RuleSet } from './rule-set.ts'

export const PRESET_NAMES = ['reading-group', 'branch', 'federation'] as const

/** A rule set to start from. */
export type PresetName = (typeof PRESET_NAMES)[number]

const majorities: RuleSet['majorities'] = {
  ordinary: { share: '1/2', more: true, of: 'cast' },
  unity: { share: '2/3', more: false, of: 'cast' },
  rules: { share: '2/3', more: false, of: 'cast' },
}

const branch: RuleSet = {
  name: 'Branch',
  debateHours: 7 * 24,
  amendmentFreezeHours: 24,
  votingHours: 5 * 24,
  secondingDays: 30,
  motionSeconds: 2,
  amendmentSeconds: 1,
  quorum: '1/5',
  majorities,
  vouches: 2,
  admissionDays: 14,
  standingDays: 30,
  meetingQuorum: '1/5',
  reviewShare: '1/10',
  reviewDays: 14,
  reportDays: 30,
  termDays: 366,
  bounds: FLOORS,
}

/** The presets: for eight people, for a branch of some hundred, for a federation of branches. */
export const PRESETS: Readonly<Record<PresetName, RuleSet>> = {
  'reading-group': {
    ...branch,
    name: 'Reading group',
    debateHours: 72,
    amendmentFreezeHours: 12,
    votingHours: 72,
    motionSeconds: 1,
    amendmentSeconds: 0,
    quorum: '1/3',
    vouches: 1,
    meetingQuorum: '1/2',
    reviewShare: '1/5',
  },
  branch,
  federation: {
    ...branch,
    name: 'Federation',
    debateHours: 14 * 24,
    amendmentFreezeHours: 72,
    votingHours: 10 * 24,
    motionSeconds: 10,
    amendmentSeconds: 5,
    quorum: '1/10',
    meetingQuorum: '1/10',
    reviewShare: '1/20',
    reviewDays: 21,
  },
}
