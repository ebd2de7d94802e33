import { ballotsOf, FLOORS, PRESETS, disciplineOf, type RuleSet } from '#modules/rulebook/core'

// Rule sets under which random histories go on.

/** Rules at the floors, so that much happens in little time. */
export const QUICK: RuleSet = {
  ...PRESETS['reading-group'],
  debateHours: 72,
  amendmentFreezeHours: 6,
  votingHours: 24,
  secondingDays: 4,
  motionSeconds: 1,
  amendmentSeconds: 1,
  quorum: '1/20',
  meetingQuorum: '1/20',
  reviewShare: '1/5',
  standingDays: 14,
}

const BALLOTS = { ...ballotsOf(QUICK), motions: 'secret', elections: 'secret', recalls: 'secret' } as const

/** All votes are secret, and tendencies end as soon as rules can let them. */
export const SECRET: RuleSet = {
  ...QUICK,
  ballots: { ...BALLOTS, keysFirst: null, ranksMost: 2 },
  tendencies: { members: 3, share: '1/50', belowDays: 30 },
}

/** Secret votes of motions with keys first, and nobody is told who took part. */
export const KEYS_FIRST: RuleSet = {
  ...QUICK,
  ballots: { ...BALLOTS, elections: 'open', keysFirst: 2, keyHours: 24, participation: 'committed' },
}

/** Due process at its floors, so that a charge goes far in little time; officers sign whom they admit. */
export const DUE_PROCESS: RuleSet = {
  ...QUICK,
  discipline: {
    ...disciplineOf(QUICK),
    chargers: 2,
    panel: 3,
    findingDays: 90,
    warningDays: 30,
    barDays: 90,
  },
  signatures: { acts: ['member.admit'] },
  tendencies: { members: 3, share: '1/50', belowDays: 30 },
}

export const RULE_SETS: readonly RuleSet[] = [
  { ...QUICK, directory: 'own-units' },
  { ...QUICK, motionSeconds: 20, amendmentSeconds: 20, amendmentFreezeHours: 36, quorum: '3/4' },
  {
    ...QUICK,
    motionSeconds: 0,
    amendmentSeconds: 0,
    amendmentFreezeHours: 0,
    vouches: 0,
    reviewShare: '0/1',
  },
  { ...QUICK, majorities: { ...QUICK.majorities, rules: { share: '3/4', more: true, of: 'roll' } } },
  { ...QUICK, majorities: { ...QUICK.majorities, ordinary: { share: '2/3', more: false, of: 'present' } } },
  { ...QUICK, bounds: { ...FLOORS, debateHoursLeast: 96, quorumLeast: '1/4', secondsMost: 2 } },
  PRESETS.branch,
  SECRET,
  KEYS_FIRST,
  DUE_PROCESS,
  { ...QUICK, tendencies: { members: 2, share: '0/1', belowDays: 30 } },
]
