import { describe, expect, it } from 'vitest'
import type { Json } from '#kernel/canonical'
import { auditOf } from '../../../test/kit/export.ts'
import {
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

const REASON = { hash: SOME_HASH, length: 20 }
const NORTH = uuid('north')
const SOUTH = uuid('south')

const form = (unit: string, name: string, as = 'place', parent = ROOT): Json => ({
  kind: 'unit.form',
  unit,
  name,
  as,
  parent,
  decidedBy: 'members',
})

/** The motion is proposed, seconded, voted for by these members and decided. */
function adopted(
  world: World,
  name: string,
  enactment: Json,
  unit = ROOT,
  voters: readonly number[] = [0, 1, 2, 3, 4],
): string {
  const motion = carry(world, name, enactment, voters, unit)
  expect(stageOf(world, motion)).toMatchObject({
    kind: 'decided',
    adopted: true,
    notCarriedOut: null,
  })
  return motion
}

function expectClean(world: World): void {
  const report = auditOf(world.entries)
  expect([report.violations, report.unchecked]).toEqual([[], []])
}

function rollSize(world: World): number | undefined {
  return world.org.voting.votes.get(openVote(world))?.roll.size
}

describe('packing a roll', () => {
  it('fails with members who were just let in: they vouch for nobody before they vote', () => {
    const world = ratifiedWorld()
    const apply = (n: number): void => {
      world.given('nobody', 'member.apply', { member: person(n), home: ROOT, details: SOME_HASH }, null)
    }
    apply(100)
    world.given(person(1), 'member.vouch', { member: person(100) }, null)
    world.given(person(0), 'member.admit', { member: person(100) }, null)
    apply(101)
    expect(world.when(person(100), 'member.vouch', { member: person(101) }, null)).toMatchObject({
      code: 'no-vote-yet',
      facts: { from: world.now + RULES.admissionDays * DAY },
    })
    world.pass(RULES.admissionDays * DAY)
    expect(world.when(person(100), 'member.vouch', { member: person(101) }, null)).toBeUndefined()
  })

  it('fails by moving: for as long as a newcomer waits, whoever moved votes at the old home', () => {
    const world = ratifiedWorld()
    adopted(world, 'North', form(NORTH, 'North'))
    adopted(world, 'South', form(SOUTH, 'South'))
    for (const n of [0, 1, 2]) world.given(person(n), 'member.move', { home: NORTH }, null)
    for (const n of [3, 4, 5]) world.given(person(n), 'member.move', { home: SOUTH }, null)
    world.pass(RULES.admissionDays * DAY)

    inDebate(world, 'Northern', RESOLVE, ['Northern.'], NORTH)
    world.pass(DEBATE - HOUR)
    for (const n of [3, 4, 5]) world.given(person(n), 'member.move', { home: NORTH }, null)
    world.pass(HOUR)
    expect(rollSize(world)).toBe(3)
    expect(
      world.when(person(3), 'ballot.cast', { vote: openVote(world), choices: ['no'] }, NORTH),
    ).toMatchObject({ code: 'not-on-roll' })
    world.pass(VOTING)

    world.given(person(3), 'member.move', { home: ROOT }, null)
    inDebate(world, 'Soon', RESOLVE, ['Soon.'], NORTH)
    world.pass(DEBATE)
    expect(rollSize(world)).toBe(3)
    world.pass(VOTING)
    inDebate(world, 'Whole', RESOLVE, ['Whole.'])
    world.pass(DEBATE)
    expect(rollSize(world)).toBe(10)
    world.pass(VOTING)
    inDebate(world, 'Later', RESOLVE, ['Later.'], NORTH)
    world.pass(DEBATE)
    expect(rollSize(world)).toBe(5)
    expectClean(world)
  })

  it('fails by joining a group: whoever joins waits like a newcomer', () => {
    const world = ratifiedWorld()
    adopted(world, 'Choir', form(NORTH, 'Choir', 'group'))
    for (const n of [0, 1, 2]) world.given(person(n), 'unit.join', {}, NORTH)
    world.pass(RULES.admissionDays * DAY)
    inDebate(world, 'Song', RESOLVE, ['Song.'], NORTH)
    for (const n of [3, 4, 5, 6]) world.given(person(n), 'unit.join', {}, NORTH)
    world.pass(DEBATE)
    expect(rollSize(world)).toBe(3)
    expectClean(world)
  })

  it('fails while a vote is open: neither a move, nor a lapse, nor an admission changes its roll', () => {
    const world = ratifiedWorld()
    adopted(world, 'North', form(NORTH, 'North'))
    world.given('nobody', 'member.apply', { member: person(100), home: ROOT, details: SOME_HASH }, null)
    world.given(person(1), 'member.vouch', { member: person(100) }, null)
    world.given(person(0), 'member.admit', { member: person(100) }, null)
    world.given(person(0), 'standing.notice', { member: person(5), reason: REASON }, null)
    world.pass(RULES.admissionDays * DAY - DEBATE - HOUR)
    inDebate(world, 'Picnic', RESOLVE, ['Picnic.'])
    world.pass(DEBATE)
    const vote = openVote(world)
    expect(rollSize(world)).toBe(10)
    world.given(person(6), 'member.move', { home: NORTH }, null)
    world.pass(HOUR)
    expect(world.when(person(100), 'ballot.cast', { vote, choices: ['no'] })).toMatchObject({
      code: 'not-on-roll',
    })
    expect(world.when(person(6), 'ballot.cast', { vote, choices: ['no'] })).toBeUndefined()
    expectClean(world)
  })
})

describe('an officer', () => {
  it('takes no vote from anybody by a notice that runs out while the vote is open', () => {
    const world = ratifiedWorld()
    world.given(person(0), 'standing.notice', { member: person(5), reason: REASON }, null)
    world.pass(RULES.standingDays * DAY - DEBATE - HOUR)
    const motion = inDebate(world, 'Picnic', RESOLVE, ['Picnic.'])
    world.pass(DEBATE)
    const vote = openVote(world)
    world.pass(HOUR)
    expect(
      world.when(person(5), 'speech.give', { speech: uuid('s'), motion, side: 'against', text: REASON }),
    ).toMatchObject({
      code: 'standing-lapsed',
    })
    expect(world.when(person(5), 'ballot.cast', { vote, choices: ['no'] })).toBeUndefined()
    world.given(person(6), 'member.resign', { erase: false }, null)
    expect(world.when(person(6), 'ballot.cast', { vote, choices: ['no'] })).toMatchObject({
      code: 'not-a-member',
    })
    expectClean(world)
  })

  it('enters no count of a meeting that is larger than the roll', () => {
    const world = ratifiedWorld()
    const count = (yes: number, no: number, abstain: number): Json => ({
      motion: uuid('urgent', yes),
      title: 'Picket',
      clauses: clausesOf('We picket.'),
      heldAt: world.now,
      tally: { yes, no, abstain },
      tellers: [person(4), person(5)],
    })
    expect(world.when(person(0), 'meeting.decide', count(9, 1, 1))).toMatchObject({
      code: 'meeting-beyond-roll',
      facts: { took: 11, roll: 10 },
    })
    expect(world.when(person(0), 'meeting.decide', count(8, 1, 1))).toBeUndefined()
  })

  it('gives nobody an office and lengthens no term: a new one takes a vote', () => {
    const world = ratifiedWorld()
    const mandate = [...world.org.delegates.mandates.keys()][0] ?? ''
    expect(world.when(person(0), 'mandate.end', { mandate })).toMatchObject({ code: 'not-for-you' })
    expect(world.when('clerk', 'mandate.end', { mandate })).toMatchObject({ code: 'not-due' })
    expect(world.when(person(1), 'mandate.resign', { mandate })).toMatchObject({ code: 'not-yours' })
    world.pass(366 * DAY)
    expect(
      world.when(person(0), 'standing.notice', { member: person(5), reason: REASON }, null),
    ).toMatchObject({ code: 'needs-duty' })
  })

  it('has duties in the unit that gave them and below it, not beside or above it', () => {
    const world = ratifiedWorld()
    adopted(world, 'North', form(NORTH, 'North'))
    adopted(world, 'South', form(SOUTH, 'South'))
    for (const n of [2, 3, 4]) world.given(person(n), 'member.move', { home: NORTH }, null)
    world.given(person(5), 'member.move', { home: SOUTH }, null)
    world.pass(RULES.admissionDays * DAY)
    const give = {
      kind: 'mandate.give',
      mandate: uuid('m'),
      office: 'keeper',
      duties: ['roll', 'meetings'],
      council: null,
      member: person(2),
      days: 30,
    }
    const motion = uuid('keeper')
    world.given(
      person(2),
      'motion.propose',
      { motion, title: 'Keeper', clauses: clausesOf('Keeper.'), enactment: give },
      NORTH,
    )
    world.given(person(3), 'motion.second', { motion }, NORTH)
    world.pass(DEBATE)
    castAll(world, { 2: ['yes'], 3: ['yes'] })
    world.pass(VOTING)
    const notice = (n: number) =>
      world.when(person(2), 'standing.notice', { member: person(n), reason: REASON }, null)
    expect([notice(3), notice(5), notice(6)]).toMatchObject([
      undefined,
      { code: 'needs-duty' },
      { code: 'needs-duty' },
    ])
  })
})

describe('one unit and another', () => {
  it('rename, strike, recall and rule over themselves only', () => {
    const world = ratifiedWorld()
    adopted(world, 'North', form(NORTH, 'North'))
    adopted(world, 'South', form(SOUTH, 'South'))
    adopted(world, 'We hold together', { kind: 'program.adopt', as: 'unity' })
    const point = world.org.program.order.at(0) ?? ''
    const mandate = [...world.org.delegates.mandates.keys()][0] ?? ''
    for (const n of [0, 1, 2]) world.given(person(n), 'member.move', { home: NORTH }, null)
    const propose = (enactment: Json, unit: string) =>
      world.when(
        person(0),
        'motion.propose',
        { motion: uuid('x'), title: 'X', clauses: clausesOf('X.'), enactment },
        unit,
      )
    const elsewhere: readonly [Json, string][] = [
      [{ kind: 'unit.rename', unit: ROOT, name: 'Northside' }, NORTH],
      [{ kind: 'unit.rename', unit: NORTH, name: 'Nowhere' }, ROOT],
      [{ kind: 'program.strike', point, revision: 1 }, NORTH],
      [{ kind: 'program.change', point, revision: 1 }, NORTH],
      [{ kind: 'mandate.recall', mandate }, NORTH],
      [form(uuid('u'), 'Under', 'place', SOUTH), NORTH],
    ]
    for (const [enactment, unit] of elsewhere)
      expect(propose(enactment, unit)).toMatchObject({ code: 'unit-elsewhere' })
    expect(propose({ kind: 'organization.ratify', points: false }, ROOT)).toMatchObject({
      code: 'ratified-already',
    })
    expect(propose({ kind: 'unit.rename', unit: NORTH, name: 'south' }, NORTH)).toMatchObject({
      code: 'unit-name-taken',
    })
    expect(propose({ kind: 'unit.rename', unit: NORTH, name: 'NORTH' }, NORTH)).toBeUndefined()
  })

  it('number their points each for themselves', () => {
    const world = ratifiedWorld()
    adopted(world, 'One', { kind: 'program.adopt', as: 'unity' })
    adopted(world, 'North', form(NORTH, 'North'))
    for (const n of [0, 1, 2]) world.given(person(n), 'member.move', { home: NORTH }, null)
    world.pass(RULES.admissionDays * DAY)
    adopted(world, 'Northern', { kind: 'program.adopt', as: 'unity' }, NORTH, [0, 1, 2])
    adopted(world, 'Two', { kind: 'program.adopt', as: 'unity' })
    expect([...world.org.program.points.values()].map(({ unit, number }) => [unit, number])).toEqual([
      [ROOT, 1],
      [NORTH, 1],
      [ROOT, 2],
    ])
  })

  it('keep rules that were within their bounds, and are held to the bounds of all above when they adopt new ones', () => {
    const world = ratifiedWorld()
    const deep = uuid('deep')
    const rules = (debateHours: number, bounds: object = {}): Json => ({
      kind: 'rules.adopt',
      rules: { ...RULES, debateHours, bounds: { ...RULES.bounds, ...bounds } },
    })
    adopted(world, 'North', form(NORTH, 'North'))
    for (const n of [0, 1, 2]) world.given(person(n), 'member.move', { home: NORTH }, null)
    world.pass(RULES.admissionDays * DAY)
    adopted(world, 'Deep', form(deep, 'Deep', 'place', NORTH), NORTH, [0, 1, 2])
    for (const n of [0, 1]) world.given(person(n), 'member.move', { home: deep }, null)
    world.pass(RULES.admissionDays * DAY)
    adopted(world, 'Short', rules(168), NORTH, [0, 1, 2])
    adopted(world, 'Tighter', rules(200, { debateHoursLeast: 190 }))
    const propose = (hours: number, unit: string) =>
      world.when(
        person(0),
        'motion.propose',
        { motion: uuid('x', hours), title: 'X', clauses: clausesOf('X.'), enactment: rules(hours) },
        unit,
      )
    // North's own rules of 168 hours stay in force, with the bounds they set; what lies below is held to both.
    const breach = {
      code: 'rules-outside-bounds',
      facts: { breaches: [{ rule: 'debateHours', bound: 190 }, { rule: 'bounds.debateHoursLeast' }] },
    }
    expect(propose(189, NORTH)).toMatchObject(breach)
    expect(propose(189, deep)).toMatchObject(breach)
  })
})

describe('a council', () => {
  const council = (unit: string, name: string, as: string, parent: string): Json => ({
    ...(form(unit, name, as, parent) as object),
    decidedBy: 'delegates',
  })
  const send = (unit: string, to: string): Json => ({
    kind: 'mandate.give',
    mandate: uuid('seat', unit, to),
    office: 'delegate',
    duties: [],
    council: to,
    member: person(0),
    days: 90,
  })
  const [region, one, two, three] = [
    uuid('region'),
    uuid('council one'),
    uuid('council two'),
    uuid('council three'),
  ]

  function worldOfCouncils(): World {
    const world = ratifiedWorld()
    adopted(world, 'North', form(NORTH, 'North'))
    adopted(world, 'Region', council(region, 'Region', 'place', ROOT))
    adopted(world, 'One', council(one, 'One', 'group', ROOT))
    adopted(world, 'Two', council(two, 'Two', 'group', ROOT))
    adopted(world, 'Seat in one', send(ROOT, one))
    adopted(world, 'Seat in two', send(ROOT, two))
    return world
  }
  const propose = (world: World, enactment: Json, unit: string) =>
    world.when(
      person(0),
      'motion.propose',
      { motion: uuid('x', unit), title: 'X', clauses: clausesOf('X.'), enactment },
      unit,
    )

  it('of a place takes delegates from below it only, and not from beside it', () => {
    const world = worldOfCouncils()
    world.given(person(0), 'member.move', { home: NORTH })
    expect(propose(world, send(NORTH, region), NORTH)).toMatchObject({ code: 'council-elsewhere' })
    expect(propose(world, send(ROOT, region), ROOT)).toMatchObject({ code: 'council-elsewhere' })
  })

  it('seats nobody in itself, nor in a council that could seat somebody in it', () => {
    const world = worldOfCouncils()
    expect(propose(world, send(one, one), one)).toMatchObject({ code: 'council-elsewhere' })
    expect(propose(world, send(one, two), one)).toMatchObject({ code: 'council-elsewhere' })
    expect(propose(world, send(two, one), two)).toMatchObject({ code: 'council-elsewhere' })
  })

  it('sends delegates to a council further up, which sends none down', () => {
    const world = worldOfCouncils()
    for (const n of [0, 1, 2]) world.given(person(n), 'member.move', { home: NORTH })
    world.pass(RULES.admissionDays * DAY)
    adopted(world, 'Three', council(three, 'Three', 'group', NORTH), NORTH, [0, 1, 2])
    adopted(world, 'Seat in three', send(NORTH, three), NORTH, [0, 1, 2])
    adopted(world, 'Sent up', { ...(send(three, one) as object), mandate: uuid('up') }, three, [0])
    expect(propose(world, send(one, three), one)).toMatchObject({ code: 'council-elsewhere' })
    expectClean(world)
  })
})
