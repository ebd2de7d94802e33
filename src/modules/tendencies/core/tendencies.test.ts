import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '#kernel/canonical'
import { auditOf } from '../../../../test/kit/export.ts'
import {
  adoptLaws,
  carry,
  DAY,
  person,
  ratifiedWorld,
  ROOT,
  RULES,
  SOME_HASH,
  uuid,
  type World,
} from '../../../../test/kit/given.ts'
import type { Tendency } from './index.ts'

const TENDENCY = uuid('tendency')
const OWN: Json = {
  ...{ stance: 'own', point: null, clauses: ['We own what we build.'], salience: 3, rationale: '' },
}
const HELD = { hash: SOME_HASH, length: 40 }

function worldOf(members = 10): World {
  const world = ratifiedWorld(members)
  adoptLaws(world)
  return world
}

function found(world: World, by = 0, name = 'For the commons'): void {
  const body = { tendency: TENDENCY, unit: ROOT, name, platform: [OWN] }
  world.given(person(by), 'tendency.found', body, ROOT)
}

/** Signs and is taken in. */
function join(world: World, n: number, by = 0): void {
  world.given(person(n), 'tendency.sign', { tendency: TENDENCY })
  world.given(person(by), 'tendency.take', { tendency: TENDENCY, member: person(n) })
}

function standing(members = 10, signatories = 3): World {
  const world = worldOf(members)
  found(world)
  for (let n = 1; n < signatories; n++) join(world, n)
  return world
}

function tendency({ org }: World): Tendency {
  return org.tendencies.tendencies.get(TENDENCY)!
}

function change(world: World, by: number, what: Json, name = 'change'): string | undefined {
  const body = { proposal: uuid(name), tendency: TENDENCY, change: what }
  return world.when(person(by), 'tendency.change', body)?.code
}

function agree(world: World, by: number, name = 'change'): string | undefined {
  return world.when(person(by), 'tendency.agree', { tendency: TENDENCY, proposal: uuid(name) })?.code
}

function expectClean(world: World): void {
  expect(auditOf(world.entries).violations).toEqual([])
}

describe('a tendency', () => {
  it('stands from the signature on that makes it have enough', () => {
    const world = worldOf()
    found(world)
    expect(tendency(world)).toMatchObject({ stage: { kind: 'forming' }, needed: 3 })
    join(world, 1)
    expect(tendency(world).stage.kind).toBe('forming')
    join(world, 2)
    expect(tendency(world)).toMatchObject({
      stage: { kind: 'standing' },
      signatories: [0, 1, 2],
      waiting: [],
    })
    expectClean(world)
  })

  it('that never has enough ends by itself', () => {
    const world = worldOf()
    found(world)
    world.pass(60 * DAY)
    expect(tendency(world).stage).toMatchObject({ kind: 'ended', why: 'never-formed' })
    expect(world.when(person(1), 'tendency.sign', { tendency: TENDENCY })).toMatchObject({
      code: 'tendency-ended',
    })
    expectClean(world)
  })

  it('does not exist under the fourth law', () => {
    const world = ratifiedWorld(4)
    const body = { tendency: TENDENCY, unit: ROOT, name: 'For the commons', platform: [OWN] }
    expect(world.when(person(0), 'tendency.found', body, ROOT)).toMatchObject({ code: 'unknown-act' })
  })

  it('takes in whom a signatory takes in, and nobody else', () => {
    const world = standing()
    world.given(person(5), 'tendency.sign', { tendency: TENDENCY })
    expect(world.when(person(5), 'tendency.take', { tendency: TENDENCY, member: person(5) })).toMatchObject({
      code: 'not-signatory',
    })
    expect(world.when(person(0), 'tendency.take', { tendency: TENDENCY, member: person(6) })).toMatchObject({
      code: 'not-waiting',
    })
    world.given(person(5), 'tendency.leave', { tendency: TENDENCY })
    expect(tendency(world)).toMatchObject({ signatories: [0, 1, 2], waiting: [] })
    expectClean(world)
  })
})

