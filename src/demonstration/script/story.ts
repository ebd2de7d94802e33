import type { MotionScript } from './kinds.ts'
import { FOUNDING } from './story-founding.ts'
import { GROWTH } from './story-growth.ts'
import { OFFICES } from './story-offices.ts'
import { PRESENT } from './story-present.ts'
import { QUARRELS } from './story-quarrels.ts'

export { MEETINGS } from './meetings.ts'
export { RATIONALES } from './rationales.ts'

/** All motions, in the order in which they are told. */
export const MOTIONS: readonly MotionScript[] = [...FOUNDING, ...GROWTH, ...QUARRELS, ...OFFICES, ...PRESENT]
