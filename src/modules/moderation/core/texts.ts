import { refuse, type Refusal } from '#kernel/refusal'
import type { CouncilsState } from '#modules/councils/core'
import type { DelegatesState } from '#modules/delegates/core'
import type { ElectionsState } from '#modules/elections/core'
import { idAt, type MembersSlice } from '#modules/members/core'
import type { Enactment, MotionsState } from '#modules/motions/core'
import type { ProgramState } from '#modules/program/core'
import type { TendenciesSlice } from '#modules/tendencies/core'
import type { ModerationSlice, TextKind, TextRef } from './state.ts'

/** Where texts stand. */
export type TextsSlice = MembersSlice &
  TendenciesSlice & {
    readonly elections: ElectionsState
    readonly motions: MotionsState
    readonly program: ProgramState
    readonly delegates: DelegatesState
    readonly councils: Pick<CouncilsState, 'reports'>
  }

export type TextsModerationSlice = TextsSlice & ModerationSlice

/** A text as it stands: who wrote it, in which unit, by which entry, and whom it is about. */
export interface FoundText {
  readonly key: string
  readonly unit: string
  readonly author: number
  /** The entry that wrote it, or one before it: only rules of conduct that held then count. */
  readonly seq: number
  /** Whether it can be erased: it stands beside the record, and not in it. */
  readonly held: boolean
  /** Indices of members who have a stake in it and can therefore not hide it. */
  readonly concerned: readonly number[]
}

type Find = (state: TextsSlice, ref: TextRef) => FoundText | undefined

const FIND: Readonly<Record<TextKind, Find>> = {
  speech(state, { about, id }) {
    const speech = state.motions.speeches
      .get(about)
      ?.values()
      .find((each) => each.id === id)
    return speech && besideMotion(state, about, { ...speech, author: speech.by })
  },
  rationale({ program }, { about, id }) {
    const rationale = program.rationales
      .get(about)
      ?.values()
      .find((each) => each.id === id)
    const unit = program.points.get(about)?.unit
    if (rationale === undefined || unit === undefined) return undefined
    const { by: author, seq, text: key } = rationale
    return { key, unit, author, seq, held: true, concerned: [] }
  },
  reason(state, { about, id }) {
    const amendment = state.motions.amendments.get(id)
    if (amendment?.motion !== about || amendment.reason === null) return undefined
    const { reason: text, by: author, seq } = amendment
    return besideMotion(state, about, { text, author, seq })
  },
  report(state, { about, id }) {
    const report = state.motions.reports.get(id)
    if (report?.motion !== about) return undefined
    const found = besideMotion(state, about, { text: id, author: report.by, seq: report.seq })
    return found && { ...found, held: false }
  },
  candidacy({ elections, members }, { about, id }) {
    const election = elections.elections.get(about)
    const candidate = election?.candidates.find(({ member }) => idAt(members, member) === id)
    if (election === undefined || candidate === undefined || candidate.statement === null) return undefined
    const concerned = election.candidates.map(({ member }) => member)
    const { unit, seq } = election
    return { key: candidate.statement, unit, author: candidate.member, seq, held: true, concerned }
  },
  statement(state, { about, id }) {
    const said = state.tendencies.statements.get(about)?.find(({ tendency }) => tendency === id)
    return said && besideMotion(state, about, { ...said, author: said.by })
  },
  account({ councils, delegates }, { about, id }) {
    const report = councils.reports.get(about)?.find((each) => each.id === id)
    const mandate = delegates.mandates.get(about)
    if (report === undefined || mandate === undefined) return undefined
    return {
      ...{ key: report.text, unit: mandate.unit, author: mandate.holder, seq: report.seq },
      ...{ held: true, concerned: [] },
    }
  },
  recall({ delegates, elections }, { about, id }) {
    const recall = elections.recalls.get(id)
    if (recall === undefined || about !== id) return undefined
    const holder = delegates.mandates.get(recall.mandate)?.holder
    const { reason: key, unit, by: author, seq } = recall
    const concerned = holder === undefined ? [] : [holder]
    return { key, unit, author, seq, held: true, concerned }
  },
}

/** The text of this reference, or that there is none. */
export function findText(state: TextsSlice, ref: TextRef): FoundText | Refusal {
  return FIND[ref.kind](state, ref) ?? refuse('unknown-text', { ...ref })
}

/** What stands beside a motion concerns whoever moved or seconded it, and whom its adoption would give an office or take it from. */
function besideMotion(
  state: TextsSlice,
  id: string,
  { text: key, author, seq }: { readonly text: string; readonly author: number; readonly seq: number },
): FoundText | undefined {
  const motion = state.motions.motions.get(id)
  if (motion === undefined) return undefined
  const concerned = [motion.by, ...motion.seconds, ...namedIn(state, motion.enactment)]
  return { key, unit: motion.unit, author, seq, held: true, concerned }
}

function namedIn({ members, delegates }: TextsSlice, enactment: Enactment): readonly number[] {
  const { member, mandate } = enactment
  const named = typeof member === 'string' ? members.indices.get(member) : undefined
  const holder = typeof mandate === 'string' ? delegates.mandates.get(mandate)?.holder : undefined
  return [named, holder].filter((index) => index !== undefined)
}
