import type { MotionScript } from './kinds.ts'
import { AUTUMN } from './story-autumn.ts'
import { CONDUCT } from './story-conduct.ts'
import { FOUNDING } from './story-founding.ts'
import { GROUPS_FORMED } from './story-groups.ts'
import { GROWTH } from './story-growth.ts'
import { LATELY } from './story-lately.ts'
import { COUNCIL, ELECTED } from './story-elections.ts'
import { OFFICES } from './story-offices.ts'
import { PRESENT } from './story-present.ts'
import { WORK } from './story-work.ts'
import { QUARRELS } from './story-quarrels.ts'

export { MEETINGS } from './meetings.ts'
export { RATIONALES } from './rationales.ts'
export { ELECTIONS } from './elections.ts'
export { CASES, COMPLAINTS } from './cases.ts'
export { HIDINGS } from './hidings.ts'
export { TENDENCIES } from './tendencies.ts'
export { ACCOUNTS, RECALLS } from './accounts.ts'

/** All motions, in the order in which they are told. */
export const MOTIONS: readonly MotionScript[] = [
  ...FOUNDING,
  ...GROUPS_FORMED,
  ...GROWTH,
  ...QUARRELS,
  ...WORK,
  ...AUTUMN,
  ...LATELY,
  ...CONDUCT,
  ...OFFICES,
  ...ELECTED,
  ...COUNCIL,
  ...PRESENT,
]
