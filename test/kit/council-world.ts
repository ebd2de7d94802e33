import type { Json } from '#kernel/canonical'
import { voteIdFor, type Choice } from '#modules/voting/core'
import {
  adoptLaws,
  clausesOf,
  emptyWorld,
  HOUR,
  inDebate,
  person,
  ROOT,
  RULES,
  SOME_HASH,
  uuid,
  type World,
} from './given.ts'

export const COUNCIL = uuid('council')
export const HARBOUR = uuid('Harbour')
export const MILL = uuid('Mill')
export const HILL = uuid('Hill')

/** Who lives where: 0 to 6 at the harbour, 7 to 9 at the mill, 10 and 11 on the hill. */
export const LIVING: readonly (readonly [unit: string, members: readonly number[]])[] = [
  [HARBOUR, [0, 1, 2, 3, 4, 5, 6]],
  [MILL, [7, 8, 9]],
  [HILL, [10, 11]],
]
const ALL = LIVING.flatMap(([, members]) => members)

/** A ratified organization of three places, twelve members, and a council that lies in the whole and has nobody in it. */
export function councilWorld(): World {
  const world = emptyWorld()
  const found = { name: 'Riverside', root: ROOT, rules: RULES, demonstration: false }
  world.given('nobody', 'organization.found', found, null)
  adoptLaws(world)
  for (const [unit] of LIVING)
    world.given('nobody', 'founding.place', { unit, name: `Place ${unit.slice(0, 8)}`, parent: ROOT }, null)
  for (const [home, members] of LIVING)
    for (const n of members) {
      const body = { member: person(n), home, organizer: n < 2, details: SOME_HASH }
      world.given('nobody', 'founding.member', body, null)
    }
  decide(world, 'Founding', { kind: 'organization.ratify', points: false })
  const form = { kind: 'unit.form', unit: COUNCIL, name: 'City council', as: 'group', parent: ROOT }
  decide(world, 'Council', { ...form, decidedBy: 'delegates' })
  return world
}

/** Everybody who may votes yes to a motion of the unit, and it is carried out. */
export function decide(
  world: World,
  name: string,
  enactment: Json,
  unit = ROOT,
  members = LIVING.find(([each]) => each === unit)?.[1] ?? ALL,
): string {
  const motion = propose(world, name, enactment, unit, members)
  world.pass(RULES.debateHours * HOUR)
  ballots(world, motion, Object.fromEntries(members.map((n) => [n, 'yes'])))
  world.pass(RULES.votingHours * HOUR)
  return motion
}

/** Proposes a motion and brings it into debate. */
export function propose(
  world: World,
  name: string,
  enactment: Json,
  unit: string,
  members: readonly number[],
): string {
  if (unit === ROOT) return inDebate(world, name, enactment, [`${name}.`], unit)
  const motion = uuid('motion', name)
  const [first = 0, ...others] = members
  const body = { motion, title: name, clauses: clausesOf(`${name}.`), enactment }
  world.given(person(first), 'motion.propose', body, unit)
  for (const n of others)
    if (world.org.motions.motions.get(motion)?.stage.kind === 'seconding')
      world.given(person(n), 'motion.second', { motion }, unit)
  return motion
}

/** Ballots in the vote on a motion. */
export function ballots(world: World, motion: string, choices: Readonly<Record<number, Choice>>): void {
  const vote = voteIdFor({ kind: 'motion', id: motion })
  for (const [n, choice] of Object.entries(choices))
    world.given(person(Number(n)), 'ballot.cast', { vote, choices: [choice] })
}

/** The enactment with which a unit sends a member to the council. */
export function delegate(n: number, mandate: string, days = 300): Json {
  return {
    kind: 'mandate.give',
    mandate,
    office: 'Delegate',
    duties: [],
    council: COUNCIL,
    member: person(n),
    days,
  }
}
