import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Json } from '#kernel/canonical'
import { imageDigest } from '#organization'
import { isOnRoll } from '#modules/voting/core'
import { complainIn } from '../../../../test/kit/complaint-world.ts'
import { elected } from '../../../../test/kit/election-world.ts'
import { auditOf } from '../../../../test/kit/export.ts'
import { DAY, person, ROOT, SOME_HASH, uuid } from '../../../../test/kit/given.ts'
import { replayed } from '../../../../test/kit/replay.ts'
import { readsComplaint, roleInComplaint } from './index.ts'

// Whatever is tried, in whatever order: nobody reads a complaint but those it concerns, a separation is short and ordered once, no vote is lost,
// and what was sealed leaves nothing behind.

const ID = uuid('complaint')
const MEMBERS = [...Array(10).keys()]
const PERSONS = [0, 1]
const [COMPLAINANT, ABOUT, REPRESENTATIVE] = [4, 5, 6]
const TEXT = { hash: SOME_HASH, length: 5 }
const SEALED = new Set(['complaint.name', 'complaint.write'])

const acts: fc.Arbitrary<readonly [type: string, more: Record<string, Json>]> = fc.oneof(
  fc.constant(['complaint.take', {}] as const),
  fc.integer({ min: 0, max: 20 }).map((days) => ['complaint.separate', { days }] as const),
  fc.constantFrom(...MEMBERS).map((n) => ['complaint.write', { by: person(n), text: TEXT }] as const),
  fc.constantFrom('settled', 'withdrawn').map((how) => ['complaint.close', { how }] as const),
  fc.integer({ min: 1, max: 3 }).map((step) => ['complaint.escalate', { step }] as const),
)

it('no order of steps shows a complaint to anybody else, or keeps two apart for longer', () => {
  let ordered = 0
  let ended = 0
  const moves = fc.array(fc.tuple(acts, fc.constantFrom(0, 0, 1, 3, 7, 14)), { maxLength: 10 })
  fc.assert(
    fc.property(moves, (tried) => {
      const world = elected({ duties: ['complaints'] })
      complainIn(world, {
        ...{ unit: ROOT, complainant: COMPLAINANT, about: ABOUT, representative: REPRESENTATIVE },
        to: PERSONS,
      })
      for (const [[type, more], days] of tried) {
        world.when(type === 'complaint.escalate' ? 'clerk' : 'nobody', type, { complaint: ID, ...more })
        world.pass(days * DAY)
        const role = (n: number) => roleInComplaint(world.org, ID, n, world.now)
        const readers = MEMBERS.filter((n) => readsComplaint(role(n)))
        expect([0, 1, COMPLAINANT, REPRESENTATIVE]).toEqual(expect.arrayContaining([...readers]))
        const { separation, stage } = world.org.complaints.complaints.get(ID)!
        if (separation !== null) ordered++
        expect((separation?.until ?? 0) - (separation?.from ?? 0)).toBeLessThanOrEqual(14 * DAY)
        if (role(ABOUT) !== undefined) expect(separation?.until).toBeGreaterThan(world.now)
        for (const n of [COMPLAINANT, ABOUT]) expect(isOnRoll(world.org, ROOT, n, world.now)).toBe(true)
        if (stage.kind === 'ended') expect(readers).toEqual([])
      }
      const separations = world.entries.filter(({ type }) => type === 'complaint.separate')
      expect(separations.length).toBeLessThanOrEqual(1)
      expect(auditOf(world.entries, ({ type }) => SEALED.has(type)).violations).toEqual([])
      if (world.org.complaints.matters.size > 0) return
      ended++
      expect(imageDigest(replayed(world.entries, ({ type }) => SEALED.has(type)))).toBe(
        imageDigest(world.org),
      )
    }),
    { numRuns: 60, seed: 32 },
  )
  // It did try what it is about.
  expect(ordered).toBeGreaterThan(0)
  expect(ended).toBeGreaterThan(0)
})
