import { describe, expect, test } from 'vitest'
import { auditOf } from '../../../../test/kit/export.ts'
import {
  DAY,
  HOUR,
  person,
  ratifiedWorld,
  ROOT,
  RULES,
  SOME_HASH,
  uuid,
  inDebate,
  castAll,
  type World,
} from '../../../../test/kit/given.ts'
import { proofOf } from './secret.ts'

// Persons 0 and 1 keep the roll; 5 is locked out.

const { request, proof } = proofOf('0000-1111-2222-3333')
const LOST = person(5)
const about = { request, member: LOST }

/** A world of the second law, in which ten members live in one place. */
function lawTwo(members = 10): World {
  const world = ratifiedWorld(members)
  world.given('clerk', 'law.adopt', { law: 2 })
  return world
}

function vouched(...vouchers: readonly number[]): World {
  const world = lawTwo()
  for (const n of vouchers) world.given(person(n), 'recovery.vouch', about)
  return world
}

function ripe(): World {
  const world = vouched(2, 3)
  world.pass(72 * HOUR)
  return world
}

const stageOf = ({ org }: World) => org.recoveries.open.get(request)?.stage.kind

test('two vouch, 72 hours pass, and whoever has the code comes back in, once', () => {
  const world = vouched(2)
  expect(stageOf(world)).toBe('vouching')
  world.given(person(3), 'recovery.vouch', about)
  expect(stageOf(world)).toBe('waiting')
  world.pass(72 * HOUR - 1)
  expect(world.when('nobody', 'recovery.complete', { ...about, proof })).toMatchObject({
    code: 'recovery-not-ripe',
  })
  world.pass(1)
  expect(stageOf(world)).toBe('ripe')
  world.given('nobody', 'recovery.complete', { ...about, proof })
  expect(stageOf(world)).toBeUndefined()
  expect(world.when('nobody', 'recovery.complete', { ...about, proof })).toMatchObject({
    code: 'unknown-recovery',
  })
  expect(auditOf(world.entries)).toMatchObject({ count: 0, unchecked: [] })
})

test('there is no such act under the first law', () => {
  const world = ratifiedWorld(10)
  expect(world.when(person(2), 'recovery.vouch', about)).toMatchObject({ code: 'unknown-act' })
})

describe('a voucher', () => {
  test('is not the member, and vouches once for them, whatever the request', () => {
    const world = vouched(2)
    const other = { ...about, request: proofOf('4444-5555-6666-7777').request }
    expect(world.when(LOST, 'recovery.vouch', about)).toMatchObject({ code: 'recovery-own' })
    expect(world.when(person(2), 'recovery.vouch', about)).toMatchObject({ code: 'vouched-already' })
    expect(world.when(person(2), 'recovery.vouch', other)).toMatchObject({ code: 'vouched-already' })
    expect(world.when(person(3), 'recovery.vouch', { ...about, member: person(6) })).toMatchObject({
      code: 'recovery-of-another',
    })
  })

  test('is a member: neither nobody, nor the clerk, nor who resigned or whose standing lapsed', () => {
    const world = lawTwo()
    world.given(person(2), 'member.resign', { erase: false })
    const reason = { hash: SOME_HASH, length: 5 }
    world.given(person(0), 'standing.notice', { member: person(3), reason })
    world.pass(RULES.standingDays * DAY)
    for (const [by, code] of [
      [person(2), 'not-a-member'],
      [person(3), 'standing-lapsed'],
      ['nobody', 'not-for-you'],
      ['clerk', 'not-for-you'],
      [person(77), 'not-a-member'],
    ] as const)
      expect(world.when(by, 'recovery.vouch', about)).toMatchObject({ code })
  })

  test('has a vote: whoever was admitted yesterday opens no door', () => {
    const world = lawTwo()
    const puppet = person(50)
    world.given('nobody', 'member.apply', { member: puppet, home: ROOT, details: SOME_HASH })
    world.given(person(0), 'member.vouch', { member: puppet })
    world.given(person(0), 'member.admit', { member: puppet })
    expect(world.when(puppet, 'recovery.vouch', about)).toMatchObject({ code: 'no-vote-yet' })
    world.pass(RULES.admissionDays * DAY)
    expect(world.when(puppet, 'recovery.vouch', about)).toBeUndefined()
  })

  test('keeps the roll at most one of the two', () => {
    const world = vouched(0)
    expect(world.when(person(1), 'recovery.vouch', about)).toMatchObject({ code: 'recovery-keepers' })
    expect(world.when(person(2), 'recovery.vouch', about)).toBeUndefined()
  })

  test('is no third', () => {
    expect(vouched(2, 3).when(person(4), 'recovery.vouch', about)).toMatchObject({ code: 'recovery-vouched' })
  })

  test('lives where the member can be known', () => {
    const world = lawTwo()
    const [east, street] = [uuid('east'), uuid('street')]
    for (const [unit, parent] of [
      [east, ROOT],
      [street, east],
    ] as const) {
      const form = {
        kind: 'unit.form',
        unit,
        name: `Unit ${unit.slice(0, 4)}`,
        as: 'place',
        parent,
        decidedBy: 'members',
      }
      inDebate(world, unit, form, ['We form it.'], parent)
      world.pass(RULES.debateHours * HOUR)
      castAll(
        world,
        Object.fromEntries(Array.from({ length: parent === ROOT ? 10 : 3 }, (_, n) => [n, ['yes']])),
      )
      world.pass(RULES.votingHours * HOUR)
      for (const n of parent === ROOT ? [0, 1, 2, 5] : [5])
        world.given(person(n), 'member.move', { home: unit })
      world.pass(RULES.admissionDays * DAY)
    }
    expect(world.when(person(7), 'recovery.vouch', about)).toMatchObject({ code: 'recovery-far' })
    expect(world.when(person(2), 'recovery.vouch', about)).toBeUndefined()
  })
})

