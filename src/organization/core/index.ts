export {
  ACT_KINDS,
  ACT_TYPES,
  enteredBy,
  ruleFor,
  speaksFor,
  SEALED_ACTS,
  sealedSubjects,
  subjects,
  type ActKind,
  type Acts,
  type ActType,
} from './acts.ts'
export { createAudit, type Audit, type AuditExpectations, type AuditReport, type Restored } from './audit.ts'
export { apply, check } from './check.ts'
export { dueAct, type BallotBox, type Beside, type Lack, type SeedFor } from './due.ts'
export { enactments, type AnyEnactment } from './enactments.ts'
export { foundingIsOpen, NEWEST_LAW, nextOrigin } from './founding.ts'
export { REFUSAL_CODES, refusalSentence, refusalStatus } from './messages.ts'
export { imageDigest } from './image-digest.ts'
export { createOrg, type Head, type Org } from './org.ts'
export { POWER_TYPES, powerIn, type Power, type PowerUse } from './powers.ts'
export { pinnedRules, voteUnder, whatIf } from './what-if.ts'
export type { Otherwise, Recount, VoteUnder } from './what-if.ts'
export { unitOf } from './unit-of.ts'
