import { expect, it } from 'vitest'
import type { Json } from '#kernel/canonical'
import { callPanel, endPanel } from '#modules/panels/core'
import { derivedUuid } from '#kernel/ids'
import {
  adoptLaws,
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
import { nameBody, openBody, SALT } from '../../../test/kit/case-world.ts'
import { ACT_TYPES } from './acts.ts'
import { check } from './check.ts'
import { dueAct } from './due.ts'
import { UNIT_OF_ACTS, unitOf } from './unit-of.ts'

const OTHER = uuid('other')
const TEXT = { hash: SOME_HASH, length: 1 }
const OFFICE = uuid('office')

function mandateIn({ org }: World): string {
  return [...org.delegates.mandates.values()][0]?.id ?? ''
}

/** A world with one of everything that acts are about, and a second unit they do not belong to. */
function fullWorld(): World {
  // With eleven of them one signature is not enough to put a recall to the vote.
  const world = ratifiedWorld(11)
  adoptLaws(world)
  const form = {
    kind: 'unit.form',
    unit: OTHER,
    name: 'Other',
    as: 'group',
    parent: ROOT,
    decidedBy: 'members',
  }
  carry(world, 'Other', form, [0, 1, 2])
  const terms = { seats: 1, days: 366, termsMost: 2, duties: [], council: null }
  carry(world, 'Office', { kind: 'office.open', office: OFFICE, title: 'Treasurer', ...terms }, [0, 1, 2])
  carry(world, 'Point', { kind: 'program.adopt', as: 'position' }, [0, 1, 2])
  carry(world, 'Conduct', { kind: 'conduct.adopt' }, [0, 1, 2])
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
  world.given(person(2), 'speech.give', { speech: uuid('spoken'), motion, side: 'for', text: TEXT })
  const own = { stance: 'own', point: null, clauses: ['Ours.'], salience: 1, rationale: '' }
  const founded = { tendency: uuid('tendency'), unit: ROOT, name: 'Ours', platform: [own] }
  world.given(person(1), 'tendency.found', founded, ROOT)
  const charged = { unit: ROOT, charging: [1, 2, 3], member: 4 }
  world.given('nobody', 'case.name', nameBody(world, charged), ROOT)
  const ground = { kind: 'conduct', unit: ROOT, version: 1, number: 1 }
  world.given('nobody', 'case.open', openBody({ ...charged, ground }), ROOT)
  world.org.complaints.complaints.set(uuid('complaint'), {
    ...{ id: uuid('complaint'), number: 1, unit: ROOT, commitment: SOME_HASH, persons: 1, separation: null },
    ...{ at: world.now, seq: 0, stage: { kind: 'unanswered', at: world.now } },
  })
  callPanel(world.org, { ...CALL, id: uuid('panel') }, world.now)
  endPanel(world.org, uuid('panel'), world.now)
  world.given(person(1), 'recall.petition', {
    petition: uuid('petition'),
    mandate: mandateIn(world),
    reason: TEXT,
  })
  world.pass(HOUR)
  return world
}

const CALL = {
  ...{ subject: { kind: 'test', id: uuid('subject') }, asked: ROOT, size: 3, decideDays: 7 },
  ...{ sides: [{ name: 'one', members: [person(1)] }], excluded: [] },
}

const world = fullWorld()
const mandate = mandateIn(world)
const election = derivedUuid('election', OFFICE, 1)
const count = {
  ...{ ballots: 1, needed: 1, outcome: 'decided', winners: [0], quota: null, ties: [] },
  ...{ papers: SOME_HASH, result: SOME_HASH },
}
const secret = {
  ...{ version: 1, origin: 'plenum/test/1', issuers: [{ name: 'Us', modulus: 'A'.repeat(512) }], k: 1 },
  ...{ receiptKey: SOME_HASH, size: 0, keysUntil: null, participation: 'named', ranksMost: null },
}
const request = { request: SOME_HASH, member: person(9) }
const point = world.org.program.order.at(0) ?? ''
const debated = uuid('motion', 'Debated')
const SPEECH = { kind: 'speech', about: debated, id: uuid('spoken'), text: SOME_HASH }
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
  'ballot.rank': [person(1), { vote: openVote(world), ranks: [[0]] }],
  'vote.close': ['clerk', { vote: openVote(world), results: [], settlement: null }],
  'polling.announce': [
    person(1),
    { vote: openVote(world), session: uuid('session'), from: 0, until: 1, place: TEXT },
  ],
  'polling.cancel': [person(1), { vote: openVote(world), session: uuid('session') }],
  'vote.keys': ['clerk', { vote: openVote(world), count: 0, keys: [] }],
  'vote.renew': ['clerk', { vote: openVote(world), why: 'lost', secret, closes: 0 }],
  'issuer.deliver': [
    'nobody',
    { issuer: SOME_HASH, keys: [{ modulus: 'A'.repeat(512), signature: 'A'.repeat(88) }] },
  ],
  'candidate.nominate': [person(1), { election, member: person(2) }],
  'candidate.accept': [person(1), { election, statement: TEXT, commitment: null }],
  'candidate.withdraw': [person(1), { election }],
  'nominations.close': ['clerk', { election }],
  'seed.open': [person(1), { election, seed: 'A heron.' }],
  'election.draw': ['clerk', { election, seed: null, count }],
  'election.call': ['clerk', { office: OFFICE }],
  'term.begin': ['clerk', { election }],
  'vacancy.fill': ['clerk', { mandate, how: 'left-empty', follows: null, seed: null, count: null }],
  'recall.petition': [person(2), { petition: uuid('p'), mandate, reason: TEXT }],
  'recall.sign': [person(2), { petition: uuid('petition') }],
  'recall.lapse': ['clerk', { petition: uuid('petition') }],
  'complaint.name': [
    'nobody',
    {
      ...{ complaint: uuid('c'), unit: ROOT, complainant: person(1), about: person(2), representative: null },
      ...{ to: [person(3)], salt: 'A'.repeat(24), text: TEXT },
    },
  ],
  'complaint.open': ['nobody', { complaint: uuid('c'), unit: ROOT, commitment: SOME_HASH, persons: 1 }],
  'complaint.write': ['nobody', { complaint: uuid('complaint'), by: person(1), text: TEXT }],
  'complaint.take': ['nobody', { complaint: uuid('complaint') }],
  'complaint.separate': ['nobody', { complaint: uuid('complaint'), days: 7 }],
  'complaint.close': ['nobody', { complaint: uuid('complaint'), how: 'settled' }],
  'referral.name': [
    'nobody',
    {
      ...{
        case: uuid('r'),
        complaint: uuid('complaint'),
        unit: ROOT,
        member: person(2),
        salt: 'A'.repeat(24),
      },
      ...{ charging: [person(1), person(3)], on: 0, facts: TEXT },
    },
  ],
  'referral.open': [
    'nobody',
    {
      ...{ case: uuid('r'), complaint: uuid('complaint'), unit: ROOT, commitment: SOME_HASH, charging: 2 },
      ...{ ground: { kind: 'conduct', unit: ROOT, version: 1, number: 1 }, asked: { kind: 'warning' } },
    },
  ],
  'complaint.escalate': ['clerk', { complaint: uuid('complaint'), step: 1 }],
  'panel.announce': [
    'clerk',
    {
      ...{ panel: uuid('panel'), round: 1, about: CALL.subject, size: 3, decideDays: 7, sides: [] },
      ...{ excluded: [], unit: ROOT, pool: { size: 10, root: SOME_HASH }, commitment: null },
    },
  ],
  'case.sign': ['nobody', { case: uuid('case'), by: person(2) }],
  'case.charge': ['nobody', { case: uuid('case'), charging: 3 }],
  'case.withdraw': ['nobody', { case: uuid('case') }],
  'case.hear': ['clerk', { case: uuid('case') }],
  'case.lapse': ['clerk', { case: uuid('case') }],
  'case.bar': ['nobody', { case: uuid('case'), earlier: uuid('earlier'), salt: SALT }],
  'case.stop': ['nobody', { case: uuid('case') }],
  'case.call': ['nobody', { case: uuid('case'), side: 'charged', member: person(2) }],
  'case.state': ['nobody', { case: uuid('case'), part: 'charged', witness: null, text: TEXT }],
  'case.protect': ['nobody', { case: uuid('case'), rights: ['stand'], days: 1, text: TEXT }],
  'case.reply': ['nobody', { case: uuid('case'), text: TEXT }],
  'case.contest': ['nobody', { case: uuid('case'), text: TEXT }],
  'case.unprotect': ['clerk', { case: uuid('case') }],
  'case.appeal': ['nobody', { case: uuid('case'), text: TEXT }],
  'case.bind': ['clerk', { case: uuid('case'), expelled: null }],
  'case.expire': ['clerk', { case: uuid('case'), former: null }],
  'panel.commit': [person(1), { panel: uuid('panel'), side: 'one', commitment: SOME_HASH }],
  'panel.seed': [person(1), { panel: uuid('panel'), side: 'one', seed: 'words' }],
  'panel.draw': ['clerk', { panel: uuid('panel'), round: 1, seed: null, drawn: [] }],
  'panel.accept': [person(1), { panel: uuid('panel') }],
  'panel.recuse': [person(1), { panel: uuid('panel') }],
  'panel.replace': ['clerk', { panel: uuid('panel'), silent: [] }],
  'panel.challenge': [person(1), { panel: uuid('panel'), side: 'one', member: person(2), reason: null }],
  'panel.grant': [person(1), { panel: uuid('panel'), member: person(2) }],
  'panel.propose': [
    person(1),
    { panel: uuid('panel'), proposal: uuid('proposal'), outcome: 'yes', reasons: TEXT },
  ],
  'panel.agree': [person(1), { panel: uuid('panel'), proposal: uuid('proposal') }],
  'panel.dissent': [person(1), { panel: uuid('panel'), reasons: TEXT }],
  'panel.review': ['clerk', { panel: uuid('panel'), silent: [] }],
  'tendency.sign': [person(2), { tendency: uuid('tendency') }],
  'tendency.take': [person(1), { tendency: uuid('tendency'), member: person(2) }],
  'tendency.leave': [person(1), { tendency: uuid('tendency') }],
  'tendency.review': ['clerk', { tendency: uuid('tendency'), signatories: 0 }],
  'tendency.change': [
    person(1),
    { proposal: uuid('proposal'), tendency: uuid('tendency'), change: { kind: 'end' } },
  ],
  'unlisted.sign': ['nobody', { tendency: uuid('tendency'), member: person(2) }],
  'unlisted.take': ['nobody', { tendency: uuid('tendency'), member: person(1), taken: person(2) }],
  'unlisted.leave': ['nobody', { tendency: uuid('tendency'), member: person(1) }],
  'unlisted.agree': ['nobody', { tendency: uuid('tendency'), member: person(1), proposal: uuid('proposal') }],
  'tendency.agree': [person(1), { proposal: uuid('proposal'), tendency: uuid('tendency') }],
  'tendency.state': [person(1), { tendency: uuid('tendency'), motion: debated, text: TEXT }],
  'hiding.appeal': [person(2), { appeal: uuid('appeal'), ...SPEECH, reason: TEXT }],
  'standing.contest': [person(2), { appeal: uuid('appeal'), reason: TEXT }],
  'text.hide': [person(0), { ...SPEECH, rule: { unit: ROOT, version: 1, number: 1 }, reason: 'An insult.' }],
  'text.lift': [person(0), SPEECH],
  'text.withdraw': [person(2), SPEECH],
  'text.erase': [person(2), SPEECH],
  'mandate.report': [person(0), { report: uuid('report on it'), mandate, text: TEXT }],
  'council.seat': [
    'clerk',
    {
      council: ROOT,
      rule: { method: 'sainte-lague', seats: 1, fixed: 0 },
      ...{ members: 0, seats: 0, rows: [], last: null, next: null, tie: null },
    },
  ],
  'recovery.vouch': [person(1), request],
  'recovery.cancel': [person(9), request],
  'recovery.ripen': ['clerk', request],
  'recovery.lapse': ['clerk', request],
  'recovery.complete': ['nobody', { ...request, proof: SOME_HASH }],
  'device.register': [
    person(1),
    { member: person(1), algorithm: 'ed25519', key: SOME_HASH, origin: 'plenum/test/1' },
  ],
  'device.revoke': [person(1), { member: person(1), device: '0011223344556677' }],
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

const OF_THE_WHOLE = /^(organization|law|record|member|standing|recovery|device|issuer)\./

it.each(Object.entries(bodies))(
  '%s stands under the unit it belongs to and under no other',
  (type, [by, body]) => {
    const { size, law } = world.org.head.get()
    const enter = (unit: string | null) =>
      check(world.org, { seq: size, at: world.now, by, id: uuid('e'), type, law, unit, body })
    const expected = unitOf(world.org, type, body)
    expect(expected).toBe(OF_THE_WHOLE.test(type) ? null : ROOT)
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

it('every type of act stands above, but those of a founding that is over and those that name their unit', () => {
  const over = ['founding.place', 'founding.member', 'founding.strike']
  const naming = [
    'tendency.found',
    'unit.join',
    'unit.leave',
    'motion.propose',
    'meeting.decide',
    'vote.open',
    'case.name',
    'case.open',
    'vote.defer',
  ]
  expect([...Object.keys(bodies), ...over, ...naming].sort()).toEqual([...ACT_TYPES].sort())
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
