import { describe, expect, it } from 'vitest'
import type { Json } from '#kernel/canonical'
import { statusOf } from '#modules/members/core'
import { auditOf } from '../../../../test/kit/export.ts'
import {
  adoptLaws,
  carry,
  DAY,
  inDebate,
  person,
  ratifiedWorld,
  ROOT,
  SOME_HASH,
  uuid,
  type World,
} from '../../../../test/kit/given.ts'
import type { Appeal } from './index.ts'

const ALL = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
const [AUTHOR, MODERATOR] = [3, 9]
const HELD = { hash: SOME_HASH, length: 40 }
const MOTION = uuid('motion', 'Rooms')
const SPEECH = { kind: 'speech', about: MOTION, id: uuid('speech'), text: SOME_HASH }
const APPEAL = uuid('appeal')

/** A speech in a debate that a moderator hid. */
function hidden(): World {
  const world = ratifiedWorld(20)
  adoptLaws(world)
  carry(world, 'Nobody is insulted', { kind: 'conduct.adopt' }, ALL)
  const office = {
    office: 'Moderator',
    duties: ['moderation'],
    council: null,
    member: person(MODERATOR),
    days: 300,
  }
  carry(world, 'Moderator', { kind: 'mandate.give', mandate: uuid('moderator'), ...office }, ALL)
  inDebate(world, 'Rooms', { kind: 'resolve' }, ['Rooms.'])
  const body = { speech: uuid('speech'), motion: MOTION, side: 'against', text: HELD }
  world.given(person(AUTHOR), 'speech.give', body)
  hide(world)
  return world
}

function hide(world: World): void {
  const rule = { unit: ROOT, version: 1, number: 1 }
  world.given(person(MODERATOR), 'text.hide', { ...SPEECH, rule, reason: 'An insult.' })
}

function appeal(world: World, by = AUTHOR, more: Readonly<Record<string, Json>> = {}): string | undefined {
  return world.when(person(by), 'hiding.appeal', { appeal: APPEAL, ...SPEECH, reason: HELD, ...more })?.code
}

function appealOf({ org }: World): Appeal {
  return org.appeals.appeals.get(APPEAL)!
}

/** Whoever is drawn takes the seat, and two of three agree. */
function decide(world: World, grant: boolean): void {
  const { panel } = appealOf(world)
  const of = () => world.org.panels.panels.get(panel)!
  world.pass(5 * DAY)
  for (let n = 0; of().stage.kind === 'seating' && n < 20; n++) {
    for (const { member, accepted } of of().seats)
      if (accepted === null && world.when(member, 'panel.accept', { panel }) !== undefined)
        world.given(member, 'panel.recuse', { panel })
  }
  world.pass(2 * DAY)
  const [first = '', second = ''] = of().seats.map(({ member }) => member)
  const proposal = uuid('finding')
  world.given(first, 'panel.propose', { panel, proposal, outcome: { grant }, reasons: HELD })
  world.given(second, 'panel.agree', { panel, proposal })
}

function stageOf({ org }: World) {
  return org.moderation.marked.get(SOME_HASH)?.hidings.at(-1)?.stage
}

function expectClean(world: World): void {
  expect(auditOf(world.entries).violations).toEqual([])
}

