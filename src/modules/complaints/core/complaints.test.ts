import { describe, expect, it } from 'vitest'
import { toBase64 } from '#kernel/bytes'
import type { Json } from '#kernel/canonical'
import { isOnRoll } from '#modules/voting/core'
import { imageDigest, NEWEST_LAW } from '#organization'
import { elected, officeOf, worldOf } from '../../../../test/kit/election-world.ts'
import { auditOf } from '../../../../test/kit/export.ts'
import {
  carry,
  DAY,
  inDebate,
  person,
  ROOT,
  SOME_HASH,
  uuid,
  type World,
} from '../../../../test/kit/given.ts'
import { replayed } from '../../../../test/kit/replay.ts'
import { commitmentToComplaint, readsComplaint, roleInComplaint, type Complaint } from './index.ts'

const ID = uuid('complaint')
const SALT = toBase64(new Uint8Array(16).fill(4))
const TEXT = { hash: SOME_HASH, length: 5 }
const SEALED = ['complaint.name', 'complaint.write']

/** Members 0 and 1 are elected for complaints. */
function persons(): World {
  return elected({ duties: ['complaints'] })
}

interface Made {
  readonly complainant?: number
  readonly about?: number
  readonly representative?: number | null
  readonly to?: readonly number[]
  readonly id?: string
}

function nameBody({
  complainant = 4,
  about = 5,
  representative = null,
  to = [0, 1],
  id = ID,
}: Made = {}): Json {
  return {
    ...{ complaint: id, unit: ROOT, complainant: person(complainant), about: person(about), salt: SALT },
    representative: representative === null ? null : person(representative),
    ...{ to: to.map(person), text: TEXT },
  }
}

function openBody({ complainant = 4, about = 5, to = [0, 1], id = ID }: Made = {}): Json {
  const commitment = commitmentToComplaint(id, person(complainant), person(about), SALT)
  return { complaint: id, unit: ROOT, commitment, persons: to.length }
}

function complain(world: World, made: Made = {}): World {
  world.given('nobody', 'complaint.name', nameBody(made))
  world.given('nobody', 'complaint.open', openBody(made))
  return world
}

function refused(world: World, made: Made): string | undefined {
  return world.when('nobody', 'complaint.name', nameBody(made))?.code
}

function complaint({ org }: World): Complaint {
  return org.complaints.complaints.get(ID)!
}

function act(world: World, what: string, more: Record<string, Json> = {}, by = 'nobody'): string | undefined {
  return world.when(by, `complaint.${what}`, { complaint: ID, ...more })?.code
}

function role(world: World, n: number): string | undefined {
  return roleInComplaint(world.org, ID, n, world.now)
}

describe('an office for complaints', () => {
  it('has two seats at least, sends nobody to a council, and is never given by motion', () => {
    const world = worldOf(6)
    const clauses = [{ id: uuid('c'), text: 'Open.' }]
    const why = (enactment: Json) =>
      world.when(person(0), 'motion.propose', { motion: uuid('m'), title: 'T', clauses, enactment })?.code
    expect(why(officeOf(1, { duties: ['complaints'] }))).toBe('complaint-persons-few')
    const give = {
      kind: 'mandate.give',
      mandate: uuid('g'),
      office: 'O',
      duties: ['complaints'],
      council: null,
    }
    expect(why({ ...give, member: person(1), days: 30 })).toBe('complaint-persons-few')
    expect(inDebate(world, 'Two', officeOf(2, { duties: ['complaints'] }), ['Two.'])).toBeDefined()
  })
})

