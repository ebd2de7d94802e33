import type { Json } from '#kernel/canonical'
import type { Instant } from '#kernel/instant'
import { refuse, type Refusal } from '#kernel/refusal'
import { NOBODY } from '#modules/record/core'
import type { VotingSlice } from '#modules/voting/core'
import type { Panel, PanelProposal, PanelsSlice, PanelStage, Seat, Side } from './state.ts'

/** What the rules of panels read and write. */
export type PanelsRulesSlice = VotingSlice & PanelsSlice

export const PANEL_ANNOUNCE = 'panel.announce'
export const PANEL_DRAW = 'panel.draw'
export const PANEL_REPLACE = 'panel.replace'
export const PANEL_REVIEW = 'panel.review'

/** Days in which sides commit, then open; in which a seat is taken; in which sides look at a full panel before it finds. */
export const COMMIT_DAYS = 3
export const OPEN_DAYS = 2
export const SEAT_DAYS = 3
export const CHALLENGE_DAYS = 2
/** Days after a decision in which who did not agree says why. */
export const DISSENT_DAYS = 7

/** What follows on what a panel does. */
export interface PanelEvent {
  readonly seq: number
  readonly at: Instant
}

/** A kind of thing that panels find on; modules that call panels bring one, and it must not read what can be withdrawn but in `isInvolved`. */
export interface PanelSubject<State> {
  /** Whether a member is concerned and may not sit. An auditor who may not read the case knows of nobody. */
  isInvolved(state: State, id: string, member: string): boolean
  /** Whether a member speaks for a side that the record does not name. Asked by the server, before it enters an act of that side. */
  speaksFor?(state: State, id: string, side: string, member: string): boolean
  /** Why a panel cannot find this. */
  checkOutcome(state: State, id: string, outcome: Json): Refusal | undefined
  /** All seats are taken, for the first time or again. */
  seated?(state: State, panel: Panel, event: PanelEvent): void
  decided(state: State, panel: Panel, decision: PanelProposal, event: PanelEvent): void
  /** Nobody is left to sit, or the panel did not find in time. */
  undecided(state: State, panel: Panel, event: PanelEvent): void
}

export type PanelSubjects<State> = Readonly<Record<string, PanelSubject<State>>>

/** The panel of this id in this stage, or why not. */
export function panelIn<Kind extends PanelStage['kind']>(
  { panels }: PanelsSlice,
  id: string,
  ...kinds: readonly Kind[]
): (Panel & { readonly stage: Extract<PanelStage, { kind: Kind }> }) | Refusal {
  const panel = panels.panels.get(id)
  if (panel === undefined) return refuse('unknown-panel', { panel: id })
  const { stage } = panel
  return isOf(stage, kinds)
    ? { ...panel, stage }
    : refuse('panel-elsewhere', { stage: stage.kind, wanted: kinds[0] ?? '' })
}

function isOf<Kind extends PanelStage['kind']>(
  stage: PanelStage,
  kinds: readonly Kind[],
): stage is Extract<PanelStage, { kind: Kind }> {
  return (kinds as readonly string[]).includes(stage.kind)
}

/** Refuses whoever does not speak for a side: of a side that the record does not name, only the server knows who does. */
export function checkSide({ sides }: Panel, name: string, by: string): Refusal | undefined {
  const side: Side | undefined = sides.find((each) => each.name === name)
  if (side === undefined) return refuse('unknown-side')
  const speaks = side.members === null ? by === NOBODY : side.members.includes(by)
  return speaks ? undefined : refuse('not-of-side')
}

/** The seat that a member holds or is asked to take. */
export function seatOf({ seats }: Panel, member: string): Seat | undefined {
  return seats.find((seat) => seat.member === member)
}

/** Refuses whoever does not sit. */
export function checkSits(panel: Panel, by: string): Refusal | undefined {
  return (seatOf(panel, by)?.accepted ?? null) === null ? refuse('no-seat') : undefined
}

/** More than half of the panel agree, of all its seats. */
export function isMajority({ size }: Panel, agreed: readonly string[]): boolean {
  return agreed.length * 2 > size
}
