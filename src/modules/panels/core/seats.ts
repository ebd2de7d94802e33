import { DAY, type Instant } from '#kernel/instant'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { PUBLIC, type Rules } from '#modules/record/core'
import { seatShapes, type PanelSeatActs } from './bodies.ts'
import {
  CHALLENGE_DAYS,
  PANEL_ANNOUNCE,
  PANEL_REPLACE,
  PANEL_REVIEW,
  panelIn,
  SEAT_DAYS,
  seatOf,
  type PanelEvent,
  type PanelsRulesSlice,
  type PanelSubjects,
} from './slice.ts'
import { putPanel, type Left, type Panel } from './state.ts'

/** How often a panel is drawn anew where all who were drawn have left. */
const MOST_ROUNDS = 3

/** Taking a seat, stepping aside, and who follows on whoever does not answer. */
export function createSeatRules<State extends PanelsRulesSlice>(
  subjects: PanelSubjects<State>,
): Rules<State, Pick<PanelSeatActs, 'panel.accept' | 'panel.recuse' | 'panel.replace'>> {
  return {
    'panel.accept': {
      since: 6,
      actors: ['member'],
      shape: seatShapes['panel.accept'],
      audience: () => PUBLIC,
      check(state, { by, body }) {
        const panel = panelIn(state, body.panel, 'seating', 'sitting')
        if (isRefusal(panel)) return panel
        const seat = seatOf(panel, by)
        if (seat === undefined) return refuse('no-seat')
        if (seat.accepted !== null) return refuse('seat-taken-already')
        const { kind, id } = panel.subject
        return subjects[kind]?.isInvolved(state, id, by) === true ? refuse('panel-involved') : undefined
      },
      apply(state, { seq, at, by, body }) {
        const panel = state.panels.panels.get(body.panel)
        if (panel === undefined) return
        const seats = panel.seats.map((seat) => (seat.member === by ? { ...seat, accepted: at } : seat))
        putPanel(state, panel.id, { seats })
        fillSeats(subjects, state, panel.id, { seq, at })
      },
    },
    // Open to whoever sits as well: what makes somebody step aside may come up late.
    'panel.recuse': {
      since: 6,
      actors: ['member', 'lapsed'],
      shape: seatShapes['panel.recuse'],
      audience: () => PUBLIC,
      check(state, { by, body }) {
        const panel = panelIn(state, body.panel, 'seating', 'sitting')
        if (isRefusal(panel)) return panel
        return seatOf(panel, by) === undefined ? refuse('no-seat') : undefined
      },
      apply(state, { seq, at, by, body }) {
        vacateSeats(subjects, state, body.panel, { members: [by], why: 'recused' }, { seq, at })
      },
    },
    'panel.replace': {
      since: 6,
      actors: ['clerk'],
      shape: seatShapes['panel.replace'],
      audience: () => PUBLIC,
      check(state, { at, body }) {
        const expected = replaceBody(state, body.panel, at)
        if (isRefusal(expected)) return expected
        return sameMembers(expected.silent, body.silent)
          ? undefined
          : refuse('wrong-result', { expected, found: body })
      },
      apply(state, { seq, at, body }) {
        state.deadlines.clear(PANEL_REPLACE, body.panel)
        vacateSeats(subjects, state, body.panel, { members: body.silent, why: 'silent' }, { seq, at })
      },
    },
  }
}

/** Whether two lists name the same members in the same order. */
export function sameMembers(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((member, i) => member === others[i])
}

/** The body with which the clerk passes over who was asked to sit and did not answer in time. */
export function replaceBody(
  state: PanelsRulesSlice,
  id: string,
  at: Instant,
): PanelSeatActs['panel.replace'] | Refusal {
  const panel = panelIn(state, id, 'seating')
  if (isRefusal(panel)) return panel
  const silent = panel.seats.filter(({ until, accepted }) => accepted === null && until <= at)
  if (silent.length === 0) return refuse('not-due', { kind: PANEL_REPLACE })
  return { panel: id, silent: silent.map(({ member }) => member) }
}