describe('a complaint', () => {
  it('goes to those elected, in their order, and the record names nobody', () => {
    const world = complain(persons())
    expect(complaint(world)).toMatchObject({ number: 1, persons: 2, stage: { kind: 'asked', step: 0 } })
    const open = world.entries.filter(({ type }) => type.startsWith('complaint.') && !SEALED.includes(type))
    expect(JSON.stringify(open)).not.toMatch(/m-\d/)
    expect(world.entries.filter(({ type }) => type.startsWith('complaint.')).map(({ by }) => by)).toEqual([
      'nobody',
      'nobody',
    ])
  })

  it('is refused where nobody is elected, about oneself, and to persons of somebody’s choice', () => {
    expect(refused(worldOf(6), { to: [0] })).toBe('no-complaint-persons')
    const world = persons()
    expect(refused(world, { about: 4 })).toBe('complains-of-oneself')
    expect(refused(world, { representative: 5 })).toBe('represented-by-party')
    expect(refused(world, { to: [1, 0] })).toBe('wrong-result')
    expect(refused(world, { to: [1] })).toBe('wrong-result')
    // About one of those elected it goes to the other only.
    expect(refused(world, { about: 0 })).toBe('wrong-result')
    expect(refused(world, { about: 0, to: [1] })).toBeUndefined()
  })

  it('has a public part that fits the sealed one, which goes before', () => {
    const world = persons()
    expect(world.when('nobody', 'complaint.open', openBody())?.code).toBe('sealed-part-missing')
    world.given('nobody', 'complaint.name', nameBody())
    expect(world.when('nobody', 'complaint.open', openBody({ about: 6 }))?.code).toBe('wrong-result')
    expect(world.when('nobody', 'complaint.open', openBody({ to: [0] }))?.code).toBe('wrong-result')
    expect(world.when(person(4), 'complaint.open', openBody())?.code).toBe('not-for-you')
  })

  it('that nobody answers goes to the next, and is unanswered when all were asked', () => {
    const world = complain(persons())
    expect([role(world, 0), role(world, 1)]).toEqual(['person', undefined])
    world.pass(3 * DAY)
    expect(complaint(world).stage).toMatchObject({ kind: 'asked', step: 1 })
    expect([role(world, 0), role(world, 1)]).toEqual(['person', 'person'])
    world.pass(3 * DAY)
    expect(complaint(world).stage.kind).toBe('unanswered')
    // It can still be answered.
    expect(act(world, 'take')).toBeUndefined()
    expect(complaint(world).stage.kind).toBe('taken')
    world.pass(30 * DAY)
    expect(complaint(world).stage.kind).toBe('taken')
    expect(act(world, 'take')).toBe('complaint-elsewhere')
  })

  it('is read by whoever complains, who speaks for them and who was asked: by nobody else', () => {
    const world = complain(persons(), { representative: 7 })
    const roles = Array.from({ length: 10 }, (_, n) => role(world, n))
    expect(roles).toEqual([
      ...['person', undefined, undefined, undefined, 'complainant'],
      ...[undefined, undefined, 'representative', undefined, undefined],
    ])
    expect([0, 4, 7, 5].map((n) => readsComplaint(roleInComplaint(world.org, ID, n, world.now)))).toEqual([
      ...[true, true, true, false],
    ])
  })

  it('takes words of those concerned only', () => {
    const world = complain(persons(), { representative: 7 })
    for (const n of [4, 7, 0]) expect(act(world, 'write', { by: person(n), text: TEXT })).toBeUndefined()
    for (const n of [5, 8]) expect(act(world, 'write', { by: person(n), text: TEXT })).toBe('not-concerned')
  })

  it('can be ended by nobody but those concerned, and names nobody any more', () => {
    const world = complain(persons())
    world.given('nobody', 'complaint.close', { complaint: ID, how: 'settled' })
    expect(complaint(world).stage).toMatchObject({ kind: 'ended', how: 'settled' })
    expect(world.org.complaints.matters.size).toBe(0)
    for (const n of [0, 4, 5]) expect(role(world, n)).toBeUndefined()
    expect(act(world, 'take')).toBe('complaint-elsewhere')
    expect(act(world, 'write', { by: person(4), text: TEXT })).toBe('complaint-elsewhere')
    world.pass(30 * DAY)
  })

  it('does not exist under the fifth law', () => {
    const world = complain(persons())
    const types = new Set(
      world.entries.filter(({ type }) => type.startsWith('complaint')).map(({ law }) => law),
    )
    expect([...types]).toEqual([NEWEST_LAW])
    expect(NEWEST_LAW).toBeGreaterThan(5)
  })
})

describe('a separation', () => {
  it('is ordered once, for fourteen days at the most, by a complaint that was answered', () => {
    const world = complain(persons())
    expect(act(world, 'separate', { days: 7 })).toBe('complaint-elsewhere')
    world.given('nobody', 'complaint.take', { complaint: ID })
    expect(act(world, 'separate', { days: 15 })).toBe('malformed')
    expect(act(world, 'separate', { days: 14 })).toBeUndefined()
    expect(act(world, 'separate', { days: 1 })).toBe('separated-already')
    expect(role(world, 5)).toBe('apart')
    world.pass(14 * DAY)
    expect(role(world, 5)).toBeUndefined()
  })

  it('is listed by an audit among the uses of power, and names nobody', () => {
    const world = complain(persons())
    world.given('nobody', 'complaint.take', { complaint: ID })
    world.given('nobody', 'complaint.separate', { complaint: ID, days: 14 })
    const hidden = ({ type }: { readonly type: string }): boolean => SEALED.includes(type)
    for (const report of [auditOf(world.entries), auditOf(world.entries, hidden)])
      expect(report.powers).toMatchObject([{ power: 'separated', by: 'nobody', members: [], rule: 'kept' }])
  })

  it('takes no vote from anybody', () => {
    const world = complain(persons())
    world.given('nobody', 'complaint.take', { complaint: ID })
    world.given('nobody', 'complaint.separate', { complaint: ID, days: 14 })
    for (const n of [4, 5]) expect(isOnRoll(world.org, ROOT, n, world.now)).toBe(true)
    carry(world, 'Something', { kind: 'resolve' }, [0, 1, 2, 3, 4, 5])
  })
})

describe('what is sealed in a complaint', () => {
  it('leaves nothing behind: with and without it the ended record comes to the same organization', () => {
    const world = complain(persons(), { representative: 7 })
    world.given('nobody', 'complaint.write', { complaint: ID, by: person(0), text: TEXT })
    const isSealed = ({ type }: { readonly type: string }): boolean => SEALED.includes(type)
    expect(imageDigest(replayed(world.entries, isSealed))).not.toBe(imageDigest(world.org))
    world.given('nobody', 'complaint.take', { complaint: ID })
    world.given('nobody', 'complaint.separate', { complaint: ID, days: 14 })
    world.given('nobody', 'complaint.close', { complaint: ID, how: 'withdrawn' })
    expect(imageDigest(replayed(world.entries, isSealed))).toBe(imageDigest(world.org))
    expect(imageDigest(replayed(world.entries))).toBe(imageDigest(world.org))
  })

  it('is not needed by an audit, with the sealed parts and without', () => {
    const world = complain(persons())
    world.pass(3 * DAY)
    world.given('nobody', 'complaint.take', { complaint: ID })
    expect(auditOf(world.entries).violations).toEqual([])
    expect(auditOf(world.entries, ({ type }) => SEALED.includes(type)).violations).toEqual([])
    world.given('nobody', 'complaint.close', { complaint: ID, how: 'settled' })
    expect(auditOf(world.entries, ({ type }) => SEALED.includes(type)).violations).toEqual([])
  })
})