describe('a platform', () => {
  it('takes a stance on each point once, and says what each stance needs', () => {
    const world = worldOf()
    carry(world, 'Adopt', { kind: 'program.adopt', as: 'position' }, [0, 1, 2, 3, 4, 5])
    const point = world.org.program.order.values().at(-1) ?? ''
    const why = (...platform: Json[]) =>
      world.when(person(0), 'tendency.found', { tendency: TENDENCY, unit: ROOT, name: 'N', platform }, ROOT)
        ?.code
    const stance = (kind: string, on: string | null, ...clauses: string[]): Json => ({
      ...{ stance: kind, point: on, clauses, salience: 1, rationale: '' },
    })
    expect(why(stance('affirm', point), stance('strike', point))).toBe('stance-twice')
    expect(why(stance('affirm', point, 'Words.'))).toBe('stance-overfull')
    expect(why(stance('change', point))).toBe('stance-empty')
    expect(why(stance('own', point, 'Words.'))).toBe('stance-without-point')
    expect(why(stance('affirm', null))).toBe('stance-without-point')
    expect(why(stance('affirm', uuid('nowhere')))).toBe('unknown-point')
    expect(why(stance('change', point, 'We meet on Fridays.'), stance('own', null, 'Words.'))).toBeUndefined()
    expectClean(world)
  })
})

describe('what a tendency decides about itself', () => {
  it('needs more than half of its signatories', () => {
    const world = standing(10, 4)
    expect(change(world, 0, { kind: 'name', name: 'Another name' })).toBeUndefined()
    expect(agree(world, 1)).toBeUndefined()
    expect(tendency(world).name).toBe('For the commons')
    expect(agree(world, 2)).toBeUndefined()
    expect(tendency(world).name).toBe('Another name')
    expect(agree(world, 3)).toBe('proposal-held')
    expectClean(world)
  })

  it('ends it, and nobody outside has a say', () => {
    const world = standing()
    expect(change(world, 7, { kind: 'end' })).toBe('not-signatory')
    expect(change(world, 0, { kind: 'end' })).toBeUndefined()
    expect(agree(world, 7)).toBe('not-signatory')
    expect(agree(world, 1)).toBeUndefined()
    expect(tendency(world).stage).toMatchObject({ kind: 'ended', why: 'own-decision' })
    world.pass(400 * DAY)
    expectClean(world)
  })
})

describe('too few signatories', () => {
  it('end a tendency after the time that the rules set, and not before', () => {
    const world = standing()
    world.given(person(2), 'tendency.leave', { tendency: TENDENCY })
    world.pass(90 * DAY)
    expect(tendency(world).stage.kind).toBe('below')
    world.pass(89 * DAY)
    expect(tendency(world).stage.kind).toBe('below')
    world.pass(DAY)
    expect(tendency(world).stage).toMatchObject({ kind: 'ended', why: 'too-few' })
    expectClean(world)
  })

  it('are mended by one who signs in time', () => {
    const world = standing()
    world.given(person(2), 'member.resign', { erase: false })
    world.pass(90 * DAY)
    expect(tendency(world).stage.kind).toBe('below')
    join(world, 4)
    world.pass(90 * DAY)
    expect(tendency(world).stage.kind).toBe('standing')
    expectClean(world)
  })
})

describe('beside a motion', () => {
  it('a signatory speaks for it until the motion is decided, in the same space for each', () => {
    const world = standing()
    const body = { motion: uuid('m'), title: 'Buy', clauses: [{ id: uuid('c'), text: 'Buy.' }] }
    world.given(person(5), 'motion.propose', { ...body, enactment: { kind: 'resolve' } }, ROOT)
    const say = (by: number, length = 40) => {
      const said = { tendency: TENDENCY, motion: uuid('m'), text: { ...HELD, length } }
      return world.when(person(by), 'tendency.state', said)?.code
    }
    expect(say(5)).toBe('not-signatory')
    expect(say(1, 5001)).toBe('statement-too-long')
    expect(say(1)).toBeUndefined()
    expect(say(2)).toBeUndefined()
    expect(world.org.tendencies.statements.get(uuid('m'))).toMatchObject([{ tendency: TENDENCY, by: 2 }])
    world.given(person(5), 'motion.withdraw', { motion: uuid('m') })
    expect(say(1)).toBe('statement-late')
    expectClean(world)
  })
})

