import { describe, expect, it, test } from 'vitest'
import type { Json } from '#kernel/canonical'
import { hasBit } from '#kernel/bitmap'
import type { OpenVote } from '#modules/voting/core'
import type { RuleSet } from '#modules/rulebook/core'
import { auditOf } from '../../../test/kit/export.ts'
import {
  adoptLaws,
  carry,
  castAll,
  clausesOf,
  DAY,
  DEBATE,
  HOUR,
  inDebate,
  openVote,
  person,
  ratifiedWorld,
  RESOLVE,
  ROOT,
  RULES,
  SOME_HASH,
  stageOf,
  uuid,
  VOTING,
  type World,
} from '../../../test/kit/given.ts'
import { ENACTMENT_KINDS } from './enactments.ts'

// Ways in which a majority, or officers, could take away what the rules give. Each is tried here, and is refused or does nothing.

const ALL = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
const TEXT = { hash: SOME_HASH, length: 5 }

function worldOf(members = 10, rules: RuleSet = RULES): World {
  const world = ratifiedWorld(members, rules)
  adoptLaws(world)
  return world
}

/** Somebody applies, is vouched for and admitted now. */
function admit(world: World, n: number): void {
  world.given('nobody', 'member.apply', { member: person(n), home: ROOT, details: SOME_HASH })
  world.given(person(1), 'member.vouch', { member: person(n) })
  world.given(person(0), 'member.admit', { member: person(n) })
}

function onRoll(world: World, n: number): boolean {
  const vote = world.org.voting.votes.get(openVote(world)) as OpenVote
  return hasBit(vote.onRoll, world.org.members.indices.get(person(n)) ?? -1)
}

function refusalOf(world: World, enactment: Json, by = 0): string | undefined {
  const body = {
    motion: uuid('try', world.entries.length),
    title: 'Try',
    clauses: clausesOf('Try.'),
    enactment,
  }
  return world.when(person(by), 'motion.propose', body, ROOT)?.code
}

function rules(changed: Partial<RuleSet>): Json {
  return { kind: 'rules.adopt', rules: { ...RULES, ...changed } as unknown as Json }
}

function expectClean(world: World): void {
  expect(auditOf(world.entries).violations).toEqual([])
}

describe('packing the roll', () => {
  it('admits nobody to a vote on a motion whose debate has begun', () => {
    const slow = { ...RULES, debateHours: 30 * 24 }
    const world = worldOf(10, slow)
    admit(world, 20)
    world.pass(15 * DAY)
    const motion = inDebate(world, 'Rooms', RESOLVE, ['Rooms.'])
    admit(world, 21)
    world.pass(30 * DAY)
    expect(stageOf(world, motion)?.kind).toBe('voting')
    // Both have a vote by now; one of them had none when the debate began.
    expect([onRoll(world, 20), onRoll(world, 21)]).toEqual([true, false])
    expect(world.when(person(21), 'ballot.cast', { vote: openVote(world), choices: ['yes'] })).toMatchObject({
      code: 'not-on-roll',
    })
    expectClean(world)
  })

  it('keeps the same roll for the amendments and the motion', () => {
    const slow = { ...RULES, debateHours: 30 * 24, amendmentSeconds: 0 }
    const world = worldOf(10, slow)
    const motion = inDebate(world, 'Rooms', RESOLVE, ['Rooms.'])
    admit(world, 21)
    const changes = [{ kind: 'insert', after: null, clause: uuid('new'), text: 'New.' }]
    world.given(person(2), 'amendment.propose', { amendment: uuid('a'), motion, changes, reason: null })
    world.pass(30 * DAY)
    expect(onRoll(world, 21)).toBe(false)
    world.pass(VOTING)
    expect(stageOf(world, motion)?.kind).toBe('voting')
    expect(onRoll(world, 21)).toBe(false)
    expectClean(world)
  })

  it('admits nobody to an election that was called, or a recall that was asked for', () => {
    const world = worldOf(20)
    const terms = { seats: 1, days: 366, termsMost: 2, duties: [], council: null }
    carry(world, 'Office', { kind: 'office.open', office: uuid('o'), title: 'Treasurer', ...terms }, ALL)
    admit(world, 21)
    const election = [...world.org.elections.elections.keys()].at(-1) ?? ''
    world.given(person(3), 'candidate.accept', { election, statement: TEXT, commitment: null })
    world.pass(14 * DAY)
    expect(onRoll(world, 21)).toBe(false)
    world.pass(7 * DAY)
    const mandate = [...world.org.delegates.mandates.values()].find(({ office }) => office === 'organizer')
    admit(world, 22)
    world.given(person(2), 'recall.petition', {
      petition: uuid('p'),
      mandate: mandate?.id ?? '',
      reason: TEXT,
    })
    world.pass(15 * DAY)
    for (const n of [3, 4]) world.given(person(n), 'recall.sign', { petition: uuid('p') })
    expect(world.org.elections.recalls.get(uuid('p'))?.stage.kind).toBe('ready')
    world.pass(0)
    expect([onRoll(world, 21), onRoll(world, 22)]).toEqual([true, false])
    expectClean(world)
  })

  it('moves nobody into a unit for a vote that was announced there', () => {
    const world = worldOf(10, { ...RULES, debateHours: 30 * 24 })
    const place = { unit: uuid('north'), name: 'North', as: 'place', parent: ROOT, decidedBy: 'members' }
    carryIn(world, 'North', { kind: 'unit.form', ...place }, 30 * DAY)
    world.given(person(0), 'member.move', { home: uuid('north') })
    world.given(person(1), 'member.move', { home: uuid('north') })
    world.pass(15 * DAY)
    inDebate(world, 'Rooms', RESOLVE, ['Rooms.'], uuid('north'))
    world.given(person(5), 'member.move', { home: uuid('north') })
    world.pass(30 * DAY)
    expect([onRoll(world, 0), onRoll(world, 5)]).toEqual([true, false])
    expectClean(world)
  })

  it('is as it was under the fifth law', () => {
    const world = ratifiedWorld(10, { ...RULES, debateHours: 30 * 24 })
    for (let law = 2; law <= 5; law++) world.given('clerk', 'law.adopt', { law }, null)
    inDebate(world, 'Rooms', RESOLVE, ['Rooms.'])
    admit(world, 21)
    world.pass(30 * DAY)
    expect(onRoll(world, 21)).toBe(true)
    expectClean(world)
  })
})

