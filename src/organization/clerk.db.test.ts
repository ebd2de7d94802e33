import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { uuidV7 } from '#kernel/ids'
import { DAY, HOUR, MINUTE, SECOND } from '#kernel/instant'
import { isRefusal } from '#kernel/refusal'
import { imageDigest, NEWEST_LAW } from '#organization'
import type { Act } from '#modules/record/core'
import { PRESETS } from '#modules/rulebook/core'
import { person, ROOT, SOME_HASH, START, uuid } from '../../test/kit/given.ts'
import {
  freshStorage,
  must,
  openBench,
  replay,
  testClock,
  type Bench,
  type Storage,
  type TestClock,
} from '../../test/kit/storage.ts'

const found: Act = {
  by: 'nobody',
  id: uuid('found'),
  type: 'organization.found',
  unit: null,
  body: { name: 'Riverside', root: ROOT, rules: PRESETS.branch, demonstration: false },
}

function listing(n: number, id = uuid('list', n)): Act {
  const body = { member: person(n), home: ROOT, organizer: n === 0, details: SOME_HASH }
  return { by: 'nobody', id, type: 'founding.member', unit: null, body }
}

function founding(by: string): Act {
  const clauses = [{ id: uuid('clause'), text: 'We ratify the roll and the rules.' }]
  const body = {
    motion: uuid('founding'),
    title: 'Founding',
    clauses,
    enactment: { kind: 'organization.ratify', points: false },
  }
  return { by, id: uuid('propose'), type: 'motion.propose', unit: ROOT, body }
}

/** Each record begins with the founding and every law after the first: that many entries. */
const BEGUN = NEWEST_LAW

describe.each(['sqlite', 'postgres'] as const)('the clerk on %s', (engine) => {
  let storage: Storage
  let clock: TestClock
  let bench: Bench

  beforeEach(async () => {
    storage = await freshStorage(engine)
    clock = testClock()
    // PostgreSQL tells its own time, so there the machine's real clock is the one to agree with.
    if (engine === 'postgres') clock.pass(Date.now() - START)
    bench = must(await openBench(storage, clock))
    must(await bench.clerk.submit(found))
  })
  afterEach(async () => {
    await bench.close()
    await storage.drop()
  })

  async function expectImageOfRecord(): Promise<void> {
    expect(await bench.clerk.read(imageDigest)).toBe(imageDigest(await replay(bench.store)))
  }

  it('takes up the newest law right after the founding', async () => {
    expect(await bench.clerk.read((org) => org.head.get())).toMatchObject({ size: BEGUN, law: NEWEST_LAW })
    await expectImageOfRecord()
  })

  it('gives the same act the same receipt, and refuses another under its id', async () => {
    const first = must(await bench.clerk.submit(listing(0)))
    expect(await bench.clerk.submit(listing(0))).toEqual({ ...first, again: true })
    expect(await bench.clerk.submit({ ...listing(1), id: listing(0).id })).toMatchObject({
      code: 'id-reused',
    })
    expect(await bench.store.size()).toBe(BEGUN + 1)
  })

  it('gives two copies of an act in one batch one receipt', async () => {
    const [one, two] = await Promise.all([bench.clerk.submit(listing(0)), bench.clerk.submit(listing(0))])
    expect(must(two)).toEqual({ ...must(one), again: true })
    expect(await bench.store.size()).toBe(BEGUN + 1)
  })

  it('lets two people use the same id', async () => {
    must(await bench.clerk.submit(listing(0)))
    const act = founding(person(0))
    expect(isRefusal(await bench.clerk.submit({ ...act, id: listing(0).id }))).toBe(false)
  })

  it('enters what it accepts of a batch and leaves no trace of the rest', async () => {
    const answers = await Promise.all(
      [listing(0), listing(0, uuid('other id')), listing(1)].map((act) => bench.clerk.submit(act)),
    )
    expect(answers.map((answer) => (isRefusal(answer) ? answer.code : answer.seq))).toEqual([
      BEGUN,
      'id-taken',
      BEGUN + 1,
    ])
    await expectImageOfRecord()
  })

  it('enters all acts of a group or none', async () => {
    const refused = await bench.clerk.submitAll([listing(0), listing(1), listing(0, uuid('again'))])
    expect(refused).toMatchObject({ code: 'id-taken', facts: { index: 2 } })
    expect(await bench.store.size()).toBe(BEGUN)
    expect(must(await bench.clerk.submitAll([listing(0), listing(1)]))).toMatchObject([
      { seq: BEGUN },
      { seq: BEGUN + 1 },
    ])
    await expectImageOfRecord()
  })

  it('keeps image and record the same under 64 writers', async () => {
    const writers = Array.from({ length: 64 }, async (_, writer) => {
      for (let n = 0; n < 10; n++) must(await bench.clerk.submit(listing(writer * 10 + n)))
    })
    await Promise.all(writers)
    expect(await bench.store.size()).toBe(BEGUN + 640)
    await expectImageOfRecord()
  })

  it('stops where the wall clock jumps, forward or back, and says by how much', async () => {
    must(await bench.clerk.submit(listing(0)))
    clock.jump(-2 * HOUR)
    expect(await bench.clerk.submit(listing(1))).toMatchObject({
      code: 'clock-jumped',
      facts: { seconds: -7200 },
    })
    clock.jump(2 * HOUR + 30 * SECOND)
    expect(isRefusal(await bench.clerk.submit(listing(1)))).toBe(false)
    clock.jump(DAY)
    expect(await bench.clerk.submit(listing(2))).toMatchObject({ code: 'clock-jumped' })
    expect(await bench.store.size()).toBe(BEGUN + 2)
  })

  it('never dates an entry before the one before it', async () => {
    must(await bench.clerk.submit(listing(0)))
    const before = await bench.clerk.read((org) => org.head.get().at)
    clock.jump(-30 * SECOND)
    must(await bench.clerk.submit(listing(1)))
    expect(await bench.clerk.read((org) => org.head.get().at)).toBe(before)
  })

  it('refuses an act whose id is no UUID or whose body is not as it has to be', async () => {
    expect(await bench.clerk.submit({ ...listing(0), id: 'one' })).toMatchObject({ code: 'malformed' })
    expect(await bench.clerk.submit({ ...listing(0), body: { member: 1 } })).toMatchObject({
      code: 'malformed',
      facts: { field: 'member' },
    })
    expect(await bench.clerk.submit({ ...listing(0), type: 'member.promote' })).toMatchObject({
      code: 'unknown-act',
    })
    expect(
      await bench.clerk.submit({ ...listing(0), by: person(7), id: uuidV7(0, new Uint8Array(10)) }),
    ).toMatchObject({ code: 'not-a-member' })
  })
})

