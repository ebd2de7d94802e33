import { DAY } from '#kernel/instant'
import { refuse, type Refusal } from '#kernel/refusal'
import { MEMBERS, type Rules } from '#modules/record/core'
import { isWithin, rulesFor, type Unit, type UnitsSlice } from '#modules/units/core'
import { z } from 'zod'
import { homeAt } from './acts.ts'
import { indexOf, type MembersSlice } from './state.ts'

const emptyShape = z.strictObject({})

/** The group is the unit of the entry; the body has nothing to add. */
export type GroupActs = {
  'unit.join': z.infer<typeof emptyShape>
  'unit.leave': z.infer<typeof emptyShape>
}

/** Joining and leaving groups, which have rolls of their own beside the places where members live. */
export const groupRules: Rules<UnitsSlice & MembersSlice, GroupActs> = {
  'unit.join': {
    actors: ['member'],
    shape: emptyShape,
    audience: () => MEMBERS,
    check: (state, { by, unit }) => whyCannotJoin(state, indexOf(state.members, by), unit),
    // A newcomer to a group waits like a newcomer to the organization, or a group could be outvoted overnight.
    apply(state, { at, by, unit }) {
      const wait = rulesFor(state, unit ?? '').rules.admissionDays
      state.units.groups.get(unit ?? '')?.set(indexOf(state.members, by), at + wait * DAY)
    },
  },
  'unit.leave': {
    actors: ['member', 'lapsed'],
    shape: emptyShape,
    audience: () => MEMBERS,
    check({ units, members }, { by, unit }) {
      const roll = units.groups.get(unit ?? '')
      if (roll === undefined) return refuse('not-a-group')
      return roll.has(indexOf(members, by)) ? undefined : refuse('not-in-group')
    },
    apply({ units, members }, { by, unit }) {
      units.groups.get(unit ?? '')?.delete(indexOf(members, by))
    },
  },
}

/** Why a member cannot join a unit, if so: the page that offers to join asks this too. */
function whyCannotJoin(
  state: UnitsSlice & MembersSlice,
  index: number,
  id: string | null,
): Refusal | undefined {
  const unit = state.units.units.get(id ?? '')
  const roll = state.units.groups.get(id ?? '')
  if (unit === undefined || roll === undefined) return refuse('not-a-group')
  // Whoever sits in a council was sent there by a mandate.
  if (unit.decidedBy === 'delegates') return refuse('group-of-delegates')
  if (roll.has(index)) return refuse('joined-already')
  return belongsAbove(state, unit, index) ? undefined : refuse('group-elsewhere', { unit: unit.name })
}

/** A group takes those who live in the place it lies in; one within another group takes that group's members. */
function belongsAbove(state: UnitsSlice & MembersSlice, { parent }: Unit, index: number): boolean {
  if (parent === null) return false
  const roll = state.units.groups.get(parent)
  return roll === undefined ? isWithin(state.units, homeAt(state, index).id, parent) : roll.has(index)
}
