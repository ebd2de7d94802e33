import type { Motion, StageKind } from '#modules/motions/core'
import { oncePerEntry } from './once.server.ts'
import { countByStatus } from './roll.server.ts'

const OPEN: ReadonlySet<StageKind> = new Set([
  'seconding',
  'debate',
  'amending',
  'amended',
  'voting',
  'entered',
  'review',
  'review-voting',
])

/** Whether something can still be done about a motion. */
function isOpen({ stage }: Pick<Motion, 'stage'>): boolean {
  return OPEN.has(stage.kind)
}

/** Where the organization stands, in numbers. */
export const standingOf = oncePerEntry((org) => {
  const counts = countByStatus(org)
  const points = [...org.program.points.values()].filter(({ struck }) => !struck)
  const unity = points.filter(({ kind }) => kind === 'unity').length
  return {
    members: counts.member ?? 0,
    listed: counts.listed ?? 0,
    unity,
    positions: points.length - unity,
    motions: org.motions.motions.values().filter(isOpen).toArray().length,
    units: org.units.order.length,
  }
})
