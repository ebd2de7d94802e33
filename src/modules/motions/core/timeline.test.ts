import { expect, it } from 'vitest'
import {
  castAll,
  HOUR,
  inDebate,
  person,
  ratifiedWorld,
  RULES,
  uuid,
  type World,
} from '../../../../test/kit/given.ts'
import { timelineOf } from './timeline.ts'

const DEBATE = RULES.debateHours * HOUR
const VOTING = RULES.votingHours * HOUR

function steps(
  world: World,
  motion: string,
): readonly (readonly [string, string, number | null, number | null])[] {
  const found = world.org.motions.motions.get(motion)
  if (found === undefined) throw new Error('no such motion')
  return timelineOf(world.org, found, world.now).map(({ kind, state, from, until }) => [
    kind,
    state,
    from,
    until,
  ])
}

it('tells the way of a motion from its debate to its decision', () => {
  const world = ratifiedWorld()
  const motion = inDebate(world, 'Picnic', { kind: 'resolve' }, ['We hold a picnic.'])
  const start = world.now
  const end = start + DEBATE
  const frozen = end - RULES.amendmentFreezeHours * HOUR
  expect(steps(world, motion)).toEqual([
    ['proposed', 'done', start, null],
    ['debate', 'now', start, end],
    ['frozen', 'next', null, frozen],
    ['vote', 'next', end, end + VOTING],
    ['decided', 'next', end + VOTING, null],
  ])

  const clause = world.org.motions.motions.get(motion)?.clauses[0]?.id ?? ''
  const changes = [{ kind: 'replace', clause, text: 'We hold a feast.' }]
  world.given(person(2), 'amendment.propose', { amendment: uuid('a'), motion, changes, reason: null })
  world.given(person(3), 'amendment.second', { amendment: uuid('a') })
  expect(steps(world, motion).slice(3)).toEqual([
    ['amendments', 'next', end, end + VOTING],
    ['vote', 'next', end + VOTING, end + 2 * VOTING],
    ['decided', 'next', end + 2 * VOTING, null],
  ])

  world.pass(DEBATE)
  expect(steps(world, motion).slice(1)).toEqual([
    ['debate', 'done', null, end],
    ['amendments', 'now', end, end + VOTING],
    ['vote', 'next', end + VOTING, null],
    ['decided', 'next', null, null],
  ])

  castAll(world, { 0: ['yes'], 1: ['yes'] })
  world.pass(VOTING)
  castAll(world, { 0: ['yes'], 1: ['yes'] })
  world.pass(VOTING)
  expect(steps(world, motion).slice(2)).toEqual([
    ['amendments', 'done', end, end + VOTING],
    ['vote', 'done', end + VOTING, end + 2 * VOTING],
    ['decided', 'done', end + 2 * VOTING, null],
  ])
})

it('tells that a motion lapsed', () => {
  const world = ratifiedWorld()
  const motion = uuid('alone')
  const body = {
    motion,
    title: 'Alone',
    clauses: [{ id: uuid('c'), text: 'Nobody seconds this.' }],
    enactment: { kind: 'resolve' },
  }
  world.given(person(0), 'motion.propose', body)
  expect(steps(world, motion).map(([kind]) => kind)).toEqual(['proposed', 'seconds', 'debate'])
  world.pass(31 * 24 * HOUR)
  expect(steps(world, motion).map(([kind]) => kind)).toEqual(['proposed', 'lapsed'])
})
