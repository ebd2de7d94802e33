export { CLERK, NOBODY, hashBody, hashSalted, leafText } from './entry.ts'
export type { Entry, Header, KeptEntry } from './entry.ts'
export { TILE_WIDTH, hashLeaf } from './merkle.ts'
export type { Hash, Subtree } from './merkle.ts'
export { appendLeaf, createFrontier, frontierRoot } from './frontier.ts'
export type { Frontier, NodeRun } from './frontier.ts'

export { carryOut, planInclusion } from './proof.ts'
export type { ProofPlan } from './proof.ts'
export { verifyConsistency, verifyInclusion } from './verify-proof.ts'
export { formatVkey, openNote, parseVkey, signNote } from './note.ts'
export type { NoteKey, VerifyEd25519 } from './note.ts'
export { formatCheckpoint, parseCheckpoint } from './checkpoint.ts'
export type { Checkpoint } from './checkpoint.ts'
export { formatTilePath, parseTilePath, tilesOf } from './tile.ts'
export type { Tile } from './tile.ts'
export { entryLine, formatExportLine, parseExportLine } from './export-line.ts'
export type { EntryLine, ExportLine, HeadLine, TextLine } from './export-line.ts'
export { checkProof } from './check-proof.ts'
export { formatProof, parseProof, type ProofFile } from './proof-file.ts'
export { bodyForPage, isLongBody } from './long-body.ts'
export { createTreeCheck } from './verify-tree.ts'
export type {
  RememberedCheckpoint,
  TreeCheck,
  TreeExpectations,
  TreeReport,
  Violation,
} from './verify-tree.ts'
export { recordMessages } from './messages.ts'
export type { RecordCode } from './messages.ts'
export { MEMBERS, PUBLIC } from './rule.ts'
export type { Actor, Audience, EnactmentContext, EnactmentRule, Rule, Rules } from './rule.ts'
export {
  checkHeldText,
  countShape,
  hashShape,
  heldTextShape,
  memberIdShape,
  MOST_HELD_LENGTH,
  textShape,
  uuidShape,
} from './shapes.ts'
export type { Act, Receipt } from './act.ts'