/** Takes seats from some members, and gives them to the next of the draw. */
export function vacateSeats<State extends PanelsRulesSlice>(
  subjects: PanelSubjects<State>,
  state: State,
  id: string,
  { members, why }: { readonly members: readonly string[]; readonly why: Left['why'] },
  event: PanelEvent,
): void {
  const panel = state.panels.panels.get(id)
  if (panel === undefined) return
  const stays = (member: string): boolean => !members.includes(member)
  putPanel(state, id, {
    seats: panel.seats.filter(({ member }) => stays(member)),
    left: [...panel.left, ...members.map((member) => ({ member, why, at: event.at }))],
    // Who left decides nothing any more, neither on a finding nor on a challenge.
    proposals: panel.proposals.map((each) => ({ ...each, agreed: each.agreed.filter(stays) })),
    challenges: panel.challenges.map((each) => ({ ...each, agreed: each.agreed.filter(stays) })),
  })
  fillSeats(subjects, state, id, event)
}

/** Asks the next of the draw to sit until there are enough; says what follows when all sit, and when nobody is left. */
export function fillSeats<State extends PanelsRulesSlice>(
  subjects: PanelSubjects<State>,
  state: State,
  id: string,
  event: PanelEvent,
): void {
  const panel = state.panels.panels.get(id)
  if (panel === undefined) return
  const seen = new Set([...panel.seats, ...panel.left].map(({ member }) => member))
  const next = panel.order.filter((member) => !seen.has(member)).slice(0, panel.size - panel.seats.length)
  const until = event.at + SEAT_DAYS * DAY
  const seats = [...panel.seats, ...next.map((member) => ({ member, until, accepted: null }))]
  putPanel(state, id, { seats })
  if (seats.length < panel.size) drawAnew(subjects, state, panel, event)
  else if (seats.every(({ accepted }) => accepted !== null)) sit(subjects, state, panel, event)
  else {
    const waits = seats.filter(({ accepted }) => accepted === null).map((seat) => seat.until)
    state.deadlines.clear(PANEL_REVIEW, id)
    state.deadlines.set(PANEL_REPLACE, id, Math.min(...waits))
    putPanel(state, id, { stage: { kind: 'seating' } })
  }
}

function sit<State extends PanelsRulesSlice>(
  subjects: PanelSubjects<State>,
  state: State,
  { id, decideDays, subject }: Panel,
  event: PanelEvent,
): void {
  const from = event.at + CHALLENGE_DAYS * DAY
  const until = from + decideDays * DAY
  state.deadlines.clear(PANEL_REPLACE, id)
  state.deadlines.set(PANEL_REVIEW, id, until)
  putPanel(state, id, { stage: { kind: 'sitting', from, until } })
  const panel = state.panels.panels.get(id)
  if (panel !== undefined) subjects[subject.kind]?.seated?.(state, panel, event)
}

/** All who were drawn have left: the roll of the unit above, and new seeds, because those given are known by now. */
function drawAnew<State extends PanelsRulesSlice>(
  subjects: PanelSubjects<State>,
  state: State,
  { id, round, unit }: Panel,
  event: PanelEvent,
): void {
  state.deadlines.clear(PANEL_REPLACE, id)
  state.deadlines.clear(PANEL_REVIEW, id)
  if (round >= MOST_ROUNDS) {
    endUndecided(subjects, state, id, 'no-seats', event)
    return
  }
  const above = state.units.units.get(unit)?.parent ?? unit
  putPanel(state, id, { round: round + 1, unit: above, stage: { kind: 'called' } })
  state.deadlines.set(PANEL_ANNOUNCE, id, event.at)
}

/** The panel ends without a decision, and its subject’s module says what follows. */
export function endUndecided<State extends PanelsRulesSlice>(
  subjects: PanelSubjects<State>,
  state: State,
  id: string,
  why: 'no-seats' | 'no-decision',
  event: PanelEvent,
): void {
  putPanel(state, id, { stage: { kind: 'undecided', why, at: event.at } })
  const panel = state.panels.panels.get(id)
  if (panel !== undefined) subjects[panel.subject.kind]?.undecided(state, panel, event)
}
