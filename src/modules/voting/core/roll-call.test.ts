import { expect, it } from 'vitest'
import {
  castAll,
  HOUR,
  inDebate,
  openVote,
  person,
  ratifiedWorld,
  RULES,
  SOME_HASH,
} from '../../../../test/kit/given.ts'
import { createRollCall } from './roll-call.ts'

it('a roll call names everybody’s last ballot in this vote and in no other', () => {
  const world = ratifiedWorld()
  inDebate(world, 'Picnic', { kind: 'resolve' }, ['We hold a picnic.'])
  world.pass(RULES.debateHours * HOUR)
  const vote = openVote(world)
  castAll(world, { 0: ['yes'], 1: ['no'], 2: ['abstain'] })
  castAll(world, { 1: ['yes'] })
  const call = createRollCall(vote)
  for (const entry of world.entries) call.take({ ...entry, bodyHash: SOME_HASH })
  expect([...call.ballots()].map(([member, { choices }]) => [member, ...choices])).toEqual([
    [person(0), 'yes'],
    [person(1), 'yes'],
    [person(2), 'abstain'],
  ])
  expect(call.ballots().get(person(1))?.seq).toBe(world.entries.length - 1)
})
