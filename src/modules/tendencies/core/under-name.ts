import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { indexOf, type MembersSlice } from '#modules/members/core'
import { isWithin, type UnitsSlice } from '#modules/units/core'
import { livingTendency } from './slice.ts'
import type { TendenciesSlice, Tendency } from './state.ts'

/** The law from which on members can stand and report under the name of a tendency. */
const SINCE = 5

/** What somebody enters under the name of a tendency: in which unit, by which law. */
export interface UnderName {
  readonly by: string
  readonly unit: string
  readonly law: number
}

/**
 * Why somebody cannot speak, stand or report under the name of a tendency in a unit: it has to stand, they have to be one of its signatories,
 * and the unit has to be its own or lie below it. Nothing where no tendency is named.
 */
export function checkUnderName(
  state: TendenciesSlice & MembersSlice & UnitsSlice,
  id: string | undefined,
  { by, unit, law }: UnderName,
): Refusal | undefined {
  if (id === undefined) return undefined
  if (law < SINCE) return refuse('malformed', { field: '', problem: 'Unrecognized key: "tendency"' })
  const tendency = livingTendency(state, id)
  if (isRefusal(tendency)) return tendency
  if (tendency.stage.kind === 'forming') return refuse('tendency-forming', { name: tendency.name })
  // A tendency of the league speaks in its branches too; one of a branch does not in another's.
  if (!isWithin(state.units, unit, tendency.unit)) return refuse('unit-elsewhere', { unit })
  return checkSignatory(state, tendency, by)
}

/** Refuses whoever is not among the signatories. */
export function checkSignatory(
  { members }: MembersSlice,
  { signatories, name }: Pick<Tendency, 'signatories' | 'name'>,
  by: string,
): Refusal | undefined {
  return signatories.includes(indexOf(members, by)) ? undefined : refuse('not-signatory', { name })
}
