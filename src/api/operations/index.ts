import type { Operation } from '../operation.server.ts'
import { enterAct, enterActsTogether, tryAct } from './acts.server.ts'
import { apply } from './apply.server.ts'
import { caseDeeds } from './case-deeds.server.ts'
import { getCase, listCases, listOwnCases } from './cases.server.ts'
import { complaintOperations } from './complaints.server.ts'
import { getCouncil, getMandate, getRotation, listAllCouncils } from './councils.server.ts'
import { moveClock } from './demonstration.server.ts'
import { getBallots, getElection } from './elections.server.ts'
import { importMembers, previewMembers } from './import.server.ts'
import { inviteAll, inviteMember } from './invitations.server.ts'
import { endOwnToken, endSession, getMe, getNeeds, listOwnTokens, listSessions } from './me.server.ts'
import { deliverIssuerKeys, getIssuers, getOpening, reportIssuerCount } from './issuers.server.ts'
import { getMember, listPeopleHere } from './members.server.ts'
import { listHidings } from './moderation.server.ts'
import { getMotion, listMotions, listSpeeches, previewText } from './motions.server.ts'
import { getPreferences, setPreferences } from './notices.server.ts'
import { getOffice, listOffices } from './offices.server.ts'
import { getOrganization } from './organization.server.ts'
import { getProblem, listProblems } from './problems.server.ts'
import { getPoint, listPoints } from './program.server.ts'
import { panelSides } from './panel-sides.server.ts'
import { getPanel } from './panels.server.ts'
import { getRecall } from './recalls.server.ts'
import {
  exportRecord,
  findByAct,
  getCheckpoint,
  getEntry,
  getProof,
  getTile,
  listEntries,
} from './record.server.ts'
import { getRulebook, getRules } from './rulebook.server.ts'
import { searchAll } from './search.server.ts'
import { enterFounding, importFoundingRoll, inviteFounders, previewFoundingRoll } from './setup.server.ts'
import { getTendency, listTendencies } from './tendencies.server.ts'
import { getUnit, listUnits } from './units.server.ts'
import { getBoard, issueVoteKeys } from './secret-votes.server.ts'
import { getRollCall, getVote, listVotes } from './votes.server.ts'
import { askWhatIf } from './what-if.server.ts'
import { endOwnWebhook, listOwnWebhooks, makeOwnWebhook, tryOwnWebhook } from './webhooks.server.ts'

/** Everything that the API does. */
export const operations: readonly Operation[] = [
  getOrganization,
  searchAll,
  getMe,
  getNeeds,
  listOwnTokens,
  endOwnToken,
  listSessions,
  endSession,
  getPreferences,
  setPreferences,
  enterAct,
  enterActsTogether,
  tryAct,
  listMotions,
  getMotion,
  listSpeeches,
  previewText,
  listVotes,
  getVote,
  getRollCall,
  issueVoteKeys,
  getBoard,
  getIssuers,
  getOpening,
  deliverIssuerKeys,
  reportIssuerCount,
  listPoints,
  getPoint,
  listUnits,
  getUnit,
  listAllCouncils,
  getCouncil,
  getMandate,
  getRotation,
  listOffices,
  getOffice,
  getElection,
  getBallots,
  getRecall,
  listTendencies,
  getTendency,
  listCases,
  getCase,
  listOwnCases,
  ...caseDeeds,
  ...complaintOperations,
  listHidings,
  getPanel,
  ...panelSides,
  listPeopleHere,
  getMember,
  apply,
  inviteMember,
  inviteAll,
  previewMembers,
  importMembers,
  getRulebook,
  getRules,
  askWhatIf,
  listEntries,
  getEntry,
  getProof,
  findByAct,
  getCheckpoint,
  exportRecord,
  getTile,
  listOwnWebhooks,
  makeOwnWebhook,
  tryOwnWebhook,
  endOwnWebhook,
  enterFounding,
  previewFoundingRoll,
  importFoundingRoll,
  inviteFounders,
  moveClock,
  listProblems,
  getProblem,
]
