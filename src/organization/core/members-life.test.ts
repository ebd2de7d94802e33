import { describe, expect, it } from 'vitest'
import type { Json } from '#kernel/canonical'
import { rollOf } from '#modules/voting/core'
import {
  castAll,
  clausesOf,
  DAY,
  emptyWorld,
  HOUR,
  inDebate,
  openVote,
  person,
  ratifiedWorld,
  ROOT,
  RULES,
  SOME_HASH,
  uuid,
} from '../../../test/kit/given.ts'

const REASON = { hash: SOME_HASH, length: 20 }
const newcomer = person(100)
const application = { member: newcomer, home: ROOT, details: SOME_HASH }

describe('joining', () => {
  it('takes an application, vouchers, a keeper of the roll and fourteen days before a first vote', () => {
    const world = ratifiedWorld()
    world.given('nobody', 'member.apply', application, null)
    expect(world.when(person(0), 'member.admit', { member: newcomer }, null)).toMatchObject({
      code: 'too-few-vouches',
      facts: { had: 0, needed: 1 },
    })
    world.given(person(3), 'member.vouch', { member: newcomer }, null)
    expect(world.when(person(3), 'member.vouch', { member: newcomer }, null)).toMatchObject({
      code: 'vouched-already',
    })
    expect(world.when(person(3), 'member.admit', { member: newcomer }, null)).toMatchObject({
      code: 'needs-duty',
    })
    world.given(person(0), 'member.admit', { member: newcomer }, null)

    inDebate(world, 'Early', { kind: 'resolve' }, ['Early.'])
    world.pass(RULES.debateHours * HOUR)
    expect(world.when(newcomer, 'ballot.cast', { vote: openVote(world), choices: ['yes'] })).toMatchObject({
      code: 'not-on-roll',
    })
    world.pass(RULES.votingHours * HOUR + 2 * DAY)
    inDebate(world, 'Later', { kind: 'resolve' }, ['Later.'])
    world.pass(RULES.debateHours * HOUR)
    expect(world.when(newcomer, 'ballot.cast', { vote: openVote(world), choices: ['yes'] })).toBeUndefined()
  })

  it('lets an applicant be refused with a reason, and nothing be done as an applicant', () => {
    const world = ratifiedWorld()
    world.given('nobody', 'member.apply', application, null)
    expect(world.when(newcomer, 'member.vouch', { member: newcomer }, null)).toMatchObject({
      code: 'not-a-member',
    })
    world.given(person(1), 'member.refuse', { member: newcomer, reason: REASON }, null)
    expect(world.when(person(1), 'member.admit', { member: newcomer }, null)).toMatchObject({
      code: 'wrong-status',
    })
  })
})

describe('standing', () => {
  it('lapses after notice and time to mend it, not before', () => {
    const world = ratifiedWorld()
    world.given(person(0), 'standing.notice', { member: person(5), reason: REASON }, null)
    world.pass(RULES.standingDays * DAY - 1)
    expect(world.when(person(5), 'member.move', { home: uuid('nowhere') }, null)).toMatchObject({
      code: 'unknown-unit',
    })
    world.pass(1)
    expect(world.when(person(5), 'member.vouch', { member: newcomer }, null)).toMatchObject({
      code: 'standing-lapsed',
    })
    world.given(person(0), 'standing.mend', { member: person(5) }, null)
    expect(world.when(person(0), 'standing.mend', { member: person(5) }, null)).toMatchObject({
      code: 'nothing-to-mend',
    })
  })

  it('does not lapse once mended in time', () => {
    const world = ratifiedWorld()
    world.given(person(0), 'standing.notice', { member: person(5), reason: REASON }, null)
    world.given(person(0), 'standing.mend', { member: person(5) }, null)
    world.pass(2 * RULES.standingDays * DAY)
    expect(world.entries.some(({ type }) => type === 'standing.lapse')).toBe(false)
  })
})

