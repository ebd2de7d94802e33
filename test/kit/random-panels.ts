import type { Json } from '#kernel/canonical'
import { commitmentTo } from '#modules/counting/core'
import type { Panel } from '#modules/panels/core'
import { uuid, type World } from './given.ts'
import { anybody, heldAt, pick, pickLate, type Numbers } from './random-picks.ts'

// Panels of a random history: their lot, their seats and what they find.

/** A panel in this stage if there is one; now and then any. */
function panelAt({ org }: World, n: number, kind: Panel['stage']['kind']): Panel | undefined {
  const all = [...org.panels.panels.values()]
  const staged = all.filter(({ stage }) => stage.kind === kind)
  return (n % 8 === 0 ? undefined : pickLate(staged, n)) ?? pickLate(all, n)
}

function seatsOf({ org }: World, id: string): Panel['seats'] {
  return org.panels.panels.get(id)?.seats ?? []
}

/** Who speaks for a side; now and then somebody else. */
function speaker(world: World, { members }: Panel['sides'][number], n: number): string {
  if (n % 20 === 0) return anybody(world, n)
  return members === null ? 'nobody' : (members[0] ?? 'nobody')
}

/** What is found: on a charge what was asked for, or less, or nothing; on an appeal that it is granted or not. */
function outcomeAt({ org }: World, { subject }: Panel, n: number): Json {
  const asked = org.cases.cases.get(subject.id)?.asked
  if (asked === undefined) return { grant: n % 3 === 0 }
  return pick<Json>([asked, asked, asked, { kind: 'warning' }, null, { kind: 'expulsion' }], n) ?? null
}

export const PANEL_ACTS = {
  /** The sides commit to words and open them: one, or both, or one of them others than those. */
  seedPanel: (world: World, { a, b, c }: Numbers) => {
    const panel = panelAt(world, b, 'seeding')
    const sides = (panel?.sides ?? []).slice(a % 4 === 0 ? 1 : 0)
    for (const side of sides) {
      const commitment = commitmentTo(`words ${c % 3}`, side.name)
      world.when(speaker(world, side, a), 'panel.commit', {
        panel: panel?.id ?? '',
        side: side.name,
        commitment,
      })
    }
    for (const side of sides) {
      const seed = `words ${(c + (a % 10 === 0 ? 1 : 0)) % 3}`
      world.when(speaker(world, side, a), 'panel.seed', { panel: panel?.id ?? '', side: side.name, seed })
    }
  },
  /** Whoever was drawn takes the seat, or steps aside where they are concerned; some do not answer. */
  seatPanel: (world: World, { a, b }: Numbers) => {
    const seating = [...world.org.panels.panels.values()].filter(({ stage }) => stage.kind === 'seating')
    for (const { id } of seating)
      for (let n = a; n < a + 12 && n % 31 !== 0; n++) {
        const waiting = seatsOf(world, id).find(({ accepted }) => accepted === null)
        if (waiting === undefined) break
        if (world.when(waiting.member, 'panel.accept', { panel: id }) !== undefined || n % 23 === 0)
          world.when(waiting.member, 'panel.recuse', { panel: id })
      }
    const panel = panelAt(world, b, 'seating')?.id ?? uuid('no panel')
    if (a % 10 === 0) world.when(anybody(world, a), 'panel.accept', { panel })
  },
  challengePanel: (world: World, { a, b, c }: Numbers) => {
    const panel = panelAt(world, b, c % 2 === 0 ? 'seating' : 'sitting')
    const side = pick(panel?.sides ?? [], a)
    if (panel === undefined || side === undefined) return
    // The first is granted without a reason; of the second the others say whether it is.
    const challenged = [c, c + 1]
      .slice(0, 1 + (b % 2))
      .map((n) => pick(panel.seats, n)?.member ?? anybody(world, n))
    for (const member of challenged)
      world.when(speaker(world, side, a), 'panel.challenge', {
        ...{ panel: panel.id, side: side.name, member },
        reason: member === challenged[0] && c % 3 === 0 ? null : heldAt(world),
      })
    const member = challenged.at(-1) ?? anybody(world, c)
    for (const other of seatsOf(world, panel.id))
      world.when(other.member, 'panel.grant', { panel: panel.id, member })
  },
  /** One proposes a finding, and some agree with it, or with another. */
  findPanel: (world: World, { a, b, c }: Numbers) => {
    const panel = panelAt(world, b, 'sitting')
    if (panel === undefined) return
    const members = panel.seats.map(({ member }) => member)
    const [proposal, by] = [uuid('finding', world.entries.length), pick(members, a) ?? anybody(world, a)]
    const body = { panel: panel.id, proposal, outcome: outcomeAt(world, panel, c), reasons: heldAt(world) }
    world.when(a % 15 === 0 ? anybody(world, c) : by, 'panel.propose', body)
    const other = pick(world.org.panels.panels.get(panel.id)?.proposals ?? [], c)?.id ?? proposal
    for (const [n, member] of members.entries())
      if ((n + c) % 5 !== 0)
        world.when(member, 'panel.agree', { panel: panel.id, proposal: a % 6 === 0 ? other : proposal })
  },
  dissentPanel: (world: World, { a, b }: Numbers) => {
    const panel = panelAt(world, b, a % 2 === 0 ? 'sitting' : 'decided')
    const by = pick(panel?.seats ?? [], a)?.member ?? anybody(world, a)
    world.when(by, 'panel.dissent', { panel: panel?.id ?? uuid('no panel'), reasons: heldAt(world) })
  },
} satisfies Readonly<Record<string, (world: World, step: Numbers) => unknown>>