/** As `carry`, with a longer debate. */
function carryIn(world: World, name: string, enactment: Json, debate: number): void {
  inDebate(world, name, enactment, [`${name}.`])
  world.pass(debate)
  castAll(world, Object.fromEntries(ALL.map((n) => [n, ['yes']])))
  world.pass(VOTING)
}

describe('changing the rules under way', () => {
  it('hits no motion in debate and no petition for a recall', () => {
    const world = worldOf(20)
    const mandate = [...world.org.delegates.mandates.values()].find(({ office }) => office === 'organizer')
    world.given(person(2), 'recall.petition', {
      petition: uuid('p'),
      mandate: mandate?.id ?? '',
      reason: TEXT,
    })
    const ordinary = { share: '3/4', more: false, of: 'roll' } as const
    const harder = { majorities: { ...RULES.majorities, ordinary }, quorum: '3/4' } as const
    carry(world, 'Harder', rules(harder), ALL.concat([10, 11, 12, 13, 14, 15, 16]))
    world.given(person(3), 'recall.sign', { petition: uuid('p') })
    world.pass(0)
    const vote = world.org.voting.votes.get(openVote(world))
    expect(vote).toMatchObject({ quorum: RULES.quorum, items: [{ majority: RULES.majorities.ordinary }] })
    expectClean(world)
  })

  it('closes no office while its election is under way', () => {
    const world = worldOf()
    const terms = { seats: 1, days: 366, termsMost: 2, duties: [], council: null }
    carry(world, 'Office', { kind: 'office.open', office: uuid('o'), title: 'Treasurer', ...terms }, ALL)
    const election = [...world.org.elections.elections.keys()].at(-1) ?? ''
    world.given(person(3), 'candidate.accept', { election, statement: TEXT, commitment: null })
    carry(world, 'Close', { kind: 'office.close', office: uuid('o') }, ALL)
    expect(world.org.elections.elections.get(election)?.stage.kind).toBe('nominating')
    world.pass(14 * DAY - DEBATE - VOTING + 1)
    const vote = openVote(world)
    for (const n of ALL) world.given(person(n), 'ballot.rank', { vote, ranks: [[0]] })
    world.pass(7 * DAY)
    expect(world.org.elections.elections.get(election)?.stage).toMatchObject({ kind: 'over', winners: [3] })
    world.pass(400 * DAY)
    expect(world.org.elections.offices.get(uuid('o'))?.elections).toBe(1)
    expectClean(world)
  })
})

describe('rules that let everything wait', () => {
  test.each<[string, Partial<RuleSet>]>([
    ['a debate of a year', { debateHours: 8760 }],
    ['a vote of a year', { votingHours: 8760 }],
    ['a day for seconds', { secondingDays: 2 }],
    ['a year before a newcomer votes', { admissionDays: 184 }],
    ['the same for units below', { bounds: { ...RULES.bounds, admissionDaysLeast: 184 } }],
  ])('are refused: %s', (_, changed) => {
    expect(refusalOf(worldOf(), rules(changed))).toBe('rules-outside-bounds')
    const older = ratifiedWorld(4)
    expect(refusalOf(older, rules(changed))).toBeUndefined()
  })

  it('are taken at the ceiling', () => {
    expect(
      refusalOf(
        worldOf(),
        rules({ debateHours: 2160, votingHours: 1440, secondingDays: 3, admissionDays: 183 }),
      ),
    ).toBeUndefined()
  })
})