describe('leaving', () => {
  it('ends what a member may do, and erases by a keeper of the roll only', () => {
    const world = ratifiedWorld()
    expect(world.when(person(0), 'member.erase', { member: person(6) }, null)).toMatchObject({
      code: 'wrong-status',
    })
    world.given(person(6), 'member.resign', { erase: false }, null)
    expect(world.when(person(6), 'member.resign', { erase: true }, null)).toMatchObject({
      code: 'not-a-member',
    })
    expect(world.when(person(3), 'member.erase', { member: person(6) }, null)).toMatchObject({
      code: 'needs-duty',
    })
    world.given(person(0), 'member.erase', { member: person(6) }, null)
  })
})

describe('the founding', () => {
  it('lets nothing be decided before the members have ratified the roll and the rules', () => {
    const world = emptyWorld()
    expect(world.when('nobody', 'founding.member', { ...application, organizer: true }, null)).toMatchObject({
      code: 'not-founded',
    })
    world.given(
      'nobody',
      'organization.found',
      { name: 'Riverside', root: ROOT, rules: RULES, demonstration: false },
      null,
    )
    expect(
      world.when(
        'nobody',
        'organization.found',
        { name: 'Other', root: uuid('r'), rules: RULES, demonstration: false },
        null,
      ),
    ).toMatchObject({
      code: 'already-founded',
    })
    for (const n of [0, 1, 2])
      world.given(
        'nobody',
        'founding.member',
        { member: person(n), home: ROOT, organizer: n === 0, details: SOME_HASH },
        null,
      )
    const motion = { motion: uuid('m'), title: 'Picnic', clauses: clausesOf('Picnic.') }
    expect(
      world.when(person(0), 'motion.propose', { ...motion, enactment: { kind: 'resolve' } }),
    ).toMatchObject({ code: 'not-ratified' })
    expect(world.when('nobody', 'member.apply', application, null)).toMatchObject({ code: 'not-ratified' })
    world.given('nobody', 'founding.strike', { member: person(2) }, null)
    world.given(person(0), 'motion.propose', {
      ...motion,
      enactment: { kind: 'organization.ratify', points: true },
    })
    expect(world.when('nobody', 'founding.strike', { member: person(1) }, null)).toMatchObject({
      code: 'founding-closed',
    })
    world.pass(RULES.debateHours * HOUR)
    expect(world.org.voting.votes.get(openVote(world))?.roll.size).toBe(2)
    castAll(world, { 0: ['yes'], 1: ['yes'] })
    world.pass(RULES.votingHours * HOUR)
    expect(world.org.units.organization.get()?.status).toBe('ratified')
    expect(world.org.program.order.length).toBe(1)
    expect(world.when(person(2), 'member.resign', { erase: false }, null)).toMatchObject({
      code: 'not-a-member',
    })
  })

  it('can be put to the members again after it failed', () => {
    const world = emptyWorld()
    world.given(
      'nobody',
      'organization.found',
      { name: 'Riverside', root: ROOT, rules: RULES, demonstration: false },
      null,
    )
    world.given(
      'nobody',
      'founding.member',
      { member: person(0), home: ROOT, organizer: true, details: SOME_HASH },
      null,
    )
    const propose = (name: string) => ({
      motion: uuid(name),
      title: name,
      clauses: clausesOf(name),
      enactment: { kind: 'organization.ratify', points: false },
    })
    world.given(person(0), 'motion.propose', propose('First.'))
    world.pass((RULES.debateHours + RULES.votingHours) * HOUR)
    expect(world.org.units.organization.get()?.status).toBe('founding')
    world.given(
      'nobody',
      'founding.member',
      { member: person(1), home: ROOT, organizer: true, details: SOME_HASH },
      null,
    )
    world.given(person(0), 'motion.propose', propose('Second.'))
  })
})

