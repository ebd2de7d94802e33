import { describe, expect, it } from 'vitest'
import type { Instant } from '#kernel/instant'
import { DEFAULTS, WEEK } from '#modules/notices/core'
import {
  carry,
  DAY,
  DEBATE,
  inDebate,
  person,
  RESOLVE,
  ROOT,
  uuid,
  type World,
} from '../../../test/kit/given.ts'
import { placedWorld } from '../../../test/kit/placed-world.ts'
import { draftWeekly } from './draft-weekly.server.ts'

const [NORTH, MILL, SOUTH] = [uuid('North'), uuid('Mill'), uuid('South')]
const [MILLER, SAM, ALL] = [2, 3, [0, 1, 2, 3, 4]] as const

/** The mill lies in the north, the north in the whole, and so does the south. */
function nestedWorld(): World {
  const places = [
    [NORTH, 'North', ROOT],
    [MILL, 'Mill', NORTH],
    [SOUTH, 'South', ROOT],
  ] as const
  return placedWorld(places, [MILL, MILL, MILL, SOUTH, SOUTH], 1)
}

/** All lines of a member's message about a week, by heading. */
function weekOf({ org, entries, now }: World, n: number, until: Instant = now): Record<string, string[]> {
  const reported = new Map(entries.map(({ seq, at }) => [seq, at]))
  const span = { from: until - WEEK, until }
  const time = { weekday: 0, hour: 18 }
  const whose = { member: person(n), index: n, told: {}, time, preferences: DEFAULTS }
  const draft = draftWeekly(org, { ...whose, span, reported, now, origin: 'https://plenum.example.org' })
  return Object.fromEntries(
    (draft?.sections ?? []).map(({ heading, lines }) => [heading, lines.map(({ text }) => text)]),
  )
}

describe('the week of a member', () => {
  it('tells each motion once, in however many nested units they live, and none of other units', () => {
    const world = nestedWorld()
    world.pass(WEEK)
    for (const [name, unit] of [
      ['A pump', MILL],
      ['A boat', NORTH],
      ['A hall', ROOT],
    ] as const) {
      inDebate(world, name, RESOLVE, [`${name}.`], unit)
      world.pass(60_000)
    }
    expect(weekOf(world, MILLER)).toEqual({
      'What is new': [
        expect.stringContaining('“A hall”, is debated'),
        expect.stringContaining('“A boat”, is debated'),
        expect.stringContaining('“A pump”, is debated'),
      ],
    })
    expect(weekOf(world, SAM)).toEqual({ 'What is new': [expect.stringContaining('“A hall”')] })
  })

  it('tells a motion that waits for them as such, and not as news too', () => {
    const world = nestedWorld()
    world.pass(WEEK)
    inDebate(world, 'A hall', RESOLVE, ['A hall.'])
    world.pass(DEBATE)
    expect(weekOf(world, MILLER)).toEqual({
      'What waits for you': [expect.stringContaining('“A hall”')],
    })
  })

  it('tells once of minority reports on a decision, in the week in which they were filed', () => {
    const world = nestedWorld()
    const motion = carry(world, 'A hall', RESOLVE, ALL)
    const decided = world.now
    world.pass(WEEK)
    for (const n of [MILLER, SAM]) {
      world.given(person(n), 'report.file', { report: uuid('report', n), motion, text: 'Too dear.' })
      world.pass(DAY)
    }
    const [told] = weekOf(world, SAM, decided)['What is new'] ?? []
    expect(told).toContain('was adopted')
    expect(weekOf(world, SAM)).toEqual({
      'What is new': [expect.stringMatching(/^A minority report stands beside motion \d+, “A hall”$/)],
    })
    world.pass(WEEK)
    expect(weekOf(world, SAM)).toEqual({})
  })
})