describe('a tendency’s amendment', () => {
  const TENDENCY = uuid('tendency')

  function withTendency(rules: RuleSet): World {
    const world = worldOf(30, rules)
    const stance = { stance: 'own', point: null, clauses: ['Ours.'], salience: 1, rationale: '' }
    const body = { tendency: TENDENCY, unit: ROOT, name: 'Ours', platform: [stance] }
    world.given(person(2), 'tendency.found', body, ROOT)
    for (const n of [3, 4]) {
      world.given(person(n), 'tendency.sign', { tendency: TENDENCY })
      world.given(person(2), 'tendency.take', { tendency: TENDENCY, member: person(n) })
    }
    return world
  }

  function amend(world: World, motion: string, name: string, by = 2, tendency?: string): string | undefined {
    const changes = [{ kind: 'insert', after: null, clause: uuid('new', name), text: 'New.' }]
    const under = tendency === undefined ? {} : { tendency }
    const body = { amendment: uuid(name), motion, changes, reason: null, ...under }
    return world.when(person(by), 'amendment.propose', body)?.code
  }

  it('goes to the vote without seconds, up to three of each to a motion', () => {
    const world = withTendency({ ...RULES, amendmentSeconds: 20 })
    const motion = inDebate(world, 'Rooms', RESOLVE, ['Rooms.'])
    expect(amend(world, motion, 'own name')).toBeUndefined()
    expect(amend(world, motion, 'e', 9, TENDENCY)).toBe('not-signatory')
    for (const name of ['a', 'b', 'c']) expect(amend(world, motion, name, 2, TENDENCY)).toBeUndefined()
    expect(amend(world, motion, 'd', 3, TENDENCY)).toBe('too-many-amendments-of-tendency')
    world.pass(DEBATE)
    expect(world.org.motions.amendments.get(uuid('own name'))?.stage.kind).toBe('lapsed')
    const vote = world.org.voting.votes.get(openVote(world))
    expect(vote?.items.map(({ id }) => id)).toEqual(['a', 'b', 'c'].map((name) => uuid(name)))
    expectClean(world)
  })
})

describe('units and homes', () => {
  it('no enactment redraws, merges or dissolves a unit, or moves anybody', () => {
    // Whoever adds one of these here has to ask each unit that it touches for a vote of its own.
    expect([...ENACTMENT_KINDS].sort()).toEqual([
      'conduct.adopt',
      'council.allot',
      'issuers.name',
      'mandate.bind',
      'mandate.give',
      'mandate.recall',
      'mandate.release',
      'office.close',
      'office.open',
      'organization.ratify',
      'program.adopt',
      'program.change',
      'program.strike',
      'resolve',
      'rules.adopt',
      'unit.form',
      'unit.rename',
    ])
    const world = worldOf()
    for (const kind of ['unit.redraw', 'unit.merge', 'unit.dissolve'])
      expect(refusalOf(world, { kind, unit: ROOT })).toBe('malformed')
  })

  it('a place formed by the whole is nobody’s home until they move there themselves', () => {
    const world = worldOf()
    const homes = () => ALL.map((n) => world.org.members.homes.get(n))
    const before = homes()
    const place = { unit: uuid('north'), name: 'North', as: 'place', parent: ROOT, decidedBy: 'members' }
    carry(world, 'North', { kind: 'unit.form', ...place }, ALL)
    expect(homes()).toEqual(before)
    expect(world.when(person(0), 'member.move', { home: uuid('north'), member: person(4) })?.code).toBe(
      'malformed',
    )
  })

  it('the whole renames no unit below, and sets it no rules', () => {
    const world = worldOf()
    const place = { unit: uuid('north'), name: 'North', as: 'place', parent: ROOT, decidedBy: 'members' }
    carry(world, 'North', { kind: 'unit.form', ...place }, ALL)
    expect(refusalOf(world, { kind: 'unit.rename', unit: uuid('north'), name: 'South' })).toBe(
      'unit-elsewhere',
    )
  })

  it('the whole’s bounds take no branch below the floors', () => {
    const world = worldOf()
    const bounds = { ...RULES.bounds, debateHoursLeast: 1 }
    expect(refusalOf(world, rules({ bounds }))).toBe('rules-outside-bounds')
  })
})

describe('a mandate', () => {
  it('ends by a vote of those who gave it, and by nobody else’s', () => {
    const world = worldOf()
    const place = { unit: uuid('north'), name: 'North', as: 'place', parent: ROOT, decidedBy: 'members' }
    carry(world, 'North', { kind: 'unit.form', ...place }, ALL)
    for (const n of [0, 1, 2]) world.given(person(n), 'member.move', { home: uuid('north') })
    world.pass(15 * DAY)
    const mandate = [...world.org.delegates.mandates.keys()][0] ?? ''
    const body = {
      ...{ motion: uuid('try'), title: 'Try', clauses: clausesOf('Try.') },
      enactment: { kind: 'mandate.recall', mandate },
    }
    expect(world.when(person(2), 'motion.propose', body, uuid('north'))?.code).toBe('unit-elsewhere')
    world.pass(HOUR)
  })
})