describe('mandates', () => {
  it('give a duty for a term that ends by itself, and can be recalled', () => {
    const world = ratifiedWorld()
    const give = (mandate: string, days: number) => ({
      kind: 'mandate.give',
      mandate: uuid(mandate),
      office: 'secretary',
      duties: ['roll'],
      council: null,
      member: person(7),
      days,
    })
    const proposal = {
      motion: uuid('long'),
      title: 'Long',
      clauses: clausesOf('Long.'),
      enactment: give('long', 367),
    }
    expect(world.when(person(0), 'motion.propose', proposal)).toMatchObject({ code: 'term-too-long' })
    inDebate(world, 'Secretary', give('secretary', 30), ['We elect a secretary.'])
    world.pass(RULES.debateHours * HOUR)
    castAll(world, { 0: ['yes'], 1: ['yes'] })
    world.pass(RULES.votingHours * HOUR)
    world.given(person(7), 'standing.notice', { member: person(5), reason: REASON }, null)
    world.pass(30 * DAY)
    expect(world.when(person(7), 'standing.mend', { member: person(5) }, null)).toMatchObject({
      code: 'needs-duty',
    })
    expect(world.when(person(7), 'mandate.resign', { mandate: uuid('secretary') })).toMatchObject({
      code: 'unknown-mandate',
    })
  })
})

describe('a council', () => {
  it('is decided by the delegates whom units send to it and can recall', () => {
    const world = ratifiedWorld()
    const decided = (name: string, enactment: Json, unit = ROOT): void => {
      const voters = unit === ROOT ? [0, 1, 2] : [3, 4]
      const motion = uuid('motion', name)
      world.given(
        person(voters[0] ?? 0),
        'motion.propose',
        { motion, title: name, clauses: clausesOf(name), enactment },
        unit,
      )
      world.given(person(voters[1] ?? 0), 'motion.second', { motion }, unit)
      world.pass(RULES.debateHours * HOUR)
      castAll(world, Object.fromEntries(voters.map((n) => [n, ['yes']])))
      world.pass(RULES.votingHours * HOUR)
      expect(world.org.motions.motions.get(motion)?.stage).toMatchObject({
        adopted: true,
        notCarriedOut: null,
      })
    }
    const [north, council] = [uuid('north'), uuid('council')]
    decided('Form North.', {
      kind: 'unit.form',
      unit: north,
      name: 'North',
      as: 'place',
      parent: ROOT,
      decidedBy: 'members',
    })
    decided('Form the council.', {
      kind: 'unit.form',
      unit: council,
      name: 'Council',
      as: 'group',
      parent: ROOT,
      decidedBy: 'delegates',
    })
    for (const n of [3, 4]) world.given(person(n), 'member.move', { home: north }, null)
    world.pass(RULES.admissionDays * DAY)
    const send = {
      kind: 'mandate.give',
      mandate: uuid('seat'),
      office: 'delegate',
      duties: [],
      council,
      member: person(4),
      days: 90,
    }
    const toNorth = {
      motion: uuid('m'),
      title: 'x',
      clauses: clausesOf('x'),
      enactment: { ...send, council: north },
    }
    expect(world.when(person(3), 'motion.propose', toNorth, north)).toMatchObject({ code: 'no-council' })
    decided('We send a delegate.', send, north)
    expect(rollOf(world.org, council, world.now).size).toBe(1)
    const motion = {
      motion: uuid('in council'),
      title: 'x',
      clauses: clausesOf('in council'),
      enactment: { kind: 'resolve' },
    }
    expect(world.when(person(3), 'motion.propose', motion, council)).toMatchObject({ code: 'not-of-unit' })
    decided('We recall our delegate.', { kind: 'mandate.recall', mandate: uuid('seat') }, north)
    expect(rollOf(world.org, council, world.now).size).toBe(0)
    expect(world.when(person(4), 'motion.propose', motion, council)).toMatchObject({ code: 'not-of-unit' })
    decided('We send another.', { ...send, mandate: uuid('other seat'), member: person(3) }, north)
    world.given(person(3), 'motion.propose', motion, council)
  })
})
