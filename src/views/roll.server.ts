import { holdsDuty } from '#modules/delegates/core'
import { homeAt, statusAt, type MemberStatus } from '#modules/members/core'
import { organizationOf } from '#modules/units/core'
import type { Org } from '#organization'
import { oncePerEntry } from './once.server.ts'

type Counts = Readonly<Partial<Record<MemberStatus, number>>>

/** How many people there are by status. */
export const countByStatus = oncePerEntry(countAll)

function countAll({ members }: Org): Counts {
  const counts: Partial<Record<MemberStatus, number>> = {}
  for (let index = 0; index < members.ids.length; index++) {
    const status = statusAt(members, index)
    counts[status] = (counts[status] ?? 0) + 1
  }
  return counts
}

/** Whether somebody keeps the roll of the unit in which a member lives, asked for many members at once. */
export function keeperOf(org: Org, keeper: number): (member: number) => boolean {
  const known = new Map<string, boolean>()
  return (member) => {
    const home = homeAt(org, member).id
    const answer = known.get(home) ?? holdsDuty(org, keeper, 'roll', home)
    known.set(home, answer)
    return answer
  }
}

/** Whether somebody keeps the roll of some unit. */
export function keepsSomeRoll({ delegates, members }: Org, member: string): boolean {
  const index = members.indices.get(member)
  return [...delegates.mandates.values()].some(
    ({ ended, holder, duties }) => ended === null && holder === index && duties.includes('roll'),
  )
}

/** Whether somebody keeps the roll of the whole organization. */
export function keepsWholeRoll(org: Org, member: string): boolean {
  return holdsDuty(org, org.members.indices.get(member) ?? -1, 'roll', organizationOf(org.units).root)
}
