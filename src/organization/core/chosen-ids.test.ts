import { beforeAll, describe, expect, it } from 'vitest'
import { derivedUuid } from '#kernel/ids'
import { caseIn, caseWorld, charge, find, heard, NORTH, SUSPEND, TEXT } from '../../../test/kit/case-world.ts'
import { election, officeOf, RULE } from '../../../test/kit/election-world.ts'
import { auditOf } from '../../../test/kit/export.ts'
import { carry, DAY, DEBATE, person, uuid, VOTING } from '../../../test/kit/given.ts'
import { makeIssuing, type Issuing, type SecretWorld } from '../../../test/kit/secret-world.ts'

// Ids of motions are chosen by those who propose them. One that is, or will be, that of something else which is voted on must neither stop the
// clerk nor put off that vote.

let issuing: Issuing
beforeAll(async () => {
  issuing = await makeIssuing()
})

const ID = uuid('case')
const EVERYBODY = [...Array(24).keys()]

function propose(world: SecretWorld, motion: string): void {
  const clauses = [{ id: uuid('clause of', motion), text: 'Rent.' }]
  const body = { motion, title: 'Rent', clauses, enactment: { kind: 'resolve' } }
  world.given(person(0), 'motion.propose', body, NORTH)
  world.given(person(1), 'motion.second', { motion })
}

const stageOf = (world: SecretWorld, motion: string) => world.org.motions.motions.get(motion)?.stage.kind

function expectWhole(world: SecretWorld): void {
  expect(new Set(world.entries.map(({ id }) => id)).size).toBe(world.entries.length)
  expect(auditOf(world.entries)).toMatchObject({ count: 0 })
}

describe('a motion under the id of', () => {
  it('a protective measure puts off no vote on it', () => {
    const world = caseWorld(issuing)
    charge(world)
    world.given('nobody', 'case.protect', { case: ID, rights: ['stand'], days: 9, text: TEXT })
    const motion = derivedUuid('case-protection', ID, 0)
    propose(world, motion)
    world.pass(3 * DAY)
    expect(caseIn(world, ID).protection?.stage.kind).toBe('voting')
    world.pass(DEBATE)
    expect(stageOf(world, motion)).toBe('voting')
    world.pass(60 * DAY)
    expectWhole(world)
  })

  it.each([
    ['a case', ID],
    ['its first appeal', derivedUuid('case-appeal', ID, 1)],
    ['its protective measure', derivedUuid('case-protection', ID, 0)],
  ])('%s that is over is voted on like any other', (_what, motion) => {
    const world = caseWorld(issuing)
    charge(world)
    propose(world, motion)
    world.given('nobody', 'case.withdraw', { case: ID })
    world.pass(DEBATE)
    expect(stageOf(world, motion)).toBe('voting')
    world.pass(VOTING)
    expectWhole(world)
  })

  it('a case opens in the same moment as the vote on that case', () => {
    const world = caseWorld(issuing)
    heard(world)
    find(world, ID, SUSPEND)
    world.pass(7 * DAY - DEBATE)
    propose(world, ID)
    world.pass(DEBATE)
    expect(caseIn(world, ID).stage.kind).toBe('voting')
    expect(stageOf(world, ID)).toBe('voting')
    world.pass(VOTING)
    expectWhole(world)
  })

  it('an election that is to come stops neither', () => {
    const world = caseWorld(issuing)
    const office = uuid('office')
    const next = derivedUuid('election', office, 1)
    carry(world, 'Chairs', officeOf(2, { office }), EVERYBODY, uuid('root'))
    expect(election(world).id).toBe(next)
    for (const n of [0, 1, 2])
      world.given(person(n), 'candidate.accept', { election: next, statement: TEXT, commitment: null })
    world.pass(RULE.nominationDays * DAY - DEBATE)
    propose(world, next)
    world.pass(DEBATE)
    expect(world.org.elections.elections.get(next)?.stage.kind).toBe('voting')
    expect(stageOf(world, next)).toBe('voting')
    world.pass(RULE.votingDays * DAY)
    expectWhole(world)
  })
})
