import { beforeAll, describe, expect, it } from 'vitest'
import { imageDigest } from '#organization'
import { auditOf } from '../../../../test/kit/export.ts'
import { DAY, HOUR, person, uuid } from '../../../../test/kit/given.ts'
import {
  adopted,
  caseIn,
  caseWorld,
  charge,
  CHARGED,
  dayOf,
  find,
  heard,
  nameBody,
  openBody,
  holdProtectionVote,
  NORTH,
  seatPanel,
  SUSPEND,
  TEXT,
} from '../../../../test/kit/case-world.ts'
import { replayed } from '../../../../test/kit/replay.ts'
import { makeIssuing, type Issuing, type SecretWorld } from '../../../../test/kit/secret-world.ts'
import { lettersOf, rolesIn, suspensionsOf } from './index.ts'

let issuing: Issuing
beforeAll(async () => {
  issuing = await makeIssuing()
})

const ID = uuid('case')
const RIGHTS = ['propose', 'stand'] as const
const BODY = { case: ID, rights: RIGHTS, days: 20, text: TEXT }

/** A case with notice given and a panel seated, in which a protective measure was asked for. */
function asked(): SecretWorld {
  const world = caseWorld(issuing)
  charge(world)
  world.pass(6 * DAY)
  seatPanel(world, ID)
  world.given('nobody', 'case.protect', BODY)
  return world
}

const stage = (world: SecretWorld) => caseIn(world, ID).protection?.stage
const holding = (world: SecretWorld) => suspensionsOf(world.org, CHARGED)
const reply = (world: SecretWorld) => world.when('nobody', 'case.reply', { case: ID, text: TEXT })?.code
const contest = (world: SecretWorld) => world.when('nobody', 'case.contest', { case: ID, text: TEXT })?.code

function decide(world: SecretWorld, yes: number, no: number): void {
  holdProtectionVote(world, ID, yes, no)
}

/** It was adopted by ten to five, and holds. */
function held(): SecretWorld {
  const world = asked()
  world.pass(3 * DAY)
  decide(world, 10, 5)
  return world
}

