import { appealPanels, appealRules, type AppealActs } from '#modules/appeals/core'
import { fieldOf, type Json } from '#kernel/canonical'
import { refuse, type Refusal } from '#kernel/refusal'
import { reportRules, seatRules, type ReportActs, type SeatActs } from '#modules/councils/core'
import { complaintRules, type ComplaintActs } from '#modules/complaints/core'
import { delegateRules, type DelegateActs } from '#modules/delegates/core'
import { deviceRules, type DeviceActs } from '#modules/devices/core'
import { electionRules, electionSubjects, type ElectionActs } from '#modules/elections/core'
import { groupRules, memberRules, type GroupActs, type MemberActs } from '#modules/members/core'
import {
  amendRules,
  createMotionSubjects,
  createProposeRules,
  debateRules,
  meetingRules,
  type AmendActs,
  type DebateActs,
  type MeetingActs,
  type ProposeActs,
} from '#modules/motions/core'
import { moderationRules, type ModerationActs } from '#modules/moderation/core'
import { createPanelRules, type Panel, type PanelActs, type PanelSubjects } from '#modules/panels/core'
import { programRules, type ProgramActs } from '#modules/program/core'
import { recoveryRules, type RecoveryActs } from '#modules/recovery/core'
import { NOBODY, type Actor, type Rule, type Rules } from '#modules/record/core'
import { tendencyRules, type TendencyActs } from '#modules/tendencies/core'
import { caseRules, caseSubject, casePanelSubject, type CaseActs } from '#modules/discipline/core'
import type { z } from 'zod'
import { unitRules, type UnitActs } from '#modules/units/core'
import { createVotingRules, type IssuerActs, type VotingActs, type VoteSubject } from '#modules/voting/core'
import { enactments } from './enactments.ts'
import { organizationRules, type OrganizationActs } from './founding.ts'
import type { Org } from './org.ts'

/** The bodies of all types of acts. */
export type Acts = OrganizationActs &
  UnitActs &
  MemberActs &
  GroupActs &
  DelegateActs &
  SeatActs &
  ReportActs &
  ElectionActs &
  ProgramActs &
  ProposeActs &
  AmendActs &
  DebateActs &
  MeetingActs &
  VotingActs &
  IssuerActs &
  TendencyActs &
  ModerationActs &
  PanelActs &
  ComplaintActs &
  CaseActs &
  AppealActs &
  RecoveryActs &
  DeviceActs

export type ActType = keyof Acts

/** What motions put to the vote. Modules that put something else to the vote join here. */
export const subjects: Readonly<Record<string, VoteSubject<Org>>> = {
  ...createMotionSubjects(enactments),
  ...electionSubjects,
  case: caseSubject,
}

/** What panels drawn by lot find on. Modules that call panels join here. */
const panelSubjects: PanelSubjects<Org> = { case: casePanelSubject, ...appealPanels }

/** Whether a member speaks for a side of a panel: one that the record names, or one that only its subject knows. */
export function speaksFor(org: Org, { sides, subject }: Panel, name: string, member: string): boolean {
  const side = sides.find((each) => each.name === name)
  if (side === undefined) return false
  if (side.members !== null) return side.members.includes(member)
  return panelSubjects[subject.kind]?.speaksFor?.(org, subject.id, name, member) === true
}

const table: Rules<Org, Acts> = {
  ...organizationRules,
  ...unitRules,
  ...memberRules,
  ...groupRules,
  ...delegateRules,
  ...seatRules,
  ...reportRules,
  ...electionRules,
  ...programRules,
  ...createProposeRules(enactments),
  ...amendRules,
  ...debateRules,
  ...meetingRules,
  ...createVotingRules(subjects),
  ...tendencyRules,
  ...moderationRules,
  ...createPanelRules(panelSubjects),
  ...complaintRules,
  ...caseRules,
  ...appealRules,
  ...recoveryRules,
  ...deviceRules,
}

// A rule takes what its own shape has parsed, so any rule can stand in one table.
const byType: Readonly<Record<string, Rule<Org, unknown>>> = table

/** The rule of a type of act, or undefined where no such type exists. */
export function ruleFor(type: string): Rule<Org, unknown> | undefined {
  return Object.hasOwn(byType, type) ? byType[type] : undefined
}

/** All types of acts. */
export const ACT_TYPES: readonly string[] = Object.keys(table)

/** The types of acts whose bodies lie sealed beside the record. */
export const SEALED_ACTS: ReadonlySet<string> = new Set(
  Object.entries(byType).flatMap(([type, { sealed }]) => (sealed === true ? type : [])),
)

/** What has something sealed that somebody still needs: when it is not among these any more, that is deleted. */
export function sealedSubjects({ cases, complaints }: Org): Iterable<string> {
  return [...cases.matters.keys(), ...complaints.matters.keys()]
}

/** A type of act as somebody outside has to know it: what its body looks like, who may enter it, from which law on. */
export interface ActKind {
  readonly type: string
  readonly shape: z.ZodType
  readonly actors: readonly Actor[]
  readonly since: number
  /** See `Rule`. */
  readonly unnamed: boolean
}

/** All of them, from the very table that decides. */
export const ACT_KINDS: readonly ActKind[] = Object.entries(byType).map(
  ([type, { shape, actors, since = 1, unnamed = false }]) => ({ type, shape, actors, since, unnamed }),
)

/** Under whose name a member enters an act: their own, or nobody's for one that names them in its closed body only. */
export function enteredBy(type: string, member: string, body: Json): string | Refusal {
  if (ruleFor(type)?.unnamed !== true) return member
  return fieldOf(body, 'member') === member ? NOBODY : refuse('not-yourself')
}
