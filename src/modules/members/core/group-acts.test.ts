import { describe, expect, it } from 'vitest'
import {
  castAll,
  clausesOf,
  DAY,
  HOUR,
  inDebate,
  openVote,
  person,
  ratifiedWorld,
  ROOT,
  RULES,
  uuid,
  type World,
} from '../../../../test/kit/given.ts'

const GROUP = uuid('group')

/** Members decide to form a unit. */
function form(world: World, name: string, unit: string, as: 'place' | 'group', more: object = {}): void {
  const enactment = { kind: 'unit.form', unit, name, as, parent: ROOT, decidedBy: 'members', ...more }
  inDebate(world, name, enactment, [`Form ${name}.`])
  world.pass(RULES.debateHours * HOUR)
  castAll(world, Object.fromEntries(Array.from({ length: 10 }, (_, n) => [n, ['yes']])))
  world.pass(RULES.votingHours * HOUR)
  expect(world.org.units.units.has(unit)).toBe(true)
}

describe('groups', () => {
  it('are joined once, and left again', () => {
    const world = ratifiedWorld()
    form(world, 'Readers', GROUP, 'group')
    expect(world.when(person(3), 'unit.leave', {}, GROUP)).toMatchObject({ code: 'not-in-group' })
    world.given(person(3), 'unit.join', {}, GROUP)
    expect(world.when(person(3), 'unit.join', {}, GROUP)).toMatchObject({ code: 'joined-already' })
    expect(world.org.units.groups.get(GROUP)?.size).toBe(1)
    world.given(person(3), 'unit.leave', {}, GROUP)
    expect(world.org.units.groups.get(GROUP)?.size).toBe(0)
  })

  it('decide by those who joined', () => {
    const world = ratifiedWorld()
    form(world, 'Readers', GROUP, 'group')
    for (const n of [0, 1, 2]) world.given(person(n), 'unit.join', {}, GROUP)
    const motion = {
      motion: uuid('read'),
      title: 'Read',
      clauses: clausesOf('We read.'),
      enactment: { kind: 'resolve' },
    }
    expect(world.when(person(5), 'motion.propose', motion, GROUP)).toMatchObject({ code: 'not-of-unit' })
    world.given(person(0), 'motion.propose', motion, GROUP)
    world.given(person(1), 'motion.second', { motion: motion.motion }, GROUP)
    world.pass(RULES.debateHours * HOUR)
    expect(world.org.voting.votes.get(openVote(world))?.roll.size).toBe(0)
    world.pass(RULES.admissionDays * DAY)
    inDebate(world, 'Read more', { kind: 'resolve' }, ['We read more.'], GROUP)
    world.pass(RULES.debateHours * HOUR)
    expect(world.org.voting.votes.get(openVote(world))?.roll.size).toBe(3)
  })

  it('take whoever lives where they lie, and nobody else', () => {
    const world = ratifiedWorld()
    const harbour = uuid('harbour')
    form(world, 'Harbour', harbour, 'place')
    expect(world.when(person(4), 'unit.join', {}, harbour)).toMatchObject({ code: 'not-a-group' })
    expect(world.when(person(4), 'unit.join', {}, null)).toMatchObject({ code: 'not-a-group' })
    for (const n of [4, 5]) world.given(person(n), 'member.move', { home: harbour }, null)
    world.pass(RULES.admissionDays * DAY)

    const enactment = {
      kind: 'unit.form',
      unit: GROUP,
      name: 'Night',
      as: 'group',
      parent: harbour,
      decidedBy: 'members',
    }
    const motion = uuid('night')
    const proposal = { motion, title: 'Night', clauses: clausesOf('Night.'), enactment }
    world.given(person(4), 'motion.propose', proposal, harbour)
    world.given(person(5), 'motion.second', { motion }, harbour)
    world.pass(RULES.debateHours * HOUR)
    castAll(world, { 4: ['yes'], 5: ['yes'] })
    world.pass(RULES.votingHours * HOUR)

    expect(world.when(person(3), 'unit.join', {}, GROUP)).toMatchObject({ code: 'group-elsewhere' })
    world.given(person(4), 'unit.join', {}, GROUP)
  })

  it('of delegates are not joined', () => {
    const world = ratifiedWorld()
    form(world, 'Council', GROUP, 'group', { decidedBy: 'delegates' })
    expect(world.when(person(3), 'unit.join', {}, GROUP)).toMatchObject({ code: 'group-of-delegates' })
  })
})