describe('deadlines on sqlite', () => {
  let storage: Storage
  const clock = testClock()

  beforeEach(async () => {
    storage = await freshStorage('sqlite')
  })
  afterEach(() => storage.drop())

  it('are met by themselves, and after a long stop only once the operator has looked at the clock', async () => {
    const bench = must(await openBench(storage, clock))
    for (const act of [found, listing(0), founding(person(0))]) must(await bench.clerk.submit(act))
    clock.pass(PRESETS.branch.debateHours * HOUR)
    await expect.poll(() => bench.clerk.read((org) => org.voting.votes.size), { timeout: 5000 }).toBe(1)
    await bench.close()

    clock.pass(PRESETS.branch.votingHours * HOUR + DAY)
    const paused = must(await openBench(storage, clock))
    expect(paused.clerk.trouble()).toMatchObject({ code: 'clock-to-confirm' })
    expect(await paused.clerk.submit(listing(1))).toMatchObject({ code: 'clock-to-confirm' })
    await paused.close()

    const confirmed = must(await openBench(storage, clock, { clockIsRight: true }))
    await expect
      .poll(() => confirmed.clerk.read((org) => [...org.voting.votes.values()][0]?.status), { timeout: 5000 })
      .toBe('closed')
    await confirmed.close()
  })

  it('wait where the clock stands before the last entry', async () => {
    const bench = must(await openBench(storage, clock))
    must(await bench.clerk.submit(found))
    await bench.close()
    clock.pass(-2 * MINUTE)
    const behind = must(await openBench(storage, clock))
    expect(await behind.clerk.submit(listing(0))).toMatchObject({ code: 'clock-behind' })
    await behind.close()
  })
})

describe('a full disk', () => {
  it('is told, leaves image and record as they were, and is survived', async () => {
    const storage = await freshStorage('sqlite')
    const bench = must(await openBench(storage, testClock()))
    must(await bench.clerk.submit(found))
    if (bench.database.engine !== 'sqlite') throw new Error('not on SQLite')
    const { sqlite } = bench.database
    const pages = sqlite.prepare('pragma page_count').get()
    sqlite.exec(`pragma max_page_count = ${String(pages?.['page_count'])}`)
    const answers = []
    for (let n = 0; n < 300; n++) answers.push(await bench.clerk.submit(listing(n)))
    const full = answers.findIndex(isRefusal)
    expect(answers[full]).toMatchObject({ code: 'disk-full' })
    expect(await bench.store.size()).toBe(full + BEGUN)
    expect(await bench.clerk.read(imageDigest)).toBe(imageDigest(await replay(bench.store)))
    sqlite.exec('pragma max_page_count = 1000000')
    expect(isRefusal(await bench.clerk.submit(listing(full)))).toBe(false)
    await bench.close()
    await storage.drop()
  })
})