describe('an appeal against hiding a text', () => {
  it('goes to a panel of three that is drawn from members who are not involved', () => {
    const world = hidden()
    expect(appeal(world)).toBeUndefined()
    const panel = world.org.panels.panels.get(appealOf(world).panel)
    expect(panel).toMatchObject({
      ...{ size: 3, asked: ROOT, subject: { kind: 'appeal', id: APPEAL } },
      sides: [
        { name: 'member', members: [person(AUTHOR)] },
        { name: 'officer', members: [person(MODERATOR)] },
      ],
    })
    // Who appeals, who hid it, and who moved and seconded the motion.
    expect([...(panel?.excluded ?? [])].sort()).toEqual([0, 1, AUTHOR, MODERATOR].map(person))
    expectClean(world)
  })

  it('restores the text where the panel grants it, and then for good', () => {
    const world = hidden()
    appeal(world)
    decide(world, true)
    expect(appealOf(world).stage).toMatchObject({ kind: 'granted', how: 'panel' })
    expect(stageOf(world)).toMatchObject({ kind: 'restored', how: 'panel' })
    const rule = { unit: ROOT, version: 1, number: 1 }
    const again = world.when(person(MODERATOR), 'text.hide', { ...SPEECH, rule, reason: 'Still.' })
    expect(again).toMatchObject({ code: 'restored-before' })
    expectClean(world)
  })

  it('leaves it hidden where the panel upholds that', () => {
    const world = hidden()
    appeal(world)
    decide(world, false)
    expect(appealOf(world).stage).toMatchObject({ kind: 'upheld' })
    expect(stageOf(world)).toMatchObject({ kind: 'hidden' })
    expect(appeal(world, AUTHOR, { appeal: uuid('again') })).toBe('appealed-already')
    expectClean(world)
  })

  it('restores it where no panel decides in time', () => {
    const world = hidden()
    appeal(world)
    world.pass(120 * DAY)
    expect(appealOf(world).stage).toMatchObject({ kind: 'granted', how: 'no-decision' })
    expect(stageOf(world)).toMatchObject({ kind: 'restored', how: 'no-decision' })
    expectClean(world)
  })

  it('is its author’s alone, within thirty days', () => {
    const world = hidden()
    expect(appeal(world, 4)).toBe('not-your-text')
    expect(appeal(world, MODERATOR)).toBe('not-your-text')
    expect(appeal(world, AUTHOR, { text: uuid('other') })).toBe('not-hidden')
    expect(appeal(world, AUTHOR, { id: uuid('other') })).toBe('unknown-text')
    world.pass(30 * DAY)
    expect(appeal(world)).toBe('appeal-late')
    expectClean(world)
  })

  it('is moot once the moderator lifted it, and the panel finds nothing', () => {
    const world = hidden()
    appeal(world)
    world.given(person(MODERATOR), 'text.lift', SPEECH)
    world.pass(120 * DAY)
    expect(stageOf(world)).toMatchObject({ how: 'lifted' })
    expect(appeal(world, AUTHOR, { appeal: uuid('again') })).toBe('not-hidden')
    expectClean(world)
  })

  it('is judged by no colleague of the moderator', () => {
    const world = hidden()
    world.pass(15 * DAY)
    const office = { office: 'Second', duties: ['moderation'], council: null, member: person(8), days: 300 }
    carry(world, 'Second', { kind: 'mandate.give', mandate: uuid('second'), ...office }, ALL)
    appeal(world)
    world.pass(5 * DAY)
    const { panel } = appealOf(world)
    const of = () => world.org.panels.panels.get(panel)!
    for (
      let n = 0;
      n < 20 && of().seats.length > 0 && !of().seats.some(({ member }) => member === person(8));
      n++
    )
      world.given(of().seats[0]?.member ?? '', 'panel.recuse', { panel })
    expect(world.when(person(8), 'panel.accept', { panel })?.code).toBe('panel-involved')
    expectClean(world)
  })
})

describe('a notice about standing', () => {
  const LATE = 120 * DAY

  function noticed(): World {
    const world = ratifiedWorld(20)
    adoptLaws(world)
    world.given(person(0), 'standing.notice', { member: person(AUTHOR), reason: HELD })
    return world
  }

  function contest(world: World, by = AUTHOR, name = 'appeal'): string | undefined {
    return world.when(person(by), 'standing.contest', { appeal: uuid(name), reason: HELD })?.code
  }

  it('lapses nothing while it is contested, and is struck where no panel decides', () => {
    const world = noticed()
    expect(contest(world)).toBeUndefined()
    expect(contest(world, AUTHOR, 'again')).toBe('appealed-already')
    expect(world.when('clerk', 'standing.lapse', { member: person(AUTHOR) }, null)?.code).toBe('not-due')
    world.pass(LATE)
    expect(statusOf(world.org.members, person(AUTHOR))).toBe('member')
    expect(world.org.members.notices.size).toBe(0)
    expectClean(world)
  })

  it('that was struck is followed by no other for ninety days', () => {
    const world = noticed()
    contest(world)
    decide(world, true)
    const again = () =>
      world.when(person(1), 'standing.notice', { member: person(AUTHOR), reason: HELD })?.code
    expect(again()).toBe('notice-rests')
    world.pass(90 * DAY)
    expect(again()).toBeUndefined()
    expectClean(world)
  })

  it('that was upheld leaves fourteen days to mend it, and then standing lapses', () => {
    const world = noticed()
    contest(world)
    decide(world, false)
    expect(appealOf(world).stage.kind).toBe('upheld')
    const { until = 0 } = world.org.members.notices.get(AUTHOR) ?? {}
    expect(until - world.now).toBeGreaterThanOrEqual(14 * DAY)
    world.pass(until - world.now - 1)
    expect(statusOf(world.org.members, person(AUTHOR))).toBe('member')
    world.pass(1)
    expect(statusOf(world.org.members, person(AUTHOR))).toBe('lapsed')
    expectClean(world)
  })

  it('can be contested by whoever got it, while it runs, and not one of an older law', () => {
    const world = noticed()
    expect(contest(world, 4)).toBe('no-notice')
    const older = ratifiedWorld(20)
    older.given(person(0), 'standing.notice', { member: person(AUTHOR), reason: HELD })
    adoptLaws(older)
    expect(contest(older)).toBe('no-notice')
    expect(JSON.stringify(older.org.members.notices)).not.toContain('"by"')
    expectClean(older)
  })

  it('is mended by a keeper all the same', () => {
    const world = noticed()
    contest(world)
    world.given(person(1), 'standing.mend', { member: person(AUTHOR) })
    expect(world.org.members.notices.size).toBe(0)
    world.pass(LATE)
    expect(statusOf(world.org.members, person(AUTHOR))).toBe('member')
    expectClean(world)
  })
})
