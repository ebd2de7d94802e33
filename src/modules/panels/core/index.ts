import type { Rules } from '#modules/record/core'
import type { PanelDrawActs, PanelFindingActs, PanelSeatActs } from './bodies.ts'
import { createChallengeRules } from './challenges.ts'
import { createDrawRules } from './draw.ts'
import { createFindingRules } from './finding.ts'
import { createSeatRules } from './seats.ts'
import type { PanelsRulesSlice, PanelSubjects } from './slice.ts'

export type PanelActs = PanelDrawActs & PanelSeatActs & PanelFindingActs

/** Drawing panels about subjects of these kinds, who sits on them, and how they find. */
export function createPanelRules<State extends PanelsRulesSlice>(
  subjects: PanelSubjects<State>,
): Rules<State, PanelActs> {
  return {
    ...createDrawRules(subjects),
    ...createSeatRules(subjects),
    ...createChallengeRules(subjects),
    ...createFindingRules(subjects),
  }
}

export { callPanel, endPanel } from './call.ts'
export type { PanelCall } from './call.ts'
export { announceBody, panelDrawBody, panelSeedId } from './draw.ts'
export { decisionOf, isSilent, panelReviewBody } from './finding.ts'
export { panelMessages } from './messages.ts'
export { replaceBody } from './seats.ts'
export { PANEL_ANNOUNCE, PANEL_DRAW, PANEL_REPLACE, PANEL_REVIEW } from './slice.ts'
export type { PanelEvent, PanelsRulesSlice, PanelSubject, PanelSubjects } from './slice.ts'
export { createPanels } from './state.ts'
export { createDrawCheck } from './verify-draw.ts'
export type { PanelProof, VerifiedDraw } from './verify-draw.ts'
export type { Panel, PanelProposal, PanelsSlice, PanelsState, Side } from './state.ts'
