import { homeAt, idAt, statusAt } from '#modules/members/core'
import { directoryOf, ownRules, type Directory } from '#modules/rulebook/core'
import { isWithin, organizationOf, rulesFor } from '#modules/units/core'
import type { Org } from '#organization'
import { keeperOf } from './roll.server.ts'

/** What one member may see of another in lists and on the page of a member: everything there is, the name, nothing. */
export type Sight = 'all' | 'name' | 'none'

/**
 * The one place that says what somebody may see of others; asked for many at once, by their index. The rules of the unit
 * where the one who is seen lives decide. Whoever keeps their roll sees all, and who holds an office is seen by all.
 * Names beside what somebody did in the open do not come from here (`whoIs`).
 */
export function sightOf(org: Org, viewer: number | undefined): (member: number) => Sight {
  const rule = ruleByHome(org)
  const near = nearnessOf(org, viewer)
  const keeps = viewer === undefined ? () => false : keeperOf(org, viewer)
  const officers = holdersOf(org)
  return (member) => {
    const directory = rule(member)
    if (directory === 'places' || member === viewer || near(member) || keeps(member)) return 'all'
    return directory === 'names' || officers.has(member) ? 'name' : 'none'
  }
}

/** Who is in sight of somebody, by id; undefined where everybody is, so that nobody lists a roll of a million. */
export function idsInSight(org: Org, viewer: number | undefined): readonly string[] | undefined {
  if (!hidesNames(org)) return undefined
  const sight = sightOf(org, viewer)
  const ids: string[] = []
  for (let index = 0; index < org.members.ids.length; index++)
    if (sight(index) !== 'none') ids.push(idAt(org.members, index))
  return ids
}

/** Whether the rules of any unit keep names from some members. */
function hidesNames({ units, rulebook }: Org): boolean {
  return units.order.values().some((id) => {
    const own = ownRules(rulebook, id)
    return own !== undefined && directoryOf(own.rules) === 'own-units'
  })
}

function ruleByHome(org: Org): (member: number) => Directory {
  const known = new Map<number, Directory>()
  return (member) => {
    const home = org.members.homes.get(member)
    const answer = known.get(home) ?? directoryOf(rulesFor(org, homeAt(org, member).id).rules)
    known.set(home, answer)
    return answer
  }
}

/**
 * Who shares a unit with somebody: the same home or one within the other, a group, a council. The whole, which everybody
 * shares, counts only among those who live in it, and for applicants, whom somebody has to see to vouch for them.
 */
function nearnessOf(org: Org, viewer: number | undefined): (member: number) => boolean {
  if (viewer === undefined) return () => false
  const { units, members } = org
  const { root } = organizationOf(units)
  const own = homeAt(org, viewer).id
  const places = new Map<string, boolean>()
  const groups = [...units.groups.values()].filter((roll) => roll.has(viewer))
  const councils = councilsOf(org)
  const sits = [...councils.values()].filter((holders) => holders.has(viewer))
  return (member) => {
    const home = homeAt(org, member).id
    const crossesWhole = own !== home && (own === root || home === root)
    if (!crossesWhole || statusAt(members, member) === 'applicant') {
      const within = places.get(home) ?? (isWithin(units, home, own) || isWithin(units, own, home))
      places.set(home, within)
      if (within) return true
    }
    return groups.some((roll) => roll.has(member)) || sits.some((holders) => holders.has(member))
  }
}

/** Who sits in each council. */
function councilsOf({ delegates }: Org): ReadonlyMap<string, ReadonlySet<number>> {
  const councils = new Map<string, Set<number>>()
  for (const { council, holder, ended } of delegates.mandates.values()) {
    if (council === null || ended !== null) continue
    councils.set(council, (councils.get(council) ?? new Set()).add(holder))
  }
  return councils
}

/** Who holds an office. */
function holdersOf({ delegates }: Org): ReadonlySet<number> {
  return new Set(
    [...delegates.mandates.values()].flatMap(({ ended, holder }) => (ended === null ? holder : [])),
  )
}
