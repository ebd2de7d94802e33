import { DAY, type Instant } from '#kernel/instant'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { PUBLIC, type Rules } from '#modules/record/core'
import { findingShapes, type PanelFindingActs } from './bodies.ts'
import { endUndecided, sameMembers, vacateSeats } from './seats.ts'
import {
  checkSits,
  DISSENT_DAYS,
  isMajority,
  PANEL_REVIEW,
  panelIn,
  type PanelEvent,
  type PanelsRulesSlice,
  type PanelSubjects,
} from './slice.ts'
import { putPanel, type Panel, type PanelProposal } from './state.ts'

/** Proposals that one member of a panel makes at the most. */
const MOST_PROPOSALS_EACH = 10

/** How a panel finds: somebody proposes, more than half of all seats agree, and who does not says why. */
export function createFindingRules<State extends PanelsRulesSlice>(
  subjects: PanelSubjects<State>,
): Rules<State, PanelFindingActs> {
  return {
    'panel.propose': {
      since: 6,
      actors: ['member'],
      shape: findingShapes['panel.propose'],
      audience: () => PUBLIC,
      check(state, { at, by, body }) {
        const panel = panelIn(state, body.panel, 'sitting')
        if (isRefusal(panel)) return panel
        if (at < panel.stage.from) return refuse('finding-early', { from: panel.stage.from })
        if (panel.proposals.some(({ id }) => id === body.proposal))
          return refuse('id-taken', { id: body.proposal })
        if (panel.proposals.filter((each) => each.by === by).length >= MOST_PROPOSALS_EACH)
          return refuse('too-many-proposals', { most: MOST_PROPOSALS_EACH })
        const { kind, id } = panel.subject
        return checkSits(panel, by) ?? subjects[kind]?.checkOutcome(state, id, body.outcome)
      },
      apply(state, { seq, at, by, body: { panel: id, proposal, outcome, reasons } }) {
        const panel = state.panels.panels.get(id)
        if (panel === undefined) return
        const proposed = { id: proposal, by, outcome, reasons: reasons.hash, agreed: [], at, seq }
        putPanel(state, id, { proposals: [...panel.proposals, proposed] })
        agree(subjects, state, id, { proposal, by }, { seq, at })
      },
    },
    'panel.agree': {
      since: 6,
      actors: ['member'],
      shape: findingShapes['panel.agree'],
      audience: () => PUBLIC,
      check(state, { by, body }) {
        const panel = panelIn(state, body.panel, 'sitting')
        if (isRefusal(panel)) return panel
        const proposal = panel.proposals.find(({ id }) => id === body.proposal)
        if (proposal === undefined) return refuse('unknown-finding')
        if (proposal.agreed.includes(by)) return refuse('agreed-already')
        const { kind, id } = panel.subject
        // What it is about may have changed since it was proposed.
        return checkSits(panel, by) ?? subjects[kind]?.checkOutcome(state, id, proposal.outcome)
      },
      apply(state, { seq, at, by, body: { panel, proposal } }) {
        agree(subjects, state, panel, { proposal, by }, { seq, at })
      },
    },
    'panel.dissent': {
      since: 6,
      actors: ['member', 'lapsed'],
      shape: findingShapes['panel.dissent'],
      audience: () => PUBLIC,
      check(state, { at, by, body }) {
        const panel = panelIn(state, body.panel, 'sitting', 'decided')
        if (isRefusal(panel)) return panel
        if (panel.dissents.some((each) => each.by === by)) return refuse('dissented-already')
        return checkSits(panel, by) ?? checkDissents(panel, by, at)
      },
      apply(state, { at, by, body: { panel: id, reasons } }) {
        const panel = state.panels.panels.get(id)
        if (panel !== undefined)
          putPanel(state, id, { dissents: [...panel.dissents, { by, reasons: reasons.hash, at }] })
      },
    },
    'panel.review': {
      since: 6,
      actors: ['clerk'],
      shape: findingShapes['panel.review'],
      audience: () => PUBLIC,
      check(state, { at, body }) {
        const expected = panelReviewBody(state, body.panel, at)
        if (isRefusal(expected)) return expected
        return sameMembers(expected.silent, body.silent)
          ? undefined
          : refuse('wrong-result', { expected, found: body })
      },
      apply(state, { seq, at, body: { panel: id, silent } }) {
        state.deadlines.clear(PANEL_REVIEW, id)
        if (silent.length === 0) endUndecided(subjects, state, id, 'no-decision', { seq, at })
        else {
          putPanel(state, id, { extended: true })
          vacateSeats(subjects, state, id, { members: silent, why: 'silent' }, { seq, at })
        }
      },
    },
  }
}

/** Who agreed does not dissent; after the decision there is a time to write it. */
function checkDissents({ stage, proposals }: Panel, by: string, at: Instant): Refusal | undefined {
  if (stage.kind !== 'decided') return undefined
  const until = stage.at + DISSENT_DAYS * DAY
  if (at >= until) return refuse('dissent-late', { until })
  const agreed = proposals.find(({ id }) => id === stage.proposal)?.agreed ?? []
  return agreed.includes(by) ? refuse('dissent-from-own') : undefined
}

/** Somebody agrees with one proposal, and so with no other any more. */
function agree<State extends PanelsRulesSlice>(
  subjects: PanelSubjects<State>,
  state: State,
  id: string,
  { proposal, by }: { readonly proposal: string; readonly by: string },
  event: PanelEvent,
): void {
  const before = state.panels.panels.get(id)
  if (before === undefined) return
  const proposals = before.proposals.map((each) => {
    const others = each.agreed.filter((member) => member !== by)
    return { ...each, agreed: each.id === proposal ? [...others, by] : others }
  })
  const agreed = proposals.find((each) => each.id === proposal)
  if (agreed === undefined || !isMajority(before, agreed.agreed)) putPanel(state, id, { proposals })
  else decide(subjects, state, { ...before, proposals }, agreed, event)
}

function decide<State extends PanelsRulesSlice>(
  subjects: PanelSubjects<State>,
  state: State,
  { id, subject, proposals }: Panel,
  decision: PanelProposal,
  event: PanelEvent,
): void {
  state.deadlines.clear(PANEL_REVIEW, id)
  putPanel(state, id, { proposals, stage: { kind: 'decided', proposal: decision.id, ...event } })
  const panel = state.panels.panels.get(id)
  if (panel !== undefined) subjects[subject.kind]?.decided(state, panel, decision, event)
}

/** The proposal that a panel decided on, if it did. */
export function decisionOf({ stage, proposals }: Panel): PanelProposal | undefined {
  return stage.kind === 'decided' ? proposals.find(({ id }) => id === stage.proposal) : undefined
}

/** The body with which the clerk looks at a panel whose time is up: who was silent is replaced once, then it ends. */
export function panelReviewBody(
  state: PanelsRulesSlice,
  id: string,
  at: Instant,
): PanelFindingActs['panel.review'] | Refusal {
  const panel = panelIn(state, id, 'sitting')
  if (isRefusal(panel)) return panel
  if (panel.stage.until > at) return refuse('not-due', { kind: PANEL_REVIEW })
  const silent = panel.seats.map(({ member }) => member).filter((member) => isSilent(panel, member))
  return { panel: id, silent: panel.extended ? [] : silent }
}

/** Whether somebody who sits has neither proposed nor agreed nor dissented. */
export function isSilent({ proposals, dissents }: Panel, member: string): boolean {
  const spoke = proposals.some(({ by, agreed }) => by === member || agreed.includes(member))
  return !spoke && !dissents.some(({ by }) => by === member)
}
