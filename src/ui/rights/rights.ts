/** Where a test stands, and its name as it is told when it runs: the last two parts of it. */
export interface Proof {
  readonly file: string
  readonly name: string
}

/**
 * The rights that no majority can vote away, each with the test that proves it. Their words stand in `words/…/rights.ts`, the floors of rule
 * sets in `rulebook/core/floors.ts`; README and docs/rights.md repeat the list, and a test holds all of them together.
 */
export const RIGHTS = {
  debate: { file: 'src/modules/rulebook/core/floors.test.ts', name: '%s: one beyond is refused' },
  roll: {
    file: 'src/organization/core/back-doors.test.ts',
    name: 'admits nobody to a vote on a motion whose debate has begun',
  },
  rules: {
    file: 'src/organization/core/back-doors.test.ts',
    name: 'hits no motion in debate and no petition for a recall',
  },
  waiting: { file: 'src/organization/core/back-doors.test.ts', name: 'are refused: %s' },
  tendency: {
    file: 'src/modules/tendencies/core/tendencies.test.ts',
    name: 'cannot change, rename or end it, whatever it tries',
  },
  amendment: {
    file: 'src/organization/core/back-doors.test.ts',
    name: 'goes to the vote without seconds, up to three of each to a motion',
  },
  seats: {
    file: 'src/organization/core/back-doors.test.ts',
    name: 'closes no office while its election is under way',
  },
  majority: {
    file: 'src/modules/rulebook/core/floors.test.ts',
    name: '%s: one beyond is refused',
  },
  recall: {
    file: 'src/organization/core/back-doors.test.ts',
    name: 'ends by a vote of those who gave it, and by nobody else’s',
  },
  charge: {
    file: 'src/modules/discipline/core/discipline.property.test.ts',
    name: 'no order of steps takes a right without notice, panel, vote and appeal',
  },
  protection: {
    file: 'src/modules/discipline/core/protection.test.ts',
    name: 'waits three days for the answer, and then for a secret vote of the unit by two thirds',
  },
  texts: {
    file: 'src/modules/moderation/core/moderation.test.ts',
    name: 'a text is hidden only by a moderator under a rule of its time, and erased only by its author',
  },
  appeal: {
    file: 'src/modules/appeals/core/appeals.test.ts',
    name: 'restores it where no panel decides in time',
  },
  standing: {
    file: 'src/modules/appeals/core/appeals.test.ts',
    name: 'lapses nothing while it is contested, and is struck where no panel decides',
  },
  units: {
    file: 'src/organization/core/back-doors.test.ts',
    name: 'no enactment redraws, merges or dissolves a unit, or moves anybody',
  },
  branches: {
    file: 'src/organization/core/back-doors.test.ts',
    name: 'the whole’s bounds take no branch below the floors',
  },
  powers: {
    file: 'src/organization/core/powers.test.ts',
    name: 'are all listed, with whom they hit and that the rules were kept',
  },
} as const satisfies Readonly<Record<string, Proof>>

/** See `RIGHTS`. */
export type Right = keyof typeof RIGHTS
