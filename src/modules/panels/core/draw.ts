import { canonical } from '#kernel/canonical'
import { derivedUuid } from '#kernel/ids'
import { DAY, type Instant } from '#kernel/instant'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { commitmentTo, drawPlaces, type Lot, type Seed } from '#modules/counting/core'
import { CLERK, PUBLIC, type Rules } from '#modules/record/core'
import { drawShapes, type PanelDrawActs } from './bodies.ts'
import { placesOf, poolOf, provePlaces } from './pool.ts'
import { fillSeats } from './seats.ts'
import {
  checkSide,
  COMMIT_DAYS,
  OPEN_DAYS,
  PANEL_ANNOUNCE,
  PANEL_DRAW,
  panelIn,
  type PanelsRulesSlice,
  type PanelSubjects,
} from './slice.ts'
import { putPanel, type Panel, type PanelStage } from './state.ts'

/** How many are drawn for each seat, and beside: who follows when somebody leaves stands fixed with the draw. */
const DRAWN_PER_SEAT = 3
const DRAWN_BESIDE = 10

/** Announcing a panel, what the sides and the clerk give for the lot, and the lot itself. */
export function createDrawRules<State extends PanelsRulesSlice>(
  subjects: PanelSubjects<State>,
): Rules<State, PanelDrawActs> {
  return {
    'panel.announce': {
      since: 6,
      actors: ['clerk'],
      shape: drawShapes['panel.announce'],
      audience: () => PUBLIC,
      check(state, { at, body }) {
        const expected = announceBody(state, body.panel, at, body.commitment)
        if (isRefusal(expected)) return expected
        return canonical(expected) === canonical(body)
          ? undefined
          : refuse('wrong-opening', { expected, found: body })
      },
      apply(state, { at, body }) {
        const { panel: id, unit, pool, commitment } = body
        state.deadlines.clear(PANEL_ANNOUNCE, id)
        const panel = state.panels.panels.get(id)
        if (panel === undefined) return
        const { onRoll } = poolOf(state, panel, at)
        // Nobody to wait for: the lot is drawn from the clerk's seed alone, and says so.
        const commitUntil = panel.sides.length === 0 ? at : at + COMMIT_DAYS * DAY
        const stage = { kind: 'seeding', commitUntil, drawAt: commitUntil, onRoll } as const
        putPanel(state, id, { unit, pool, commitment, seeds: [], seed: null, order: [], stage })
        state.deadlines.set(PANEL_DRAW, id, commitUntil)
      },
    },
    'panel.commit': {
      since: 6,
      actors: ['member', 'lapsed', 'nobody'],
      shape: drawShapes['panel.commit'],
      audience: () => PUBLIC,
      check(state, { at, by, body }) {
        const panel = panelIn(state, body.panel, 'seeding')
        if (isRefusal(panel)) return panel
        if (at >= panel.stage.commitUntil) return refuse('commit-late', { until: panel.stage.commitUntil })
        if (seedFrom(panel, body.side) !== undefined) return refuse('committed-already')
        return checkSide(panel, body.side, by)
      },
      apply(state, { at, body: { panel: id, side, commitment } }) {
        const panel = panelIn(state, id, 'seeding')
        if (isRefusal(panel)) return
        const seeds = [...panel.seeds, { by: side, commitment, opened: null }]
        const commitUntil = seeds.length === panel.sides.length ? at : panel.stage.commitUntil
        moveDraw(
          state,
          { ...panel, seeds },
          { ...panel.stage, commitUntil, drawAt: commitUntil + OPEN_DAYS * DAY },
        )
      },
    },
    'panel.seed': {
      since: 6,
      actors: ['member', 'lapsed', 'nobody'],
      shape: drawShapes['panel.seed'],
      audience: () => PUBLIC,
      check(state, { at, by, body: { panel: id, side, seed } }) {
        const panel = panelIn(state, id, 'seeding')
        if (isRefusal(panel)) return panel
        const given = seedFrom(panel, side)
        if (given === undefined) return checkSide(panel, side, by) ?? refuse('side-without-commitment')
        // Before all have committed, what one opens another could choose by.
        if (at < panel.stage.commitUntil) return refuse('seed-early', { from: panel.stage.commitUntil })
        if (given.opened !== null) return refuse('seed-opened-already')
        return commitmentTo(seed, side) === given.commitment
          ? checkSide(panel, side, by)
          : refuse('seed-other')
      },
      apply(state, { at, body: { panel: id, side, seed } }) {
        const panel = panelIn(state, id, 'seeding')
        if (isRefusal(panel)) return
        const seeds = panel.seeds.map((each) => (each.by === side ? { ...each, opened: seed } : each))
        const drawAt = seeds.every(({ opened }) => opened !== null) ? at : panel.stage.drawAt
        moveDraw(state, { ...panel, seeds }, { ...panel.stage, drawAt })
      },
    },
    'panel.draw': {
      since: 6,
      actors: ['clerk'],
      shape: drawShapes['panel.draw'],
      audience: () => PUBLIC,
      check(state, { at, body }) {
        const expected = panelDrawBody(state, body.panel, at, body.seed)
        if (isRefusal(expected)) return expected
        return canonical(expected) === canonical(body)
          ? undefined
          : refuse('wrong-result', { expected, found: body })
      },
      apply(state, { seq, at, body: { panel: id, seed, drawn } }) {
        state.deadlines.clear(PANEL_DRAW, id)
        const order = drawn.map(({ member }) => member)
        putPanel(state, id, { seed, order, stage: { kind: 'seating' } })
        fillSeats(subjects, state, id, { seq, at })
      },
    },
  }
}

