import { adoptLaws, carry, emptyWorld, person, ROOT, RULES, SOME_HASH, type World } from './given.ts'

/** A place, and the place in which it lies. */
export type Place = readonly [unit: string, name: string, parent: string]

/** A ratified organization of these places; the n-th member has the n-th home, and the first so many are its organizers; under a law, or the newest. */
export function placedWorld(
  places: readonly Place[],
  homes: readonly string[],
  organizers: number,
  law?: number,
): World {
  const world = emptyWorld()
  const found = { name: 'Riverside', root: ROOT, rules: RULES, demonstration: false }
  world.given('nobody', 'organization.found', found, null)
  adoptLaws(world, law)
  for (const [unit, name, parent] of places)
    world.given('nobody', 'founding.place', { unit, name, parent }, null)
  for (const [n, home] of homes.entries()) {
    const body = { member: person(n), home, organizer: n < organizers, details: SOME_HASH }
    world.given('nobody', 'founding.member', body, null)
  }
  carry(world, 'Founding', { kind: 'organization.ratify', points: false }, [...homes.keys()])
  return world
}
