import { organizationOf, pathUp, type Unit } from '#modules/units/core'
import type { Org } from '#organization'
import { compareNames } from '#ui/language.ts'

/** A place to choose from: its id, and its name with the places around it up to the whole. */
export interface PlaceOption {
  readonly value: string
  readonly label: string
}

/** Every place where a member can live, the whole first, then in the order of their names. */
export function placeOptions({ units }: Pick<Org, 'units'>): readonly PlaceOption[] {
  const { root } = organizationOf(units)
  const places = [...units.units.values()].filter(({ kind }) => kind === 'place')
  const options = places.map((unit) => ({ value: unit.id, label: labelOf(units, unit, root) }))
  return options.sort(
    (a, b) => Number(b.value === root) - Number(a.value === root) || compareNames(a.label, b.label),
  )
}

function labelOf(units: Org['units'], unit: Unit, root: string): string {
  if (unit.id === root) return unit.name
  const path = pathUp(units, unit.id).filter(({ id }) => id !== root)
  return path.map(({ name }) => name).join(', ')
}
