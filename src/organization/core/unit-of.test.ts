import { expect, it } from 'vitest'
import type { Json } from '#kernel/canonical'
import {
  carry,
  clausesOf,
  HOUR,
  inDebate,
  openVote,
  person,
  ratifiedWorld,
  ROOT,
  RULES,
  SOME_HASH,
  uuid,
  type World,
} from '../../../test/kit/given.ts'
import { ACT_TYPES } from './acts.ts'
import { check } from './check.ts'
import { dueAct } from './due.ts'
import { UNIT_OF_ACTS, unitOf } from './unit-of.ts'

const OTHER = uuid('other')
const TEXT = { hash: SOME_HASH, length: 1 }

/** A world with one of everything that acts are about, and a second unit they do not belong to. */
function fullWorld(): World {
  const world = ratifiedWorld()
  const form = {
    kind: 'unit.form',
    unit: OTHER,
    name: 'Other',
    as: 'group',
    parent: ROOT,
    decidedBy: 'members',
  }
  carry(world, 'Other', form, [0, 1, 2])
  carry(world, 'Point', { kind: 'program.adopt', as: 'position' }, [0, 1, 2])
  world.given(person(3), 'report.file', {
    report: uuid('report'),
    motion: uuid('motion', 'Point'),
    text: 'Report.',
  })
  const meeting = {
    title: 'Urgent',
    clauses: clausesOf('Urgent.'),
    heldAt: world.now,
    tally: { yes: 5, no: 0, abstain: 0 },
  }
  world.given(person(0), 'meeting.decide', {
    ...meeting,
    motion: uuid('urgent'),
    tellers: [person(4), person(5)],
  })
  inDebate(world, 'Voted', { kind: 'resolve' }, ['Voted.'])
  world.pass(RULES.debateHours * HOUR - HOUR)
  world.given(person(0), 'motion.propose', {
    motion: uuid('waits'),
    title: 'Waits',
    clauses: clausesOf('Waits.'),
    enactment: { kind: 'resolve' },
  })
  const motion = inDebate(world, 'Debated', { kind: 'resolve' }, ['Debated.'])
  const changes = [{ kind: 'insert', after: null, clause: uuid('new'), text: 'New.' }]
  world.given(person(2), 'amendment.propose', { amendment: uuid('amendment'), motion, changes, reason: null })
  world.pass(HOUR)
  return world
}

const world = fullWorld()
const mandate = [...world.org.delegates.mandates.values()][0]?.id ?? ''
const point = world.org.program.order.at(0) ?? ''
const debated = uuid('motion', 'Debated')
const bodies: Readonly<Record<string, readonly [by: string, body: Json]>> = {
  'motion.second': [person(1), { motion: uuid('waits') }],
  'motion.withdraw': [person(0), { motion: uuid('waits') }],
  'motion.lapse': ['clerk', { motion: uuid('waits') }],
  'amendment.propose': [
    person(2),
    {
      amendment: uuid('a'),
      motion: debated,
      changes: [{ kind: 'insert', after: null, clause: uuid('n'), text: 'N.' }],
      reason: null,
    },
  ],
  'amendment.second': [person(3), { amendment: uuid('amendment') }],
  'amendment.withdraw': [person(2), { amendment: uuid('amendment') }],
  'speech.give': [person(2), { speech: uuid('s'), motion: debated, side: 'for', text: TEXT }],
  'report.file': [person(2), { report: uuid('r'), motion: uuid('motion', 'Point'), text: 'No.' }],
  'report.sign': [person(2), { report: uuid('report') }],
  'meeting.confirm': [person(1), { motion: uuid('urgent') }],
  'review.petition': [person(1), { motion: uuid('urgent') }],
  'ballot.cast': [person(1), { vote: openVote(world), choices: ['yes'] }],
  'mandate.resign': [person(0), { mandate }],
  'mandate.end': ['clerk', { mandate }],
  'rationale.add': [person(1), { rationale: uuid('ra'), point, text: TEXT }],
  'member.apply': ['nobody', { member: person(50), home: ROOT, details: SOME_HASH }],
  'member.vouch': [person(1), { member: person(50) }],
  'member.admit': [person(0), { member: person(50) }],
  'member.refuse': [person(0), { member: person(50), reason: TEXT }],
  'member.resign': [person(9), { erase: false }],
  'member.move': [person(9), { home: ROOT }],
  'member.erase': [person(0), { member: person(9) }],
  'standing.notice': [person(0), { member: person(9), reason: TEXT }],
  'standing.mend': [person(0), { member: person(9) }],
  'standing.lapse': ['clerk', { member: person(9) }],
  'law.adopt': ['clerk', { law: 2 }],
  'record.restored': ['clerk', { origin: 'plenum/test/1', size: world.entries.length, root: SOME_HASH }],
  'organization.found': [
    'nobody',
    { name: 'X', root: uuid('x'), rules: RULES as unknown as Json, demonstration: false },
  ],
}

it.each(Object.entries(bodies))(
  '%s stands under the unit it belongs to and under no other',
  (type, [by, body]) => {
    const { size, law } = world.org.head.get()
    const enter = (unit: string | null) =>
      check(world.org, { seq: size, at: world.now, by, id: uuid('e'), type, law, unit, body })
    const expected = unitOf(world.org, type, body)
    expect(expected).not.toBeUndefined()
    expect(enter(expected ?? null)?.code).not.toBe('wrong-unit')
    expect(enter(OTHER)).toMatchObject({ code: 'wrong-unit', facts: { unit: expected ?? null } })
    expect(enter(expected === null ? ROOT : null)).toMatchObject({ code: 'wrong-unit' })
  },
)

it('the clerk’s acts of themselves stand under the unit of their vote', () => {
  const early = dueAct(world.org, world.now + RULES.votingHours * HOUR)
  expect(early).toMatchObject({ type: 'vote.close', unit: ROOT })
  const { size, law } = world.org.head.get()
  const entry = {
    ...early,
    seq: size,
    at: world.now + RULES.votingHours * HOUR,
    law,
    unit: OTHER,
  } as Parameters<typeof check>[1]
  expect(check(world.org, entry)).toMatchObject({ code: 'wrong-unit' })
})

it('every type of act has its unit said', () => {
  expect(Object.keys(UNIT_OF_ACTS).sort()).toEqual([...ACT_TYPES].sort())
})

it('an act about something that does not exist is refused for that', () => {
  expect(world.when(person(1), 'motion.second', { motion: uuid('nothing') }, null)).toMatchObject({
    code: 'unknown-motion',
  })
  expect(
    world.when(person(1), 'ballot.cast', { vote: uuid('nothing'), choices: ['yes'] }, null),
  ).toMatchObject({ code: 'unknown-vote' })
})

it('a motion and a meeting belong to the unit that they name, and to none no act belongs', () => {
  const motion = { motion: uuid('z'), title: 'Z', clauses: clausesOf('Z.'), enactment: { kind: 'resolve' } }
  expect(world.when(person(1), 'motion.propose', motion, null)).toMatchObject({ code: 'not-of-unit' })
  expect(world.when(person(1), 'motion.propose', motion, OTHER)).toMatchObject({ code: 'not-of-unit' })
  expect(world.when(person(1), 'motion.propose', motion, uuid('nowhere'))).toMatchObject({
    code: 'unknown-unit',
  })
})
