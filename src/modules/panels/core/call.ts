import type { Instant } from '#kernel/instant'
import { PANEL_ANNOUNCE, PANEL_DRAW, PANEL_REPLACE, PANEL_REVIEW, type PanelsRulesSlice } from './slice.ts'
import { putPanel, type Panel } from './state.ts'

/** What a module asks for when it calls a panel. */
export type PanelCall = Pick<Panel, 'id' | 'subject' | 'asked' | 'size' | 'sides' | 'excluded' | 'decideDays'>

/**
 * Calls a panel, out of the `apply` of another module's act: the clerk announces it in the same moment, and everything after that
 * comes by itself. `excluded` is read by everybody: who is concerned in a sealed case is not named here and steps aside when drawn.
 */
export function callPanel(state: PanelsRulesSlice, call: PanelCall, at: Instant): void {
  state.panels.panels.set(call.id, {
    ...call,
    ...{ unit: call.asked, round: 1, pool: null, commitment: null, seeds: [], seed: null, order: [] },
    ...{ seats: [], left: [], challenges: [], proposals: [], dissents: [], extended: false },
    ...{ at, stage: { kind: 'called' } },
  })
  state.deadlines.set(PANEL_ANNOUNCE, call.id, at)
}

/** Ends a panel because what it was about went away. One that decided, or came to no decision, stays what it is. */
export function endPanel(state: PanelsRulesSlice, id: string, at: Instant): void {
  const panel = state.panels.panels.get(id)
  if (panel === undefined || isOver(panel)) return
  for (const kind of [PANEL_ANNOUNCE, PANEL_DRAW, PANEL_REPLACE, PANEL_REVIEW])
    state.deadlines.clear(kind, id)
  putPanel(state, id, { stage: { kind: 'ended', at } })
}

/** Whether nothing more is to be done by a panel. */
function isOver({ stage }: Panel): boolean {
  return ['decided', 'undecided', 'ended'].includes(stage.kind)
}
