import { describe, expect, it } from 'vitest'
import type { Json } from '#kernel/canonical'
import type { Directory, RuleSet } from '#modules/rulebook/core'
import {
  carry,
  emptyWorld,
  person,
  ratifiedWorld,
  ROOT,
  RULES,
  SOME_HASH,
  uuid,
  type World,
} from '../../test/kit/given.ts'
import { placedWorld } from '../../test/kit/placed-world.ts'
import { idsInSight, sightOf } from './directory.server.ts'

const [NORTH, MILL, SOUTH] = [uuid('North'), uuid('Mill'), uuid('South')]

/** Who lives where: the first keeps the roll; the last two live in no branch. */
const HOMES = [NORTH, NORTH, MILL, SOUTH, SOUTH, ROOT, ROOT]
const [KEEPER, ANA, MILLER, SAM, SUE, WIDE, WILL] = [0, 1, 2, 3, 4, 5, 6] as const

const PLACES = [
  [NORTH, 'North', ROOT],
  [MILL, 'Mill', NORTH],
  [SOUTH, 'South', ROOT],
] as const

function worldUnder(directory: Directory): World {
  const world = placedWorld(PLACES, HOMES, KEEPER + 1)
  const rules: RuleSet = { ...RULES, directory }
  decide(world, 'Directory', { kind: 'rules.adopt', rules })
  return world
}

function decide(world: World, name: string, enactment: Json): void {
  carry(world, name, enactment, [...HOMES.keys()])
}

const LETTERS = { all: 'a', name: 'n', none: '-' }

/** What somebody sees of all, in the order of the roll: a letter each. */
function seen({ org }: World, viewer: number): string {
  const sight = sightOf(org, viewer)
  return HOMES.map((_, n) => LETTERS[sight(n)]).join('')
}

describe('what members see of one another', () => {
  it('is everything, where the rules say nothing else', () => {
    const world = worldUnder('places')
    for (const viewer of [KEEPER, SAM, WIDE]) expect(seen(world, viewer)).toBe('aaaaaaa')
    expect(idsInSight(world.org, SAM)).toBeUndefined()
  })

  it('is names; home and standing where they share a unit', () => {
    const world = worldUnder('names')
    expect(seen(world, KEEPER)).toBe('aaaaaaa')
    expect(seen(world, ANA)).toBe('aaannnn')
    expect(seen(world, MILLER)).toBe('aaannnn')
    expect(seen(world, SAM)).toBe('nnnaann')
    expect(seen(world, WIDE)).toBe('nnnnnaa')
    expect(idsInSight(world.org, SAM)).toBeUndefined()
  })

  it('is nothing of those of other units, but the names of who holds an office', () => {
    const world = worldUnder('own-units')
    expect(seen(world, KEEPER)).toBe('aaaaaaa')
    expect(seen(world, ANA)).toBe('aaa----')
    expect(seen(world, SAM)).toBe('n--aa--')
    expect(idsInSight(world.org, SAM)).toEqual([KEEPER, SAM, SUE].map(person))
  })

  it('is everything of those in the same group', () => {
    const world = worldUnder('own-units')
    const group = uuid('Night readers')
    decide(world, 'Group', {
      kind: 'unit.form',
      unit: group,
      name: 'Night readers',
      as: 'group',
      parent: ROOT,
      decidedBy: 'members',
    })
    for (const n of [SAM, WILL]) world.given(person(n), 'unit.join', {}, group)
    expect(sightOf(world.org, SAM)(WILL)).toBe('all')
    expect(sightOf(world.org, SUE)(WILL)).toBe('none')
  })

  it('is an applicant to the whole for everybody, or nobody could vouch', () => {
    const world = worldUnder('own-units')
    world.given('nobody', 'member.apply', { member: person(50), home: ROOT, details: SOME_HASH })
    world.given('nobody', 'member.apply', { member: person(51), home: SOUTH, details: SOME_HASH })
    const sight = sightOf(world.org, ANA)
    expect([sight(7), sight(8)]).toEqual(['all', 'none'])
    expect(sightOf(world.org, WIDE)(8)).toBe('all')
  })
})

describe('a rule on what members see', () => {
  it('does not exist under the first law', () => {
    const rules: RuleSet = { ...RULES, directory: 'names' }
    const founding = { name: 'Riverside', root: ROOT, rules, demonstration: false }
    expect(emptyWorld().when('nobody', 'organization.found', founding)?.code).toBe('malformed')
    const motion = { motion: uuid('m'), title: 'Names', clauses: [{ id: uuid('c'), text: 'x' }] }
    const propose = { ...motion, enactment: { kind: 'rules.adopt', rules } }
    const world = ratifiedWorld()
    expect(world.when(person(ANA), 'motion.propose', propose)?.code).toBe('malformed')
    world.given('clerk', 'law.adopt', { law: 2 }, null)
    expect(world.when(person(ANA), 'motion.propose', propose)).toBeUndefined()
  })
})
