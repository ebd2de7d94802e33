import { refuse, type Refusal } from '#kernel/refusal'
import { isWithin, type Unit, type UnitsState } from '#modules/units/core'
import type { DelegatesState, Mandate } from './state.ts'

/**
 * A unit sends delegates to a council of the place it lies in, or of one above. A council sends them further up only:
 * two councils that seat each other would need nobody else any more.
 */
export function checkSender(units: UnitsState, unit: string, council: string): Refusal | undefined {
  const found = units.units.get(council)
  if (found === undefined) return refuse('unknown-unit', { unit: council })
  if (found.decidedBy !== 'delegates') return refuse('no-council', { unit: found.name })
  const sender = units.units.get(unit)
  const isCouncil = sender?.decidedBy === 'delegates'
  const [from, area] = [isCouncil ? councilArea(sender) : unit, councilArea(found)]
  const isBelow = isWithin(units, from, area) && !(isCouncil && from === area)
  return isBelow && unit !== council ? undefined : refuse('council-elsewhere', { unit: found.name })
}

/** Where those live whom a council's delegates speak for: a place that has no other members, or what a group lies in. */
export function councilArea({ id, kind, parent }: Unit): string {
  return kind === 'place' ? id : (parent ?? id)
}

/** Refuses more delegates of a unit than it has seats in a council, where seats were shared out. Whoever sits keeps the seat. */
export function checkSeats(
  state: {
    readonly delegates: DelegatesState
    readonly councils: { seatsOf(council: string, unit: string): number | undefined }
  },
  unit: string,
  council: string,
  wanted: number,
): Refusal | undefined {
  const seats = state.councils.seatsOf(council, unit)
  if (seats === undefined) return undefined
  const taken = sittingFor(state.delegates, council, unit).length
  return taken + wanted <= seats ? undefined : refuse('seats-taken', { seats, taken })
}

/** The mandates with which a unit's delegates sit in a council. */
export function sittingFor(state: DelegatesState, council: string, unit: string): readonly Mandate[] {
  return [...state.mandates.values()].filter(
    (mandate) => mandate.ended === null && mandate.council === council && mandate.unit === unit,
  )
}