describe('a protective measure', () => {
  it('waits three days for the answer, and then for a secret vote of the unit by two thirds', () => {
    const world = asked()
    world.pass(3 * DAY - HOUR)
    expect(stage(world)?.kind).toBe('announced')
    expect(reply(world)).toBeUndefined()
    world.pass(HOUR)
    const vote = world.org.voting.votes.get(caseIn(world, ID).protection?.votes[0] ?? '')
    expect(vote).toMatchObject({ unit: NORTH, items: [{ majority: { share: '2/3', of: 'cast' } }] })
    expect(vote?.secret).toBeDefined()
    expect(holding(world)).toEqual([])
    expect(reply(world)).toBe('protection-elsewhere')
  })

  it.each([
    ['ten to five', 10, 5, 'holding'],
    ['nine to six', 9, 6, 'ended'],
    ['no votes', 0, 0, 'ended'],
  ] as const)('is decided by %s', (_name, yes, no, kind) => {
    const world = asked()
    world.pass(3 * DAY)
    decide(world, yes, no)
    expect(stage(world)?.kind).toBe(kind)
    expect(holding(world)).toHaveLength(kind === 'holding' ? 1 : 0)
  })

  it('lets rest what it names, takes no vote, and gives all back by itself', () => {
    const world = held()
    const motion = (id: string) => ({
      motion: uuid(id),
      title: 'Rent',
      clauses: [{ id: uuid('clause of', id), text: 'Rent.' }],
      enactment: { kind: 'resolve' },
    })
    const propose = (id: string) => world.when(person(CHARGED), 'motion.propose', motion(id), NORTH)?.code
    expect(propose('early')).toBe('right-suspended')
    world.given(person(0), 'motion.propose', motion('other'), NORTH)
    world.given(person(1), 'motion.second', { motion: uuid('other') })
    world.pass(7 * DAY)
    const open = [...world.org.voting.votes.values()].find(({ subject }) => subject.id === uuid('other'))
    const ballot = { vote: open?.id ?? '', choices: ['yes'] }
    expect(holding(world)).toHaveLength(1)
    expect(world.when(person(CHARGED), 'ballot.cast', ballot)).toBeUndefined()
    world.pass(13 * DAY)
    expect(stage(world)).toMatchObject({ kind: 'ended', why: 'expired' })
    expect(propose('late')).toBeUndefined()
  })

  it.each([
    ['the vote', { rights: ['vote'] }, 'malformed'],
    ['nothing', { rights: [] }, 'malformed'],
    ['what is not in order', { rights: ['stand', 'propose'] }, 'malformed'],
    ['31 days', { days: 31 }, 'malformed'],
    ['a case that is not there', { case: uuid('none') }, 'unknown-case'],
  ] as const)('never takes %s', (_what, changed, code) => {
    const world = caseWorld(issuing)
    charge(world)
    expect(world.when('nobody', 'case.protect', { ...BODY, ...changed })?.code).toBe(code)
  })

  it('is asked for once as long as a member is charged, and not once something was found', () => {
    const world = held()
    const again = (id: string) => world.when('nobody', 'case.protect', { ...BODY, case: id })?.code
    expect(again(ID)).toBe('protection-asked-already')
    const second = { id: uuid('second'), charging: [6, 7, 8] }
    charge(world, { ...second, deed: { kind: 'deed', on: dayOf(world.now) } })
    expect(again(second.id)).toBe('protection-asked-already')
    const found = caseWorld(issuing)
    adopted(found)
    expect(found.when('nobody', 'case.protect', BODY)?.code).toBe('case-elsewhere')
  })

  it('is asked for in another case once the first was voted down, or its measure holds', () => {
    const world = caseWorld(issuing)
    heard(world)
    world.given('nobody', 'case.protect', BODY)
    world.pass(3 * DAY)
    decide(world, 0, 10)
    const second = { id: uuid('second'), charging: [6, 7, 8] }
    charge(world, { ...second, deed: { kind: 'deed', on: dayOf(world.now) } })
    expect(world.when('nobody', 'case.protect', { ...BODY, case: second.id })).toBeUndefined()
    const bound = caseWorld(issuing)
    adopted(bound, { asked: { kind: 'warning' } })
    bound.pass(31 * DAY)
    expect(caseIn(bound, ID).stage.kind).toBe('binding')
    charge(bound, { ...second, deed: { kind: 'deed', on: dayOf(bound.now - DAY) } })
    expect(bound.when('nobody', 'case.protect', { ...BODY, case: second.id })).toBeUndefined()
  })

  it('is lifted by the unit above where it does not adopt it by as many, and holds until then', () => {
    const world = held()
    expect(contest(world)).toBeUndefined()
    world.pass(HOUR)
    const vote = world.org.voting.votes.get(caseIn(world, ID).protection?.votes[1] ?? '')
    expect(vote?.unit).toBe(uuid('root'))
    expect(holding(world)).toHaveLength(1)
    decide(world, 6, 4)
    expect(stage(world)).toMatchObject({ kind: 'ended', why: 'lifted' })
    expect(holding(world)).toEqual([])
  })

  it('goes on for the rest of its days where the unit above adopts it, and there is no other appeal', () => {
    const world = held()
    const until = caseIn(world, ID).protection?.span?.until
    expect(contest(world)).toBeUndefined()
    world.pass(HOUR)
    decide(world, 8, 4)
    expect(holding(world)).toMatchObject([{ until }])
    expect(contest(world)).toBe('contested-already')
    world.pass(20 * DAY)
    expect(holding(world)).toEqual([])
    expect(contest(world)).toBe('protection-elsewhere')
  })

  it('is over with its case, even while it is voted on', () => {
    const world = held()
    world.given('nobody', 'case.withdraw', { case: ID })
    expect(stage(world)).toMatchObject({ kind: 'ended', why: 'over' })
    expect(holding(world)).toEqual([])
    const open = asked()
    open.pass(3 * DAY)
    open.given('nobody', 'case.withdraw', { case: ID })
    decide(open, 10, 0)
    expect(stage(open)).toMatchObject({ kind: 'ended', why: 'over' })
    expect(auditOf(open.entries).powers).toEqual([])
  })

  it('is over where the panel finds nothing, or the measure holds', () => {
    const cleared = caseWorld(issuing)
    heard(cleared)
    cleared.given('nobody', 'case.protect', { ...BODY, days: 30 })
    cleared.pass(3 * DAY)
    decide(cleared, 10, 0)
    expect(holding(cleared)).toHaveLength(1)
    find(cleared, ID, null)
    expect(stage(cleared)).toMatchObject({ kind: 'ended', why: 'over' })
    const bound = caseWorld(issuing)
    heard(bound)
    bound.given('nobody', 'case.protect', { ...BODY, days: 30 })
    find(bound, ID, SUSPEND)
    bound.pass(60 * DAY)
    expect(stage(bound)?.kind).toBe('ended')
  })

  it('is known to those who vote on it while they do, and to nobody else', () => {
    const world = asked()
    const roles = (n: number) => rolesIn(world.org, ID, n)
    expect(roles(12)).toEqual([])
    world.pass(3 * DAY)
    expect(roles(12)).toEqual(['protection-voter'])
    expect(roles(20)).toEqual([])
    decide(world, 10, 5)
    expect(roles(12)).toEqual([])
  })

  it('is none of the business of whoever was asked to charge and did not sign', () => {
    const world = caseWorld(issuing)
    const charged = { charging: [2, 3, 4, 6] }
    world.given('nobody', 'case.name', nameBody(world, charged))
    world.given('nobody', 'case.open', openBody(charged))
    for (const n of [3, 4]) world.given('nobody', 'case.sign', { case: ID, by: person(n) })
    expect(rolesIn(world.org, ID, 6)).toEqual(['charging'])
    world.given('nobody', 'case.charge', { case: ID, charging: 3 })
    expect(rolesIn(world.org, ID, 6)).toEqual([])
    expect(rolesIn(world.org, ID, 4)).toEqual(['charging'])
  })

  it('is told to both sides and the panel at each of its steps, once', () => {
    const world = asked()
    const letters = () => {
      const [found, matter] = [caseIn(world, ID), world.org.cases.matters.get(ID)]
      return matter === undefined ? [] : lettersOf(world.org, found, matter)
    }
    const people = new Set(letters().map(({ member }) => member))
    expect([...people]).toEqual(expect.arrayContaining([person(CHARGED), person(2)]))
    const keys = new Set<string>()
    const added = (): number => {
      const before = keys.size
      for (const { key } of letters()) keys.add(key)
      return keys.size - before
    }
    // One letter, whether the case moved or what is to hold in it, or both at once.
    expect(added()).toBe(people.size)
    world.pass(3 * DAY)
    expect(added()).toBe(people.size)
    expect(added()).toBe(0)
  })

  it('is in the list of uses of power, without a name', () => {
    const { powers, count } = auditOf(held().entries)
    expect(count).toBe(0)
    expect(powers).toMatchObject([{ power: 'restricted', type: 'vote.close', members: [], rule: 'kept' }])
  })

  it('leaves nothing that names anybody, and misleads no audit without the sealed parts', () => {
    const world = held()
    world.pass(90 * DAY)
    const closed = ({ type }: { readonly type: string }) => ['case.name', 'case.sign'].includes(type)
    expect(imageDigest(replayed(world.entries, closed))).toBe(imageDigest(world.org))
    expect(auditOf(world.entries)).toMatchObject({ count: 0, unchecked: [] })
    expect(auditOf(world.entries, closed).violations).toEqual([])
  })
})
