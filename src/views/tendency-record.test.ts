import { describe, expect, it } from 'vitest'
import { election, opened, rank, RULE, stand, STATEMENT } from '../../test/kit/election-world.ts'
import {
  castAll,
  DAY,
  DEBATE,
  inDebate,
  person,
  ROOT,
  uuid,
  VOTING,
  type World,
} from '../../test/kit/given.ts'
import { recordOf } from './tendency-record.server.ts'

const TENDENCY = uuid('tendency')
const OTHER = uuid('other')

/** A committee of three is to be elected, and a tendency of members 0 to 2 stands. */
function standing(): World {
  const world = opened(10, 3)
  const platform = [
    { stance: 'own', point: null, clauses: ['We own what we build.'], salience: 3, rationale: '' },
  ]
  for (const [by, tendency] of [
    [0, TENDENCY],
    [9, OTHER],
  ] as const)
    world.given(person(by), 'tendency.found', { tendency, unit: ROOT, name: tendency, platform }, ROOT)
  for (const n of [1, 2]) {
    world.given(person(n), 'tendency.sign', { tendency: TENDENCY })
    world.given(person(0), 'tendency.take', { tendency: TENDENCY, member: person(n) })
  }
  return world
}

function standUnder(world: World, n: number): void {
  const body = { election: election(world).id, statement: STATEMENT, commitment: null, tendency: TENDENCY }
  world.given(person(n), 'candidate.accept', body)
}

describe('the record of a tendency', () => {
  it('has the first choices for who stood under its name, and the seats that they won', () => {
    const world = standing()
    for (const n of [0, 1]) standUnder(world, n)
    for (const n of [2, 5, 6, 7]) stand(world, n)
    const [before] = recordOf(world.org, TENDENCY).elections
    expect(before).toMatchObject({ seats: 3, standing: 2, won: null, votes: null })
    world.pass(RULE.nominationDays * DAY)
    rank(world, { 0: [0, 1], 1: [0], 2: [0, 5], 3: [2, 0], 5: [5], 6: [5, 6], 7: [5], 8: [6], 9: [2] })
    expect(recordOf(world.org, TENDENCY).elections[0]?.votes).toBeNull()
    world.pass(RULE.votingDays * DAY)
    expect(recordOf(world.org, TENDENCY).elections).toMatchObject([
      { office: 'Steering committee', number: 1, won: 1, votes: { first: 3, ballots: 9 } },
    ])
    expect(recordOf(world.org, OTHER)).toEqual({ motions: [], elections: [] })
  })

  it('has the motions on which something was done under its name, and what came of it', () => {
    const world = standing()
    const motion = inDebate(world, 'Meet', { kind: 'resolve' }, ['We meet.'])
    const changes = [{ kind: 'insert', after: null, clause: uuid('new'), text: 'Twice a month.' }]
    const amendment = { amendment: uuid('amendment'), motion, changes, reason: null }
    world.given(person(0), 'amendment.propose', { ...amendment, tendency: TENDENCY })
    const text = { hash: STATEMENT.hash, length: 5 }
    world.given(person(1), 'tendency.state', { tendency: TENDENCY, motion, text }, ROOT)
    const spoke = world.now
    expect(recordOf(world.org, TENDENCY).motions).toMatchObject([
      { id: motion, stage: 'debate', spoke, reports: 0, amendments: [{ number: 1, stage: 'proposed' }] },
    ])
    world.pass(DEBATE)
    castAll(world, { 5: ['no'], 6: ['no'] })
    world.pass(VOTING)
    castAll(world, { 5: ['yes'], 6: ['yes'] })
    world.pass(VOTING)
    world.given(person(2), 'report.file', {
      ...{ report: uuid('report'), motion, text: 'Once is too little.', tendency: TENDENCY },
    })
    inDebate(world, 'Other', { kind: 'resolve' }, ['We sing.'])
    expect(recordOf(world.org, TENDENCY).motions).toMatchObject([
      { id: motion, outcome: 'adopted', spoke, reports: 1, amendments: [{ number: 1, stage: 'rejected' }] },
    ])
    expect(recordOf(world.org, OTHER).motions).toEqual([])
  })
})
