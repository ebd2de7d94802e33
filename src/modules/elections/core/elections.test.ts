import { describe, expect, it } from 'vitest'
import type { Json } from '#kernel/canonical'
import {
  STATEMENT,
  RULE,
  worldOf,
  adopt,
  officeOf,
  opened,
  office,
  election,
  mandateOf,
  stand,
  voteAmong,
  rank,
  elected,
  tied,
} from '../../../../test/kit/election-world.ts'
import { auditOf } from '../../../../test/kit/export.ts'
import {
  castAll,
  DAY,
  HOUR,
  inDebate,
  openVote,
  person,
  ratifiedWorld,
  RULES,
  SOME_HASH,
  uuid,
  type World,
} from '../../../../test/kit/given.ts'

function holders(world: World): readonly number[] {
  return [...world.org.delegates.mandates.values()]
    .filter(({ ended, elected }) => ended === null && elected !== undefined)
    .map(({ holder }) => holder)
    .sort((a, b) => a - b)
}

function expectClean(world: World): void {
  expect(auditOf(world.entries).violations).toEqual([])
}

describe('an office', () => {
  it('is opened by motion, and calls its election by itself', () => {
    const world = opened(6, 2)
    expect(office(world)).toMatchObject({ title: 'Steering committee', seats: 2, terms: 1, elections: 1 })
    expect(election(world)).toMatchObject({ number: 1, term: 1, stage: { kind: 'nominating' } })
    expectClean(world)
  })

  it('does not exist under the second law', () => {
    const world = ratifiedWorld(4)
    const body = { motion: uuid('m'), title: 'Open', clauses: [{ id: uuid('c'), text: 'Open.' }] }
    expect(world.when(person(0), 'motion.propose', { ...body, enactment: officeOf(1) })).toMatchObject({
      code: 'unknown-enactment',
    })
  })

  it('that is closed while nobody stands ends nominations when their time is over', () => {
    const world = opened(6, 1)
    inDebate(world, 'Close', { kind: 'office.close', office: uuid('office') }, ['Close.'])
    world.pass(RULES.debateHours * HOUR)
    castAll(world, { 0: ['yes'], 1: ['yes'], 2: ['yes'] })
    world.pass(RULES.votingHours * HOUR)
    expect(office(world).closed).not.toBeNull()
    expect(election(world).stage.kind).toBe('nominating')
    world.pass(30 * DAY)
    expect(election(world).stage).toMatchObject({ kind: 'failed', why: 'office-closed' })
    expectClean(world)
  })
})

describe('nominations', () => {
  it('need acceptance, and take each member once', () => {
    const world = opened(6, 1)
    const { id } = election(world)
    world.given(person(1), 'candidate.nominate', { election: id, member: person(2) })
    expect(world.when(person(3), 'candidate.nominate', { election: id, member: person(2) })).toMatchObject({
      code: 'nominated-already',
    })
    stand(world, 2)
    stand(world, 4)
    world.given(person(4), 'candidate.withdraw', { election: id })
    expect(world.when(person(4), 'candidate.withdraw', { election: id })).toMatchObject({
      code: 'not-nominated',
    })
    world.given(person(1), 'candidate.nominate', { election: id, member: person(5) })
    world.pass(RULE.nominationDays * DAY)
    expect(world.org.voting.votes.get(openVote(world))?.ranked?.candidates).toEqual([person(2)])
    expect(
      world.when(person(4), 'candidate.accept', { election: id, statement: STATEMENT, commitment: null }),
    ).toMatchObject({ code: 'election-elsewhere' })
    expectClean(world)
  })

  it('stay open where nobody stands', () => {
    const world = opened(6, 1)
    world.pass(RULE.nominationDays * DAY)
    expect(election(world).stage.kind).toBe('nominating')
    stand(world, 1)
    world.pass(RULE.nominationDays * DAY)
    expect(election(world).stage.kind).toBe('voting')
    expectClean(world)
  })

  it('hold where the standing of the only candidate lapses in the moment in which they close', () => {
    const world = worldOf(6)
    world.given(person(0), 'standing.notice', { member: person(3), reason: STATEMENT })
    const wayOfMotion = RULES.debateHours * HOUR + RULES.votingHours * HOUR
    world.pass((RULES.standingDays - RULE.nominationDays) * DAY - wayOfMotion)
    adopt(world, 'Open', officeOf(1), 6)
    stand(world, 3)
    world.pass(RULE.nominationDays * DAY)
    expect(world.entries.slice(-3).map(({ type }) => type)).toEqual([
      'nominations.close',
      'standing.lapse',
      'vote.open',
    ])
    rank(world, { 1: [3], 2: [3] })
    world.pass(RULE.votingDays * DAY)
    expect(holders(world)).toEqual([])
    expect(election(world)).toMatchObject({ number: 2, stage: { kind: 'nominating' } })
    expectClean(world)
  })

  it('give every statement the same space', () => {
    const world = opened(6, 1)
    const long = { hash: SOME_HASH, length: 3001 }
    const body = { election: election(world).id, statement: long, commitment: null }
    expect(world.when(person(1), 'candidate.accept', body)).toMatchObject({ code: 'statement-too-long' })
  })
})

