import { bug } from '#kernel/bug'
import type { Instant } from '#kernel/instant'
import {
  createCell,
  createList,
  createTable,
  type Cell,
  type Journal,
  type List,
  type Table,
} from '#kernel/journal'
import { ownRules, type RulebookState, type RuleVersion } from '#modules/rulebook/core'

/** A place in the tree where members live, or a group beside it with a roll of its own. */
export interface Unit {
  readonly id: string
  /** Its number in the order of forming, from 0. */
  readonly index: number
  readonly name: string
  readonly kind: 'place' | 'group'
  readonly parent: string | null
  /** Who votes: its members, or the delegates that hold a mandate in it. */
  readonly decidedBy: 'members' | 'delegates'
}

/** The organization itself: founded, then ratified by its first members. */
export interface Organization {
  readonly name: string
  readonly root: string
  readonly foundedAt: Instant
  /** A demonstration has a movable clock and can never become a real organization. */
  readonly demonstration: boolean
  readonly status: 'founding' | 'ratified'
}

export interface UnitsState {
  readonly organization: Cell<Organization | undefined>
  readonly units: Table<string, Unit>
  readonly order: List<string>
  /** Rolls of groups: member index to when they vote there first. */
  readonly groups: Table<string, Table<number, number>>
}

export function createUnits(journal: Journal): UnitsState {
  return {
    organization: createCell<Organization | undefined>(journal, undefined),
    units: createTable(journal),
    order: createList(journal),
    groups: createTable(journal),
  }
}

/** What most rules read of units. */
export interface UnitsSlice {
  readonly units: UnitsState
  readonly rulebook: RulebookState
}

/** The organization, which exists once the first entry is applied. */
export function organizationOf(state: UnitsState): Organization {
  return state.organization.get() ?? bug('no organization was founded yet')
}

/** This unit and all above it, from below. */
export function pathUp(state: UnitsState, unit: string): readonly Unit[] {
  const path: Unit[] = []
  for (let at = state.units.get(unit); at !== undefined;) {
    path.push(at)
    at = at.parent === null ? undefined : state.units.get(at.parent)
  }
  return path
}

/** Whether `unit` is `above` or lies below it. */
export function isWithin(state: UnitsState, unit: string, above: string): boolean {
  return pathUp(state, unit).some((each) => each.id === above)
}

/** For every unit by its index, 1 where it is this unit or lies below it. */
export function subtree(state: UnitsState, unit: string): Uint8Array {
  const inside = new Uint8Array(state.order.length)
  // Parents are always formed before their children, so one pass in the order of forming is enough.
  for (const id of state.order.values()) {
    const each = state.units.get(id) ?? bug('a unit without its row')
    const parent = each.parent === null ? undefined : state.units.get(each.parent)
    inside[each.index] = id === unit || (parent !== undefined && inside[parent.index] === 1) ? 1 : 0
  }
  return inside
}

/** The rules in force for a unit: its own, or those of the nearest unit above that has some. */
export function rulesFor(state: UnitsSlice, unit: string): RuleVersion {
  for (const each of pathUp(state.units, unit)) {
    const own = ownRules(state.rulebook, each.id)
    if (own !== undefined) return own
  }
  return bug('a unit without rules above it')
}