function seedFrom({ seeds }: Panel, side: string): Seed | undefined {
  return seeds.find(({ by }) => by === side)
}

function moveDraw(
  state: PanelsRulesSlice,
  { id, seeds }: Panel,
  stage: Extract<PanelStage, { kind: 'seeding' }>,
): void {
  putPanel(state, id, { seeds, stage })
  state.deadlines.set(PANEL_DRAW, id, stage.drawAt)
}

/** For what the clerk makes its seed: another in each round, and the same for every process. */
export function panelSeedId({ id, round }: Pick<Panel, 'id' | 'round'>): string {
  return derivedUuid('panel', id, round)
}

/** The body with which the clerk announces a panel: whose roll, frozen now, and the clerk's own commitment. */
export function announceBody(
  state: PanelsRulesSlice,
  id: string,
  at: Instant,
  commitment: string | null,
): PanelDrawActs['panel.announce'] | Refusal {
  const panel = panelIn(state, id, 'called')
  if (isRefusal(panel)) return panel
  const { round, subject, size, sides, excluded, decideDays } = panel
  const { unit, onRoll } = poolOf(state, panel, at)
  const { pool } = provePlaces(state.members, placesOf(onRoll))
  const named = sides.map(({ name, members }) => ({ name, members: members === null ? null : [...members] }))
  return {
    ...{ panel: id, round, about: subject, size, decideDays, sides: named, excluded: [...excluded] },
    ...{ unit, pool, commitment },
  }
}

/** The body with which the clerk draws a panel, given its own seed; null where it cannot open it any more. */
export function panelDrawBody(
  state: PanelsRulesSlice,
  id: string,
  at: Instant,
  seed: string | null,
): PanelDrawActs['panel.draw'] | Refusal {
  const panel = panelIn(state, id, 'seeding')
  if (isRefusal(panel)) return panel
  if (panel.stage.drawAt > at) return refuse('not-due', { kind: PANEL_DRAW })
  if (seed !== null && commitmentTo(seed, CLERK) !== panel.commitment) return refuse('seed-other')
  const places = placesOf(panel.stage.onRoll)
  const wanted = placesDrawn({ ...panel, pool: panel.pool ?? { size: 0, root: '' }, seed }, places.length)
  const { drawn } = provePlaces(state.members, places, wanted)
  return {
    ...{ panel: id, round: panel.round, seed },
    drawn: drawn.map(({ member, place, proof }) => ({ member, place, proof: [...proof] })),
  }
}

/** What fixes a draw. */
export type DrawQuestion = Pick<
  Panel,
  'id' | 'round' | 'subject' | 'unit' | 'size' | 'commitment' | 'seeds' | 'seed'
> & { readonly pool: { readonly size: number; readonly root: string } }

/** The lot of a panel: about its subject and the frozen roll, with the seeds of the sides and the clerk. */
export function panelLot({ id, round, subject, unit, pool, commitment, seeds, seed }: DrawQuestion): Lot {
  const clerks = commitment === null ? [] : [{ by: CLERK, commitment, opened: seed }]
  const question = canonical({ panel: id, round, subject, unit, pool })
  return { question, seeds: [...seeds, ...clerks] }
}

/** The places that the lot draws, out of a pool of so many, in their order. */
export function placesDrawn(drawn: DrawQuestion, of = drawn.pool.size): readonly number[] {
  return drawPlaces(panelLot(drawn), of, DRAWN_PER_SEAT * drawn.size + DRAWN_BESIDE)
}
