import { afterAll, beforeAll, expect, test } from 'vitest'
import { DAY, HOUR, MINUTE } from '#kernel/instant'
import type { KeptEntry } from '#modules/record/core'
import type { Org } from '#organization'
import type { Plenum } from '#organization/server'
import { sayNext as sayEnglish } from '#ui/words/en/tour.ts'
import { sayNext as saySpanish } from '#ui/words/es/tour.ts'
import { nextThing } from '#views/view-demonstration.server.ts'
import { openDemonstration, type Made } from '../../test/kit/demonstration.ts'
import { moveClock } from './index.ts'

let made: Made
let plenum: Plenum
let org: Org

beforeAll(async () => {
  made = await openDemonstration()
  ;({ plenum, org } = made)
}, 120_000)
afterAll(() => made.close())

/** Moves the clock from one thing to the next for so long; each has to have a name in both languages. Their kinds. */
async function walk(time: number): Promise<ReadonlySet<string>> {
  const kinds = new Set<string>()
  for (const until = plenum.clock.now() + time; plenum.clock.now() < until;) {
    const next = nextThing(org)
    if (next === null) break
    kinds.add(next.kind)
    expect(sayEnglish(next)).not.toMatch(/something falls due|: $/)
    expect(saySpanish(next)).not.toMatch(/vence un plazo|: $/)
    expect(await moveClock(plenum, next.at)).toBeUndefined()
  }
  return kinds
}

test('the next things have names: an election closes, nominations close', async () => {
  expect([...(await walk(6 * DAY))]).toEqual(expect.arrayContaining(['vote.close', 'nominations.close']))
})

test('a clock that moves far stops at each deadline on the way', async () => {
  const before = org.head.get().size
  const due = org.deadlines.next()?.at ?? 0
  expect(await moveClock(plenum, plenum.clock.now() + 14 * DAY)).toBeUndefined()
  const since: KeptEntry[] = []
  for await (const page of plenum.store.read(before)) since.push(...page)
  expect(since[0]?.at).toBeGreaterThanOrEqual(due)
  expect((since[0]?.at ?? 0) - due).toBeLessThan(MINUTE)
  expect(new Set(since.map(({ at }) => Math.floor(at / HOUR))).size).toBeGreaterThan(3)
  expect(org.deadlines.next()?.at).toBeGreaterThan(plenum.clock.now())
})

test('months later offices and councils have things due, each with a name', async () => {
  expect([...(await walk(90 * DAY))]).toEqual(
    expect.arrayContaining(['council.seat', 'election.call', 'mandate.end', 'recall.lapse']),
  )
})
