import { delegatesIn } from '#modules/delegates/core'
import { statusAt } from '#modules/members/core'
import { ownRules } from '#modules/rulebook/core'
import { rulesFor, type Unit } from '#modules/units/core'
import type { Org } from '#organization'
import { compareNames } from '#ui/language.ts'
import { oncePerEntry } from './once.server.ts'

/** How many members each unit has, by the unit's index; a place has those of the places in it too. */
const membersByUnit = oncePerEntry(countAll)

function countAll({ units, members, delegates }: Org): readonly number[] {
  const counts = new Array<number>(units.order.length).fill(0)
  for (let index = 0; index < members.ids.length; index++) {
    const home = members.homes.get(index)
    if (isMember(members, index)) counts[home] = (counts[home] ?? 0) + 1
  }
  // Units are formed after the ones they lie in: from the last to the first, each place adds to the one around it.
  for (const unit of [...units.units.values()].sort((a, b) => b.index - a.index)) {
    const parent = unit.parent === null ? undefined : units.units.get(unit.parent)
    if (unit.kind === 'place' && parent !== undefined)
      counts[parent.index] = (counts[parent.index] ?? 0) + (counts[unit.index] ?? 0)
  }
  for (const [id, roll] of units.groups.entries()) {
    const index = units.units.get(id)?.index
    if (index !== undefined)
      counts[index] = [...roll.keys()].filter((member) => isMember(members, member)).length
  }
  for (const { id, index, decidedBy } of units.units.values())
    if (decidedBy === 'delegates') counts[index] = delegatesIn(delegates, id).size
  return counts
}

function isMember(members: Org['members'], index: number): boolean {
  const status = statusAt(members, index)
  return status === 'member' || status === 'listed'
}

/** A unit as a line of the tree. */
export interface UnitLine {
  readonly id: string
  readonly name: string
  readonly kind: Unit['kind']
  readonly decidedBy: Unit['decidedBy']
  readonly members: number
  /** Its own rules, or null where it follows those of a unit above. */
  readonly ownRules: string | null
}

/** A unit with those that lie in it. */
export interface UnitNode extends UnitLine {
  readonly units: readonly UnitNode[]
}

export function unitLine(org: Org, { id, index, name, kind, decidedBy }: Unit): UnitLine {
  const own = ownRules(org.rulebook, id)
  return {
    id,
    name,
    kind,
    decidedBy,
    members: membersByUnit(org)[index] ?? 0,
    ownRules: own?.rules.name ?? null,
  }
}

/** The units that lie in a unit, places first, in the order of their names. */
export function unitsIn({ units }: Org, parent: string): readonly Unit[] {
  return [...units.units.values()]
    .filter((unit) => unit.parent === parent)
    .sort((a, b) => (a.kind === b.kind ? compareNames(a.name, b.name) : a.kind === 'place' ? -1 : 1))
}

/** All units below and with this one. */
export function unitTree(org: Org, root: string): UnitNode | undefined {
  const below = Map.groupBy(org.units.units.values(), ({ parent }) => parent)
  const nodeOf = (unit: Unit): UnitNode => ({
    ...unitLine(org, unit),
    units: (below.get(unit.id) ?? [])
      .toSorted((a, b) => (a.kind === b.kind ? compareNames(a.name, b.name) : a.kind === 'place' ? -1 : 1))
      .map(nodeOf),
  })
  const unit = org.units.units.get(root)
  return unit === undefined ? undefined : nodeOf(unit)
}

/** The rules a unit follows: their name and version, and the unit whose they are. */
export function rulesOf(org: Org, unit: string) {
  const { rules, version, unit: owner } = rulesFor(org, unit)
  return { name: rules.name, version, owner: { id: owner, name: org.units.units.get(owner)?.name ?? '' } }
}
