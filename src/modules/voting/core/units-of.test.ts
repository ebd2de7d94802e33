import { expect, it } from 'vitest'
import { giveMandate } from '#modules/delegates/core'
import {
  castAll,
  HOUR,
  inDebate,
  person,
  ratifiedWorld,
  ROOT,
  RULES,
  uuid,
  type World,
} from '../../../../test/kit/given.ts'
import { belongs, unitsOf } from './roll.ts'

function form(world: World, name: string, as: 'place' | 'group', decidedBy: 'members' | 'delegates'): string {
  const unit = uuid(name)
  inDebate(world, name, { kind: 'unit.form', unit, name, as, parent: ROOT, decidedBy }, [`We form ${name}.`])
  world.pass(RULES.debateHours * HOUR)
  castAll(world, { 0: ['yes'], 1: ['yes'], 2: ['yes'] })
  world.pass(RULES.votingHours * HOUR)
  return unit
}

it('somebody belongs to the home and all above it, to groups joined and to councils sat in', () => {
  const world = ratifiedWorld()
  const north = form(world, 'North', 'place', 'members')
  const council = form(world, 'Council', 'group', 'delegates')
  const tenants = form(world, 'Tenants', 'group', 'members')
  world.given(person(0), 'member.move', { home: north })
  // What belonging means does not depend on how it came.
  const term = { from: world.now, until: world.now + HOUR, seq: 1, motion: null, ended: null }
  giveMandate(world.org, {
    id: uuid('seat'),
    unit: ROOT,
    council,
    office: 'delegate',
    duties: [],
    holder: 1,
    ...term,
  })
  world.org.units.groups.get(tenants)?.set(1, 1)
  const named = (n: number): readonly string[] => unitsOf(world.org, n).map(({ name }) => name)
  expect(named(0)).toEqual(['Riverside', 'North'])
  expect(named(1)).toEqual(['Riverside', 'Council', 'Tenants'])
  expect(named(2)).toEqual(['Riverside'])
  for (const n of [0, 1, 2])
    for (const id of world.org.units.order.values())
      expect(belongs(world.org, id, n)).toBe(unitsOf(world.org, n).some((unit) => unit.id === id))
})
