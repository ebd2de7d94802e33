import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { PUBLIC, type Rules } from '#modules/record/core'
import { seatShapes, type PanelSeatActs } from './bodies.ts'
import { vacateSeats } from './seats.ts'
import {
  checkSide,
  checkSits,
  panelIn,
  seatOf,
  type PanelEvent,
  type PanelsRulesSlice,
  type PanelSubjects,
} from './slice.ts'
import { putPanel, type Challenge, type Panel } from './state.ts'

/** Challenges that one side has: the first is granted without more, or a side could choose its panel. */
const MOST_CHALLENGES = 5

/** A side challenges somebody who was drawn; the rest of the panel grants what is not granted at once. */
export function createChallengeRules<State extends PanelsRulesSlice>(
  subjects: PanelSubjects<State>,
): Rules<State, Pick<PanelSeatActs, 'panel.challenge' | 'panel.grant'>> {
  return {
    'panel.challenge': {
      since: 6,
      actors: ['member', 'lapsed', 'nobody'],
      shape: seatShapes['panel.challenge'],
      audience: () => PUBLIC,
      check(state, { by, body: { panel: id, side, member, reason } }) {
        const panel = panelIn(state, id, 'seating', 'sitting')
        if (isRefusal(panel)) return panel
        return checkSide(panel, side, by) ?? checkChallenge(panel, side, member, reason !== null)
      },
      apply(state, { seq, at, body: { panel: id, side, member, reason } }) {
        const panel = state.panels.panels.get(id)
        if (panel === undefined) return
        const isFirst = challengesBy(panel, side).length === 0
        const challenge = { side, member, reason: reason?.hash ?? null, agreed: [], granted: null, at }
        putPanel(state, id, { challenges: [...panel.challenges, challenge] })
        if (isFirst) grant(subjects, state, id, challenge, { seq, at })
      },
    },
    'panel.grant': {
      since: 6,
      actors: ['member'],
      shape: seatShapes['panel.grant'],
      audience: () => PUBLIC,
      check(state, { by, body }) {
        const panel = panelIn(state, body.panel, 'seating', 'sitting')
        if (isRefusal(panel)) return panel
        const challenge = openChallenge(panel, body.member)
        if (challenge === undefined) return refuse('unknown-challenge')
        if (by === body.member) return refuse('challenge-own')
        if (challenge.agreed.includes(by)) return refuse('agreed-already')
        return checkSits(panel, by)
      },
      apply(state, { seq, at, by, body }) {
        const panel = state.panels.panels.get(body.panel)
        const open = panel === undefined ? undefined : openChallenge(panel, body.member)
        if (panel === undefined || open === undefined) return
        const agreed = [...open.agreed, by]
        const challenges = panel.challenges.map((each) => (each === open ? { ...open, agreed } : each))
        putPanel(state, panel.id, { challenges })
        // More than half of the rest: of all seats but the one in question.
        if (agreed.length * 2 > panel.size - 1) grant(subjects, state, panel.id, open, { seq, at })
      },
    },
  }
}

function challengesBy({ challenges }: Panel, side: string): readonly Challenge[] {
  return challenges.filter((each) => each.side === side)
}

/** The challenge of somebody who still has a seat that is not granted, if there is one. */
function openChallenge(panel: Panel, member: string): Challenge | undefined {
  return panel.challenges.find((each) => each.member === member && each.granted === null)
}

function checkChallenge(panel: Panel, side: string, member: string, hasReason: boolean): Refusal | undefined {
  // Once the panel has begun to find, a side could wait for what it says and strike whoever says it.
  if (panel.proposals.length > 0) return refuse('challenge-late')
  if (seatOf(panel, member) === undefined) return refuse('no-such-seat')
  if (openChallenge(panel, member) !== undefined) return refuse('challenged-already')
  const had = challengesBy(panel, side).length
  if (had >= MOST_CHALLENGES) return refuse('too-many-challenges', { most: MOST_CHALLENGES })
  return had > 0 && !hasReason ? refuse('challenge-without-reason') : undefined
}

function grant<State extends PanelsRulesSlice>(
  subjects: PanelSubjects<State>,
  state: State,
  id: string,
  { side, member }: Challenge,
  event: PanelEvent,
): void {
  const panel = state.panels.panels.get(id)
  if (panel === undefined) return
  const challenges = panel.challenges.map((each) =>
    each.side === side && each.member === member && each.granted === null
      ? { ...each, granted: event.at }
      : each,
  )
  putPanel(state, id, { challenges })
  vacateSeats(subjects, state, id, { members: [member], why: 'challenged' }, event)
}