describe('under the name of a tendency', () => {
  it('its signatories report on a decision, and nobody else', () => {
    const world = standing()
    const motion = carry(world, 'Buy', { kind: 'resolve' }, [3, 4, 5, 6, 7])
    const report = (by: number, name: string) => {
      const body = { report: uuid(name), motion, text: 'Too dear.', tendency: TENDENCY }
      return world.when(person(by), 'report.file', body)?.code
    }
    expect(report(5, 'theirs')).toBe('not-signatory')
    expect(report(1, 'ours')).toBeUndefined()
    expect(world.org.motions.reports.get(uuid('ours'))).toMatchObject({ tendency: TENDENCY })
    expectClean(world)
  })

  it('its signatories stand for an office, and nobody else', () => {
    const world = standing()
    const terms = { seats: 1, days: 366, termsMost: 2, duties: [], council: null }
    const open = { kind: 'office.open', office: uuid('office'), title: 'Treasurer', ...terms }
    carry(world, 'Open', open, [0, 1, 2, 3, 4, 5])
    const election = [...world.org.elections.elections.keys()].at(-1) ?? ''
    const stand = (by: number) => {
      const body = { election, statement: HELD, commitment: null, tendency: TENDENCY }
      return world.when(person(by), 'candidate.accept', body)?.code
    }
    expect(stand(5)).toBe('not-signatory')
    expect(stand(1)).toBeUndefined()
    expect(world.org.elections.elections.get(election)?.candidates).toMatchObject([{ tendency: TENDENCY }])
    expectClean(world)
  })

  it('nobody does before it stands', () => {
    const world = worldOf()
    found(world)
    const motion = carry(world, 'Buy', { kind: 'resolve' }, [3, 4, 5, 6, 7])
    const body = { report: uuid('ours'), motion, text: 'Too dear.', tendency: TENDENCY }
    expect(world.when(person(0), 'report.file', body)).toMatchObject({ code: 'tendency-forming' })
  })
})

describe('a hostile majority', () => {
  it('cannot ask for more signatories, or end a tendency sooner, by any rules', () => {
    const world = standing()
    const rules = (more: Json): Json => ({
      ...{ kind: 'rules.adopt', rules: { ...RULES, tendencies: more } as unknown as Json },
    })
    for (const more of [
      { members: 4, share: '1/50', belowDays: 90 },
      { members: 3, share: '1/10', belowDays: 90 },
      { members: 3, share: '1/50', belowDays: 1 },
    ]) {
      const motion = { motion: uuid('against'), title: 'T', clauses: [{ id: uuid('c'), text: 'T.' }] }
      const act = { ...motion, enactment: rules(more) }
      expect(world.when(person(5), 'motion.propose', act, ROOT)).toMatchObject({
        code: 'rules-outside-bounds',
      })
    }
  })

  it('cannot change, rename or end it, whatever it tries', () => {
    const ACTS = ['sign', 'take', 'leave', 'change', 'agree', 'review', 'state'] as const
    const tried = fc.record({
      by: fc.integer({ min: 3, max: 9 }),
      act: fc.constantFrom(...ACTS),
      about: fc.integer({ min: 0, max: 9 }),
      kind: fc.constantFrom('platform', 'name', 'end'),
      days: fc.integer({ min: 0, max: 40 }),
    })
    fc.assert(
      fc.property(fc.array(tried, { maxLength: 40 }), (list) => {
        const world = standing()
        for (const { by, act, about, kind, days } of list) {
          const changes: Record<string, Json> = {
            platform: { kind, platform: [{ ...(OWN as object), clauses: ['We own nothing.'] }] },
            name: { kind, name: 'Nothing' },
            end: { kind },
          }
          const bodies: Record<(typeof ACTS)[number], Json> = {
            sign: { tendency: TENDENCY },
            take: { tendency: TENDENCY, member: person(about) },
            leave: { tendency: TENDENCY },
            change: { proposal: uuid('p', by), tendency: TENDENCY, change: changes[kind] ?? null },
            agree: { tendency: TENDENCY, proposal: uuid('p', about) },
            review: { tendency: TENDENCY, signatories: 0 },
            state: { tendency: TENDENCY, motion: uuid('m'), text: HELD },
          }
          world.when(person(by), `tendency.${act}`, bodies[act])
          world.pass(days * DAY)
        }
        expect(tendency(world)).toMatchObject({
          ...{
            name: 'For the commons',
            platform: [OWN],
            signatories: [0, 1, 2],
            stage: { kind: 'standing' },
          },
        })
        expectClean(world)
      }),
      { numRuns: 60 },
    )
  })
})
