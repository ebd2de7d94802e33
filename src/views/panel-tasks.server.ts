import type { Instant } from '#kernel/instant'
import { idAt } from '#modules/members/core'
import { isSilent, type Panel } from '#modules/panels/core'
import { speaksFor, type Org } from '#organization'
import { oncePerEntry } from './once.server.ts'

/** What somebody has to do on a panel: take a seat or step aside, commit to words for the lot or open them, find. */
export type PanelTask = 'seat' | 'commit' | 'open' | 'find'

/** One such task; after `until` it goes on without this member. */
export interface TaskOnPanel {
  readonly id: string
  readonly what: PanelTask
  readonly until: Instant
}

const underWay = oncePerEntry(({ panels }: Org) =>
  [...panels.panels.values()].filter(({ stage }) => ['seeding', 'seating', 'sitting'].includes(stage.kind)),
)

/** All that waits for a member on panels. */
export function panelTasks(org: Org, index: number, now: Instant): readonly TaskOnPanel[] {
  const member = idAt(org.members, index)
  return underWay(org).flatMap((panel) =>
    [...seatTasks(panel, member, now), ...seedTasks(org, panel, member, now)].map((task) => ({
      id: panel.id,
      ...task,
    })),
  )
}

type Task = Omit<TaskOnPanel, 'id'>

function seatTasks(panel: Panel, member: string, now: Instant): readonly Task[] {
  const { subject, seats, stage } = panel
  const seat = seats.find((each) => each.member === member)
  if (seat === undefined) return []
  if (seat.accepted === null) return [{ what: 'seat', until: seat.until }]
  // Of a case its own need says so, with the day on which the charge lapses.
  return stage.kind === 'sitting' && subject.kind !== 'case' && now >= stage.from && isSilent(panel, member)
    ? [{ what: 'find', until: stage.until }]
    : []
}

function seedTasks(org: Org, panel: Panel, member: string, now: Instant): readonly Task[] {
  const { stage, seeds, sides } = panel
  if (stage.kind !== 'seeding') return []
  const { commitUntil, drawAt } = stage
  return sides.flatMap(({ name }): readonly Task[] => {
    const given = seeds.find(({ by }) => by === name)
    const waits = now < commitUntil ? given === undefined : given?.opened === null
    if (!waits || !speaksFor(org, panel, name, member)) return []
    return [now < commitUntil ? { what: 'commit', until: commitUntil } : { what: 'open', until: drawAt }]
  })
}
