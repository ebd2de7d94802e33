import type { Instant } from '#kernel/instant'
import { decisionOf, type Panel } from '#modules/panels/core'
import { speaksFor, type Org } from '#organization'
import { whyNot } from './may.server.ts'

/** Where the page of what a panel is about stands, by kind of subject. */
const PAGES: Readonly<Record<string, (id: string) => string>> = {
  case: (id) => `/cases/${id}`,
}

/** A panel as members see it: how it was drawn, who sits, and what this member can do. */
export function viewPanel(org: Org, now: Instant, me: string, id: string) {
  const panel = org.panels.panels.get(id)
  if (panel === undefined) return undefined
  const { subject, size, round, pool, order, seats, left, at } = panel
  const may = (type: string, body: Readonly<Record<string, string>> = {}): string | null =>
    whyNot(org, now, { by: me, type, unit: panel.asked, body: { panel: id, ...body } })
  const unitName = (unit: string): string => org.units.units.get(unit)?.name ?? unit
  return {
    people: [
      ...new Set([...order, ...seats.map(({ member }) => member), ...left.map(({ member }) => member)]),
    ],
    id,
    subject: { ...subject, href: PAGES[subject.kind]?.(subject.id) ?? null },
    ...{ size, round, at, stage: { ...stageOf(panel), ...boundsOf(org, panel) } },
    unit: { id: panel.unit, name: unitName(panel.unit), isHigher: panel.unit !== panel.asked },
    pool: pool?.size ?? null,
    clerk: { committed: panel.commitment !== null, seed: panel.seed },
    sides: sidesOf(org, panel, me, now),
    order: order.map((member, i) => ({ member, number: i + 1, what: whatBecame(panel, member) })),
    seats,
    challenges: panel.challenges
      .filter(({ granted }) => granted === null)
      .map(({ member, agreed }) => ({ member, agreed: agreed.length, may: may('panel.grant', { member }) })),
    findings: panel.proposals.map((each) => ({
      ...{ id: each.id, by: each.by, agreed: each.agreed, at: each.at },
      holds: decisionOf(panel)?.id === each.id,
      mayAgree: may('panel.agree', { proposal: each.id }),
    })),
    dissents: panel.dissents.map(({ by }) => by),
    mine: {
      seat: seats.find(({ member }) => member === me) ?? null,
      mayAccept: may('panel.accept'),
      mayRecuse: may('panel.recuse'),
    },
  }
}

export type PanelView = NonNullable<ReturnType<typeof viewPanel>>

/** The stage without what is only the machine's. */
function stageOf({ stage }: Panel) {
  const { kind } = stage
  return {
    kind,
    commitUntil: 'commitUntil' in stage ? stage.commitUntil : null,
    until: 'drawAt' in stage ? stage.drawAt : 'until' in stage ? stage.until : null,
    from: 'from' in stage ? stage.from : null,
    why: 'why' in stage ? stage.why : null,
    at: 'at' in stage ? stage.at : null,
  }
}

/** Between which moments a panel on a case can find: not before the notice has run, and not after the charge has lapsed. */
function boundsOf(org: Org, { subject, stage }: Panel) {
  const found = subject.kind === 'case' ? org.cases.cases.get(subject.id)?.stage : undefined
  if (stage.kind !== 'sitting') return {}
  if (found?.kind === 'notice') return { from: Math.max(stage.from, found.until) }
  return found?.kind === 'hearing' ? { until: Math.min(stage.until, found.findBy) } : {}
}

function sidesOf(org: Org, panel: Panel, me: string, now: Instant) {
  const seeding = panel.stage.kind === 'seeding' ? panel.stage : undefined
  const canChallenge = ['seating', 'sitting'].includes(panel.stage.kind) && panel.proposals.length === 0
  return panel.sides.map(({ name, members }) => {
    const given = panel.seeds.find(({ by }) => by === name)
    const isMine = speaksFor(org, panel, name, me)
    const isEarly = now < (seeding?.commitUntil ?? 0)
    return {
      ...{ name, isMine, isSealed: members === null },
      hasChallenged: panel.challenges.some(({ side }) => side === name),
      commitment: given?.commitment ?? null,
      opened: given?.opened ?? null,
      mayCommit: isMine && isEarly && given === undefined,
      mayOpen: isMine && seeding !== undefined && !isEarly && given?.opened === null,
      mayChallenge: isMine && canChallenge,
    }
  })
}

/** What became of somebody who was drawn: `follows` where nobody has asked them yet. */
function whatBecame(
  { seats, left }: Panel,
  member: string,
): 'sits' | 'asked' | 'follows' | 'recused' | 'silent' | 'challenged' {
  const seat = seats.find((each) => each.member === member)
  if (seat !== undefined) return seat.accepted === null ? 'asked' : 'sits'
  return left.find((each) => each.member === member)?.why ?? 'follows'
}
