import { fromBase64 } from '#kernel/bytes'
import { canonical, fieldOf, type Json } from '#kernel/canonical'
import { refuse, type Refusal } from '#kernel/refusal'
import { unopened, type Seed } from '#modules/counting/core'
import { CLERK, hashLeaf, verifyInclusion, type KeptEntry } from '#modules/record/core'
import type { z } from 'zod'
import { drawShapes, type PanelDrawActs } from './bodies.ts'
import { panelLot, placesDrawn, type DrawQuestion } from './draw.ts'
import { createSeatTrail, type SeatEvent } from './seat-trail.ts'

type Announced = PanelDrawActs['panel.announce']
type Drawn = PanelDrawActs['panel.draw']['drawn']

/** One draw of a panel, done again from what the record says: nobody but the record was asked. */
export interface VerifiedDraw {
  readonly announced: Announced
  readonly seeds: readonly Seed[]
  readonly seed: string | null
  /** Who committed and did not open, or opened something else: it counts as empty. */
  readonly unopened: readonly string[]
  readonly drawn: Drawn
  /** Entries: the announcement and the draw. */
  readonly seqs: readonly [number, number]
}

/** What can be said of a panel from its public entries alone. */
export interface PanelProof {
  readonly draws: readonly VerifiedDraw[]
  readonly events: readonly SeatEvent[]
  /** Who has taken a seat and not left it. */
  readonly sits: readonly string[]
  readonly violations: readonly (Refusal & { readonly seq: number })[]
}

/** Follows one panel through a record, and draws its lots again. */
export function createDrawCheck(id: string): { take(kept: KeptEntry): void; finish(): PanelProof } {
  const draws: VerifiedDraw[] = []
  const trail = createSeatTrail()
  const violations: (Refusal & { readonly seq: number })[] = []
  let open: { readonly seq: number; readonly announced: Announced; seeds: readonly Seed[] } | undefined

  const note = (seq: number, code: string, facts: Refusal['facts'] = {}): void => {
    violations.push({ ...refuse(code, facts), seq })
  }
  function commit({ seq, body }: KeptEntry): void {
    const { side, commitment } = bodyOf(drawShapes['panel.commit'], body)
    if (open === undefined || open.seeds.some(({ by, opened }) => by === side || opened !== null))
      note(seq, 'committed-already')
    else open.seeds = [...open.seeds, { by: side, commitment, opened: null }]
  }
  function openSeed({ seq, body }: KeptEntry): void {
    const { side, seed } = bodyOf(drawShapes['panel.seed'], body)
    const given = open?.seeds.find(({ by }) => by === side)
    if (open === undefined || given === undefined) note(seq, 'side-without-commitment')
    else open.seeds = open.seeds.map((each) => (each === given ? { ...each, opened: seed } : each))
  }
  function draw({ seq, body }: KeptEntry): void {
    const { seed, drawn, round } = bodyOf(drawShapes['panel.draw'], body)
    if (open?.announced.round !== round) {
      note(seq, 'draw-unannounced')
      return
    }
    const { announced, seeds } = open
    const question: DrawQuestion = { ...announced, subject: announced.about, id, seeds, seed }
    for (const refusal of whyWrong(question, drawn)) note(seq, refusal.code, refusal.facts)
    draws.push({
      announced,
      seeds,
      seed,
      unopened: unopened(panelLot(question)),
      drawn,
      seqs: [open.seq, seq],
    })
    open = undefined
  }
  const takers: Readonly<Record<string, (kept: KeptEntry) => void>> = {
    'panel.announce': (kept) => {
      open = { seq: kept.seq, announced: bodyOf(drawShapes['panel.announce'], kept.body), seeds: [] }
    },
    'panel.commit': commit,
    'panel.seed': openSeed,
    'panel.draw': draw,
  }

  return {
    take(kept) {
      if (!kept.type.startsWith('panel.') || fieldOf(kept.body, 'panel') !== id) return
      try {
        takers[kept.type]?.(kept)
        trail.take(kept, draws.at(-1)?.announced.size ?? 0)
      } catch (error) {
        note(kept.seq, 'malformed', { field: 'body', problem: String(error) })
      }
    },
    finish() {
      if (draws.length === 0 && violations.length === 0)
        note(open?.seq ?? 0, open === undefined ? 'unknown-panel' : 'panel-undrawn', { panel: id })
      return { draws, ...trail.finish(), violations }
    },
  }
}

/** What is wrong with a draw: a seed that was not promised, a place that the lot did not draw, a member who did not stand there. */
function whyWrong(question: DrawQuestion, drawn: Drawn): readonly Refusal[] {
  const { pool } = question
  const places = placesDrawn(question)
  const found: Refusal[] = []
  const expected = canonical([...places])
  if (canonical(drawn.map(({ place }) => place)) !== expected)
    found.push(refuse('draw-other-places', { expected: [...places], found: drawn.map(({ place }) => place) }))
  const root = fromBase64(pool.root) ?? new Uint8Array(32)
  for (const { member, place, proof } of drawn) {
    const hashes = proof.map((hash) => fromBase64(hash) ?? new Uint8Array(0))
    if (!verifyInclusion(hashLeaf(member), place, pool.size, hashes, root))
      found.push(refuse('draw-other-member', { member, place }))
  }
  // The clerk’s seed is the only one that the record takes unasked; the sides’ were compared with what they promised.
  const lying = unopened(panelLot(question)).filter((by) => wasOpened(question, by))
  for (const by of lying) found.push(refuse('draw-seed-other', { by }))
  return found
}

function wasOpened({ seeds, seed }: DrawQuestion, by: string): boolean {
  return by === CLERK ? seed !== null : seeds.some((each) => each.by === by && each.opened !== null)
}

function bodyOf<Body>(shape: z.ZodType<Body>, body: Json | undefined): Body {
  return shape.parse(body)
}