describe('an election', () => {
  it('gives mandates to those whom the ballots elect, and the record audits', () => {
    const world = elected()
    expect(election(world).stage).toMatchObject({ kind: 'over' })
    expect(holders(world)).toEqual([0, 1])
    expectClean(world)
  })

  it('takes of several ballots the last, and refuses what is none', () => {
    const world = opened(6, 1)
    const vote = voteAmong(world, [0, 1])
    const cast = (ranks: Json) => world.when(person(2), 'ballot.rank', { vote, ranks })?.code
    expect(cast([[0], [0]])).toBe('ranked-twice')
    expect(cast([[2]])).toBe('unknown-candidate')
    expect(cast([[0, 1]])).toBe('rank-shared')
    expect(world.when(person(2), 'ballot.cast', { vote, choices: ['yes'] })).toMatchObject({
      code: 'wrong-number-of-answers',
    })
    expect(cast([[0]])).toBeUndefined()
    expect(cast([[1]])).toBeUndefined()
    world.pass(RULE.votingDays * DAY)
    expect(holders(world)).toEqual([1])
    expectClean(world)
  })

  it('is held again where too few take part', () => {
    const world = opened(12, 1)
    voteAmong(world, [0, 1])
    rank(world, { 3: [0] })
    world.pass(RULE.votingDays * DAY)
    expect(holders(world)).toEqual([])
    expect([...world.org.elections.elections.values()].map(({ stage }) => stage.kind)).toEqual([
      'failed',
      'nominating',
    ])
    expect(election(world)).toMatchObject({ number: 2, term: 1 })
    expectClean(world)
  })

  it('is called again in time, and nobody exceeds the terms in a row', () => {
    const world = elected({ termsMost: 1 })
    // Nominations, the election and a lot have to be over when the term of 366 days is.
    world.pass((366 - 14 - 7 - 2) * DAY)
    expect(election(world)).toMatchObject({ number: 2, term: 2, stage: { kind: 'nominating' } })
    const body = { election: election(world).id, statement: STATEMENT, commitment: null }
    expect(world.when(person(0), 'candidate.accept', body)).toMatchObject({
      code: 'terms-used-up',
      facts: { had: 1, most: 1 },
    })
    voteAmong(world, [5, 6])
    rank(world, { 1: [5, 6], 2: [6, 5] })
    world.pass(RULE.votingDays * DAY)
    // The old term goes on until its end, and the new one begins in that moment.
    expect(holders(world)).toEqual([0, 1])
    world.pass(2 * DAY)
    expect(holders(world)).toEqual([5, 6])
    expectClean(world)
  })
})

describe('a tie that only a lot decides', () => {
  it('waits for the seeds, and is drawn by the clerk', () => {
    const world = tied()
    const { id, stage } = election(world)
    expect(stage.kind).toBe('drawing')
    expect(world.when(person(0), 'seed.open', { election: id, seed: 'other' })).toMatchObject({
      code: 'seed-other',
    })
    expect(world.when(person(1), 'seed.open', { election: id, seed: 'my words' })).toMatchObject({
      code: 'no-commitment',
    })
    world.given(person(0), 'seed.open', { election: id, seed: 'my words' })
    world.pass(2 * DAY)
    expect(holders(world)).toHaveLength(1)
    expect(election(world).drawn?.ties.at(-1)).toMatchObject({ by: 'lot' })
    expectClean(world)
  })

  it('is drawn without the seeds that nobody opens', () => {
    const world = tied()
    world.pass(2 * DAY)
    expect(holders(world)).toHaveLength(1)
    expectClean(world)
  })
})