describe('a recovery is stopped', () => {
  test.each([
    ['the member', LOST],
    ['the first voucher', person(2)],
    ['the second voucher', person(3)],
  ])('by %s, also when it is ripe, and cannot be used any more', (_, by) => {
    for (const world of [vouched(2, 3), ripe()]) {
      world.given(by, 'recovery.cancel', about)
      world.pass(30 * DAY)
      expect(world.when('nobody', 'recovery.complete', { ...about, proof })).toMatchObject({
        code: 'unknown-recovery',
      })
    }
  })

  test('by nobody else: no keeper of the roll, no clerk, no stranger', () => {
    const world = vouched(2, 3)
    for (const by of [person(0), person(4)])
      expect(world.when(by, 'recovery.cancel', about)).toMatchObject({ code: 'recovery-not-yours' })
    for (const by of ['clerk', 'nobody'])
      expect(world.when(by, 'recovery.cancel', about)).toMatchObject({ code: 'not-for-you' })
  })

  test('by time: a voucher alone waits 14 days, what is ripe as long', () => {
    const world = vouched(2)
    world.pass(14 * DAY)
    expect(stageOf(world)).toBeUndefined()
    const late = ripe()
    late.pass(14 * DAY)
    expect(late.when('nobody', 'recovery.complete', { ...about, proof })).toMatchObject({
      code: 'unknown-recovery',
    })
  })
})

describe('it is used', () => {
  test('with the code and by nobody who only knows the record', () => {
    const world = ripe()
    for (const wrong of [request, SOME_HASH, proofOf('0000-1111-2222-3334').proof])
      expect(world.when('nobody', 'recovery.complete', { ...about, proof: wrong })).toMatchObject({
        code: 'recovery-proof-wrong',
      })
    for (const by of ['clerk', person(0), LOST])
      expect(world.when(by, 'recovery.complete', { ...about, proof })).toMatchObject({ code: 'not-for-you' })
    expect(world.when('nobody', 'recovery.complete', { ...about, member: person(6), proof })).toMatchObject({
      code: 'unknown-recovery',
    })
  })

  test('before its time by nobody, the clerk included', () => {
    const world = vouched(2, 3)
    expect(world.when('clerk', 'recovery.ripen', about)).toMatchObject({ code: 'recovery-not-due' })
    expect(world.when('clerk', 'recovery.lapse', about)).toMatchObject({ code: 'recovery-not-due' })
    expect(world.when(person(0), 'recovery.ripen', about)).toMatchObject({ code: 'not-for-you' })
  })

  test('not where a voucher has left meanwhile', () => {
    const world = vouched(2, 3)
    world.given(person(3), 'member.resign', { erase: false })
    world.pass(72 * HOUR)
    expect(world.when('nobody', 'recovery.complete', { ...about, proof })).toMatchObject({
      code: 'recovery-voucher-gone',
    })
  })

  test('not by a member who has left or was erased', () => {
    const world = vouched(2, 3)
    world.given(LOST, 'member.resign', { erase: true })
    world.pass(72 * HOUR)
    expect(world.when('nobody', 'recovery.complete', { ...about, proof })).toMatchObject({
      code: 'wrong-status',
    })
    expect(world.when(person(4), 'recovery.vouch', { ...about, request: SOME_HASH })).toMatchObject({
      code: 'wrong-status',
    })
    world.pass(14 * DAY)
    expect(stageOf(world)).toBeUndefined()
  })

  test('and ends whatever else was under way for the member', () => {
    const world = ripe()
    const other = proofOf('4444-5555-6666-7777')
    world.given(person(4), 'recovery.vouch', { request: other.request, member: LOST })
    world.given('nobody', 'recovery.complete', { ...about, proof })
    expect(world.org.recoveries.open.size).toBe(0)
  })
})

test('who vouched is closed to other members, and nothing else becomes doubtful by that', () => {
  const world = ripe()
  world.given('nobody', 'recovery.complete', { ...about, proof })
  inDebate(world, 'after', { kind: 'resolve' }, ['We go on.'])
  const report = auditOf(world.entries, ({ type }) => type === 'recovery.vouch')
  expect(report.violations).toEqual([])
  expect(report.closed).toEqual({ 'recovery.vouch': 2 })
  const forged = world.entries.map((entry) =>
    entry.type === 'motion.propose' ? { ...entry, by: person(99) } : entry,
  )
  expect(auditOf(forged, ({ type }) => type === 'recovery.vouch').count).toBeGreaterThan(0)
})

test('an organization without a recovery has the image it had before there were any', () => {
  expect(JSON.parse(JSON.stringify(lawTwo().org))).not.toHaveProperty('recoveries')
})
