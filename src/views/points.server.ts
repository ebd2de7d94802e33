import { organizationOf } from '#modules/units/core'
import type { Org } from '#organization'

/** The organization's points of unity as they stand: what members accept on joining. Public. */
export function pointsOfUnity({ program, units }: Org) {
  const { root } = organizationOf(units)
  return program.order.values().flatMap((id) => {
    const point = program.points.get(id)
    if (point?.kind !== 'unity' || point.struck || point.unit !== root) return []
    return [{ id, number: point.number, text: point.clauses.map((clause) => clause.text).join('\n\n') }]
  })
}
