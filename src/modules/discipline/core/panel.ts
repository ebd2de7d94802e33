import { derivedUuid } from '#kernel/ids'
import type { Instant } from '#kernel/instant'
import { isRefusal, refuse } from '#kernel/refusal'
import { callPanel, type PanelSubject, type PanelsSlice } from '#modules/panels/core'
import { type z } from 'zod'
import { isHarsher, measureShape, type Measure } from './measure.ts'
import { caseIn, endCase, openRound, putCase, rulesOf, type CasesRulesSlice } from './slice.ts'

/** The kind under which panels, like votes, know a case. */
const CASE = 'case'

/** The sides of a panel on a case. The record does not say who speaks for them. */
const SIDES = ['charging', 'charged'] as const

/** What a panel finds: a measure, or null where there is nothing against the member. */
const outcomeShape: z.ZodType<Measure | null> = measureShape.nullable()

/** Calls the panel on a case, with notice: it is drawn and seated while the charged member answers. */
export function callCasePanel(state: CasesRulesSlice, id: string, at: Instant): void {
  const found = state.cases.cases.get(id)
  if (found === undefined) return
  const { panel: size, noticeDays, findingDays } = rulesOf(found)
  const panel = derivedUuid('case-panel', id)
  const sides = SIDES.map((name) => ({ name, members: null }))
  const decideDays = noticeDays + findingDays
  putCase(state, id, { panel })
  callPanel(
    state,
    { id: panel, subject: { kind: CASE, id }, asked: found.unit, size, sides, excluded: [], decideDays },
    at,
  )
}

/** Whether a panel finds on a case: what its sides are in it is sealed. */
export function isOnCase({ panels }: PanelsSlice['panels'], panel: string): boolean {
  return panels.get(panel)?.subject.kind === CASE
}

/** What a panel on a case can find, and what follows. */
export const casePanelSubject: PanelSubject<CasesRulesSlice> = {
  isInvolved({ cases, members }, id, member) {
    const [matter, index] = [cases.matters.get(id), members.indices.get(member)]
    if (matter === undefined || index === undefined) return false
    const witnesses = matter.witnesses.map((each) => each.member)
    return [matter.member, ...matter.asked, ...witnesses].includes(index)
  },
  speaksFor({ cases, members }, id, side, member) {
    const [matter, index] = [cases.matters.get(id), members.indices.get(member)]
    if (matter === undefined || index === undefined) return false
    return side === 'charged' ? matter.member === index : matter.signed.includes(index)
  },
  checkOutcome(state, id, outcome) {
    const notice = state.cases.cases.get(id)?.stage
    if (notice?.kind === 'notice') return refuse('notice-runs', { until: notice.until })
    const found = caseIn(state, id, ['hearing'])
    if (isRefusal(found)) return found
    const parsed = outcomeShape.safeParse(outcome)
    if (!parsed.success)
      return refuse('malformed', { field: 'outcome', problem: 'must be a measure or null' })
    return parsed.data !== null && isHarsher(parsed.data, found.asked)
      ? refuse('harsher-than-asked')
      : undefined
  },
  decided(state, { subject }, { outcome }, { at }) {
    const parsed = outcomeShape.safeParse(outcome)
    const found = state.cases.cases.get(subject.id)
    if (!parsed.success || found?.stage.kind !== 'hearing') return
    putCase(state, found.id, { measure: parsed.data })
    if (parsed.data === null) endCase(state, found.id, at, 'dismissed')
    else openRound(state, found.id, at, 0)
  },
  undecided(state, { subject, stage }, { at }) {
    const why = stage.kind === 'undecided' && stage.why === 'no-seats' ? 'no-panel' : 'no-finding'
    const found = state.cases.cases.get(subject.id)
    if (found?.stage.kind === 'notice' || found?.stage.kind === 'hearing') endCase(state, subject.id, at, why)
  },
}
