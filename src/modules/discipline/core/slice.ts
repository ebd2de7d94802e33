import { derivedUuid } from '#kernel/ids'
import { DAY, type Instant } from '#kernel/instant'
import { canonical } from '#kernel/canonical'
import { sha256Base64 } from '#kernel/hash'
import { refuse, type Refusal } from '#kernel/refusal'
import type { MembersRulesSlice } from '#modules/members/core'
import type { ModerationState } from '#modules/moderation/core'
import type { ProgramState } from '#modules/program/core'
import { disciplineOf, type DisciplineRules } from '#modules/rulebook/core'
import { endPanel, type PanelsRulesSlice } from '#modules/panels/core'
import { clearOpening, setOpening, type VotingSlice } from '#modules/voting/core'
import type { Case, CasesState, CaseStage, End, Matter, ProtectionEnd } from './state.ts'

/** What the rules of cases read and write. */
export type CasesRulesSlice = VotingSlice &
  PanelsRulesSlice &
  MembersRulesSlice & {
    readonly cases: CasesState
    readonly program: ProgramState
    readonly moderation: ModerationState
    readonly motions: {
      readonly motions: {
        get(id: string): { readonly stage: DecidedStage } | undefined
      }
    }
  }

/** What is read of the motion that wrote a point: when it was decided. */
interface DecidedStage {
  readonly kind: string
  readonly at?: Instant
  /** Of a meeting's decision under review. */
  readonly decided?: { readonly at: Instant }
}

export const CASE_HEAR = 'case.hear'
export const CASE_LAPSE = 'case.lapse'
export const CASE_BIND = 'case.bind'
export const CASE_EXPIRE = 'case.expire'
export const CASE_UNPROTECT = 'case.unprotect'

/** The first law under which a case fits its complaint, and ends alike for whoever has its sealed part and whoever has not. */
export const SEALED_FITS = 7

/** Days in which those who were asked to charge sign. */
export const SIGNING_DAYS = 14
/** Days between a finding and the vote, and between an appeal and its vote: for the last word, and to read. */
const LAST_WORD_DAYS = 7

/** The case of this id in one of these stages, or why not. */
export function caseIn<Kind extends CaseStage['kind']>(
  { cases }: Pick<CasesRulesSlice, 'cases'>,
  id: string,
  kinds: readonly Kind[],
): (Case & { readonly stage: Extract<CaseStage, { kind: Kind }> }) | Refusal {
  const found = cases.cases.get(id)
  if (found === undefined) return refuse('unknown-case', { case: id })
  const { stage } = found
  return isOneOf(stage, kinds) ? { ...found, stage } : refuse('case-elsewhere', { stage: stage.kind })
}

function isOneOf<Kind extends CaseStage['kind']>(
  stage: CaseStage,
  kinds: readonly Kind[],
): stage is Extract<CaseStage, { kind: Kind }> {
  return kinds.some((kind) => kind === stage.kind)
}

/**
 * What is sealed in a case. The clerk always has it; an auditor who may not read it is told `sealed-part-missing`, and knows by the
 * closed entries whether that is why.
 */
export function matterOf({ cases }: Pick<CasesRulesSlice, 'cases'>, id: string): Matter | Refusal {
  return cases.matters.get(id) ?? refuse('sealed-part-missing', { case: id })
}

/** The rules of due process of a case. */
export function rulesOf({ rules }: Case): DisciplineRules {
  return disciplineOf(rules.rules)
}

/** What stands in public for who is charged. */
export function commitmentToMember(id: string, member: string, salt: string): string {
  return sha256Base64(canonical({ what: 'plenum/case/1', case: id, member, salt }))
}

/** The id under which a round of votes about a case is a subject: the case's own, then one for each appeal. */
export function roundId(id: string, round: number): string {
  return round === 0 ? id : derivedUuid('case-appeal', id, round)
}

/** The id under which a vote on the protective measure of a case is a subject: the unit's, then that on the appeal. */
export function protectionId(id: string, round: number): string {
  return derivedUuid('case-protection', id, round)
}

/** What can wait in a case for a vote to open or to begin again: the ids of what is voted on next, and of its votes. */
export function votableIn({ id, votes, protection }: Case): readonly string[] {
  const held = protection?.votes ?? []
  return [roundId(id, votes.length), protectionId(id, held.length), ...votes, ...held]
}

/** The unit whose members vote in a round. */
export function unitOfRound({ unit, appeals }: Case, round: number): string {
  return round === 0 ? unit : (appeals[round - 1] ?? unit)
}

/** Writes some fields of a case anew. */
export function putCase(
  { cases }: Pick<CasesRulesSlice, 'cases'>,
  id: string,
  changed: Partial<Omit<Case, 'id' | 'unit'>>,
): void {
  const found = cases.cases.get(id)
  if (found !== undefined) cases.cases.set(id, { ...found, ...changed })
}

/** Has the vote of a round open by itself. */
export function openRound(state: CasesRulesSlice, id: string, at: Instant, round: number): void {
  clearDeadlines(state, id)
  const opens = at + LAST_WORD_DAYS * DAY
  putCase(state, id, { stage: { kind: 'found', opens, round } })
  setOpening(state, { kind: 'case', id: roundId(id, round) }, opens)
}

/** Ends a case: nobody is named in it any more, whoever could read the names and whoever could not. */
export function endCase(state: CasesRulesSlice, id: string, at: Instant, why: End): void {
  clearDeadlines(state, id)
  const panel = state.cases.cases.get(id)?.panel
  if (typeof panel === 'string') endPanel(state, panel, at)
  endProtection(state, id, at, 'over')
  putCase(state, id, { stage: { kind: 'ended', at, why } })
  state.cases.matters.delete(id)
}

/** Ends the protective measure of a case, if one is asked for or holds, and takes away all that would fall due of it. */
export function endProtection(state: CasesRulesSlice, id: string, at: Instant, why: ProtectionEnd): void {
  const protection = state.cases.cases.get(id)?.protection
  if (protection === undefined || protection.stage.kind === 'ended') return
  const { stage } = protection
  state.deadlines.clear(CASE_UNPROTECT, id)
  if (stage.kind === 'announced') clearOpening(state, { kind: 'case', id: protectionId(id, stage.round) })
  putCase(state, id, { protection: { ...protection, stage: { kind: 'ended', at, why } } })
}

/** Takes away all that would fall due in a case. */
export function clearDeadlines(state: CasesRulesSlice, id: string): void {
  const stage = state.cases.cases.get(id)?.stage
  for (const kind of [CASE_HEAR, CASE_LAPSE, CASE_BIND, CASE_EXPIRE]) state.deadlines.clear(kind, id)
  if (stage?.kind === 'found') clearOpening(state, { kind: 'case', id: roundId(id, stage.round) })
}