describe('a vacancy', () => {
  it('is filled by a countback of the same ballots', () => {
    const world = elected()
    world.given(person(0), 'mandate.resign', { mandate: mandateOf(world, 0) })
    world.pass(0)
    expect(holders(world)).toEqual([1, 2])
    expect([...world.org.elections.vacancies.values()]).toMatchObject([{ how: 'countback', follows: 2 }])
    expectClean(world)
  })

  it('comes of leaving the organization, too', () => {
    const world = elected()
    world.given(person(1), 'member.resign', { erase: false })
    world.pass(0)
    expect(holders(world)).toEqual([0, 2])
    expectClean(world)
  })

  it('is filled by an election where nobody is left to count', () => {
    const world = opened(6, 1)
    voteAmong(world, [0])
    rank(world, { 2: [0], 3: [0] })
    world.pass(RULE.votingDays * DAY)
    const { until } = world.org.delegates.mandates.get(mandateOf(world, 0)) ?? { until: 0 }
    world.given(person(0), 'mandate.resign', { mandate: mandateOf(world, 0) })
    world.pass(0)
    expect(election(world)).toMatchObject({ number: 2, term: 1, seats: 1, ends: until })
    voteAmong(world, [4])
    rank(world, { 2: [4], 3: [4] })
    world.pass(RULE.votingDays * DAY)
    expect(world.org.delegates.mandates.get(mandateOf(world, 4))?.until).toBe(until)
    expectClean(world)
  })
})

describe('a recall', () => {
  function petitioned(): World {
    const world = elected()
    const body = { petition: uuid('petition'), mandate: mandateOf(world, 0), reason: STATEMENT }
    world.given(person(5), 'recall.petition', body)
    world.pass(0)
    return world
  }

  it('is put to the vote by enough signatures, ends the mandate and makes a vacancy', () => {
    // A tenth of ten is one: the petitioner alone is enough.
    const world = petitioned()
    castAll(world, { 3: ['yes'], 4: ['yes'], 5: ['yes'] })
    world.pass(RULES.votingHours * HOUR)
    expect(holders(world)).toEqual([1, 2])
    expectClean(world)
  })

  it('that was voted down rests for a while', () => {
    const world = petitioned()
    castAll(world, { 3: ['no'], 4: ['no'], 5: ['yes'] })
    world.pass(RULES.votingHours * HOUR)
    expect(holders(world)).toEqual([0, 1])
    const again = { petition: uuid('again'), mandate: mandateOf(world, 0), reason: STATEMENT }
    expect(world.when(person(6), 'recall.petition', again)).toMatchObject({ code: 'recall-rests' })
    world.pass(90 * DAY)
    expect(world.when(person(6), 'recall.petition', again)).toBeUndefined()
    expectClean(world)
  })

  it('needs its share of the roll, and lapses without it; a friend’s petition shields nobody', () => {
    const world = opened(30, 1)
    voteAmong(world, [0])
    rank(world, { 2: [0], 3: [0], 4: [0], 5: [0] })
    world.pass(RULE.votingDays * DAY)
    const petition = (name: string) => ({
      petition: uuid(name),
      mandate: mandateOf(world, 0),
      reason: STATEMENT,
    })
    world.given(person(1), 'recall.petition', petition('one'))
    expect(world.org.elections.recalls.get(uuid('one'))).toMatchObject({ needed: 3 })
    expect(world.when(person(1), 'recall.sign', { petition: uuid('one') })).toMatchObject({
      code: 'signed-already',
    })
    expect(world.when(person(2), 'recall.petition', petition('two'))).toMatchObject({
      code: 'petition-under-way',
    })
    world.pass(30 * DAY)
    expect(world.org.elections.recalls.get(uuid('one'))?.stage.kind).toBe('lapsed')
    expect(world.when(person(1), 'recall.petition', petition('two'))).toMatchObject({
      code: 'petitioned-before',
    })
    world.given(person(2), 'recall.petition', petition('three'))
    for (const n of [3, 4]) world.given(person(n), 'recall.sign', { petition: uuid('three') })
    world.pass(0)
    expect(world.org.elections.recalls.get(uuid('three'))?.stage.kind).toBe('voting')
    expectClean(world)
  })
})

describe('what somebody changed in the record of an election', () => {
  const world = elected()

  it.each([
    ['a ballot', 'ballot.rank', (body: Json) => ({ ...(body as object), ranks: [[1]] })],
    [
      'who won',
      'vote.close',
      (body: Json) => {
        const close = body as { count?: { winners: number[] } }
        return close.count === undefined ? body : { ...close, count: { ...close.count, winners: [0, 2] } }
      },
    ],
  ] as const)('is found: %s', (_what, type, change) => {
    const at = world.entries.findLastIndex((entry) => entry.type === type)
    const changed = world.entries.map((entry, i) =>
      i === at ? { ...entry, body: change(entry.body) } : entry,
    )
    expect(auditOf(changed).violations.map(({ code }) => code)).toContain('wrong-result')
  })
})
