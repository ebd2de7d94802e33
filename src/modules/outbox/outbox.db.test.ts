import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DAY, HOUR, MINUTE, SECOND, type Instant } from '#kernel/instant'
import { createRecordStore, migrate, openDatabase, recordMigrations, type Database } from '#modules/record'
import type { KeptEntry } from '#modules/record/core'
import { freshStorage, must, type Storage } from '../../../test/kit/storage.ts'
import {
  countItems,
  enqueue,
  enqueueNow,
  forgetItems,
  listItems,
  outboxMigrations,
  startCourier,
  startFollowing,
  tryAgain,
  type Courier,
  type Deliver,
  type Deliverer,
  type Following,
  type NewItem,
  type Outcome,
} from './index.ts'

const START = 1_800_000_000_000
// Tests look when they want to: nothing here waits for a timer.
const LOOK_EVERY = DAY

describe.each(['sqlite', 'postgres'] as const)('the outbox on %s', (engine) => {
  let storage: Storage
  let database: Database
  let times: { now: Instant; wall: Instant }
  let faults: unknown[]
  const open: { stop(): Promise<void> }[] = []
  const couriers: Courier[] = []

  beforeEach(async () => {
    storage = await freshStorage(engine)
    database = must(await openDatabase(storage))
    expect(await migrate(database, [...recordMigrations, ...outboxMigrations])).toBe('done')
    times = { now: START, wall: START }
    faults = []
  })
  afterEach(async () => {
    couriers.length = 0
    for (const each of open.splice(0)) await each.stop()
    await database.close()
    await storage.drop()
    expect(faults).toEqual([])
  })

  const report = (error: unknown): void => void faults.push(error)

  async function courier(deliver: Deliver, options: Partial<Deliverer> = {}): Promise<Courier> {
    const deliverers = [{ kind: 'letter', deliver, ...options }]
    const started = await startCourier({
      database,
      times: () => ({ ...times }),
      deliverers,
      report,
      lookEvery: LOOK_EVERY,
    })
    open.push(started)
    couriers.push(started)
    return started
  }

  /** A deliverer that answers each attempt with the next of these, and notes whom it was handed. */
  function answering(...answers: readonly Outcome[]): { deliver: Deliver; handed: string[] } {
    const handed: string[] = []
    const deliver: Deliver = ({ key, attempt }) => {
      handed.push(`${key} ${attempt}`)
      return Promise.resolve(answers[Math.min(handed.length, answers.length) - 1] ?? { status: 'done' })
    }
    return { deliver, handed }
  }

  function letter(key: string, more: Partial<NewItem> = {}): NewItem {
    return { kind: 'letter', key, payload: { to: key }, ...more }
  }

  async function pass(time: number): Promise<void> {
    times = { now: times.now + time, wall: times.wall + time }
    await Promise.all(couriers.map((each) => each.catchUp()))
  }

  const stateOf = async (key: string) =>
    (await listItems(database, { kind: 'letter', from: 0, count: 100 })).find((item) => item.key === key)

  test('queues the same thing once, alone or with other statements', async () => {
    await enqueueNow(database, [letter('a'), letter('b')])
    await database.kysely.executeQuery(enqueue(database, letter('a', { payload: 'other' }), letter('c')))
    const items = await listItems(database, { kind: 'letter', from: 0, count: 10 })
    expect(items.map(({ key, payload }) => [key, payload])).toEqual([
      ['c', { to: 'c' }],
      ['b', { to: 'b' }],
      ['a', { to: 'a' }],
    ])
  })

  test('delivers once, empties the item and forgets it after a month', async () => {
    const { deliver, handed } = answering()
    await enqueueNow(database, [letter('a', { subject: 'm-1' })])
    await courier(deliver)
    await pass(0)
    expect(handed).toEqual(['a 1'])
    expect(await stateOf('a')).toMatchObject({ state: 'done', payload: null, endedAt: START })
    await pass(29 * DAY)
    expect(await stateOf('a')).toBeDefined()
    await pass(2 * DAY)
    expect(await stateOf('a')).toBeUndefined()
    expect(handed).toHaveLength(1)
  })

  test('waits by the organization’s clock and tries again by the machine’s', async () => {
    const { deliver, handed } = answering(
      { status: 'again', error: 'busy' },
      { status: 'done', note: 'sent' },
    )
    await enqueueNow(database, [letter('a', { notBefore: START + HOUR })])
    await courier(deliver)
    await pass(0)
    expect(handed).toEqual([])
    times = { ...times, now: START + HOUR }
    await pass(0)
    expect(handed).toEqual(['a 1'])
    expect(await stateOf('a')).toMatchObject({ state: 'waiting', note: 'busy', attempts: 1 })
    // A moved clock does not bring it back sooner.
    times = { ...times, now: times.now + DAY }
    await pass(0)
    expect(handed).toEqual(['a 1'])
    await pass(30 * SECOND)
    expect(handed).toEqual(['a 1', 'a 2'])
    expect(await stateOf('a')).toMatchObject({ state: 'done', note: 'sent', attempts: 2 })
  })

  test('gives up visibly, keeps what it carries, and tries again when asked', async () => {
    const { deliver, handed } = answering(
      { status: 'again', error: 'busy' },
      { status: 'never', error: 'no-such-box' },
    )
    await enqueueNow(database, [letter('a'), letter('b', { notBefore: START + 2 * MINUTE })])
    await courier(deliver, { giveUpAfter: 10 * SECOND })
    await pass(0)
    // The next try would come later than ten seconds after the first.
    expect(await stateOf('a')).toMatchObject({ state: 'given-up', note: 'busy', payload: { to: 'a' } })
    await pass(2 * MINUTE)
    expect(await stateOf('b')).toMatchObject({ state: 'given-up', note: 'no-such-box' })
    expect(await countItems(database, 'letter')).toEqual({ waiting: 0, done: 0, 'given-up': 2 })
    expect(await tryAgain(database, (await stateOf('b'))?.id ?? 0)).toBe('done')
    await pass(0)
    expect(handed).toEqual(['a 1', 'b 1', 'b 2'])
    expect(await tryAgain(database, 123_456)).toBe('gone')
  })

  test('postpones without counting an attempt', async () => {
    const { deliver, handed } = answering({ status: 'later', at: START + HOUR }, { status: 'done' })
    await enqueueNow(database, [letter('a')])
    await courier(deliver)
    await pass(0)
    expect(await stateOf('a')).toMatchObject({ state: 'waiting', attempts: 0, notBefore: START + HOUR })
    await pass(HOUR)
    expect(handed).toEqual(['a 1', 'a 1'])
  })

  test('gives up what comes too late, though nobody delivers its kind', async () => {
    await enqueueNow(database, [letter('a', { notAfter: START + HOUR })])
    await courier(answering().deliver, { kind: 'other' })
    await pass(HOUR - 1)
    expect(await stateOf('a')).toMatchObject({ state: 'waiting' })
    await pass(15 * MINUTE)
    expect(await stateOf('a')).toMatchObject({ state: 'given-up', note: 'too-late', payload: null })
    expect(await tryAgain(database, (await stateOf('a'))?.id ?? 0)).toBe('gone')
  })

  test('writes what comes with a delivery together with its mark', async () => {
    await enqueueNow(database, [letter('a')])
    await courier(() =>
      Promise.resolve({ status: 'done', alongside: [enqueue(database, { ...letter('x'), kind: 'other' })] }),
    )
    await pass(0)
    expect(await countItems(database, 'other')).toMatchObject({ waiting: 1 })
  })

  test('a deliverer’s fault is reported, and its item comes again', async () => {
    await enqueueNow(database, [letter('a')])
    await courier(() => Promise.reject(new Error('broken')))
    await pass(0)
    expect(await stateOf('a')).toMatchObject({ state: 'waiting', note: 'fault' })
    expect(faults.splice(0)).toEqual([new Error('broken')])
  })

  test('carries as many at once as it may, and stops within seconds though one hangs', async () => {
    let [running, most] = [0, 0]
    const deliver: Deliver = async (_, signal) => {
      most = Math.max(most, ++running)
      await sleep(running === 1 ? 60_000 : 20, undefined, { signal })
      running--
      return { status: 'done' }
    }
    await enqueueNow(
      database,
      Array.from({ length: 30 }, (_, n) => letter(`l${n}`)),
    )
    const started = await courier(deliver, { atOnce: 3 })
    started.wake()
    await expect.poll(() => countItems(database, 'letter'), { timeout: 20_000 }).toMatchObject({ done: 29 })
    expect(most).toBe(3)
    const before = performance.now()
    await started.stop()
    expect(performance.now() - before).toBeLessThan(3000)
    expect(await countItems(database, 'letter')).toEqual({ waiting: 1, done: 29, 'given-up': 0 })
    expect(
      (await listItems(database, { kind: 'letter', state: 'waiting', from: 0, count: 9 }))[0]?.note,
    ).toBe('interrupted')
  })

  test('lets other work in between, however many items are due', async () => {
    const turns = new Map<number, number>()
    let [turn, isOver] = [0, false]
    const count = (): void => {
      turn++
      if (!isOver) setImmediate(count)
    }
    count()
    await enqueueNow(
      database,
      Array.from({ length: 60 }, (_, i) => letter(String(i))),
    )
    await courier(() => {
      turns.set(turn, (turns.get(turn) ?? 0) + 1)
      return Promise.resolve({ status: 'done' })
    })
    await pass(0)
    isOver = true
    const perTurn = [...turns.values()]
    expect(perTurn.reduce((sum, each) => sum + each, 0)).toBe(60)
    expect(Math.max(...perTurn)).toBeLessThanOrEqual(4)
  })

  test('two couriers deliver each item once', async () => {
    const handed: string[] = []
    const deliver: Deliver = async ({ key }) => {
      handed.push(key)
      await sleep(1)
      return { status: 'done' }
    }
    await enqueueNow(
      database,
      Array.from({ length: 200 }, (_, n) => letter(`l${n}`)),
    )
    await Promise.all([courier(deliver), courier(deliver)])
    await pass(0)
    expect(await countItems(database, 'letter')).toMatchObject({ done: 200 })
    expect(new Set(handed).size).toBe(200)
    expect(handed).toHaveLength(200)
  })

  test('an item whose lease ran out is taken by another, and the slow one changes nothing any more', async () => {
    const slow = Promise.withResolvers<Outcome>()
    await enqueueNow(database, [letter('a')])
    let calls = 0
    await courier(() => (++calls === 1 ? slow.promise : Promise.resolve({ status: 'done', note: 'second' })))
    couriers[0]?.wake()
    await expect.poll(() => calls).toBe(1)
    times = { now: times.now + 4 * MINUTE, wall: times.wall + 4 * MINUTE }
    couriers[0]?.wake()
    await expect.poll(() => stateOf('a')).toMatchObject({ state: 'done', note: 'second', attempts: 2 })
    slow.resolve({ status: 'never', error: 'first' })
    await pass(0)
    expect(await stateOf('a')).toMatchObject({ state: 'done', note: 'second' })
  })

  test('items about one member go one after the other, those of others beside them', async () => {
    const under = new Set<string>()
    const together: string[] = []
    const deliver: Deliver = async ({ subject = '' }) => {
      if (under.has(subject)) together.push(subject)
      under.add(subject)
      await sleep(5)
      under.delete(subject)
      return { status: 'done' }
    }
    await enqueueNow(
      database,
      Array.from({ length: 40 }, (_, n) => letter(`l${n}`, { subject: `m-${n % 4}` })),
    )
    await Promise.all([courier(deliver), courier(deliver)])
    await pass(0)
    expect(await countItems(database, 'letter')).toMatchObject({ done: 40 })
    expect(together).toEqual([])
  })

  test('forgets what is about a member', async () => {
    await enqueueNow(database, [
      letter('a', { subject: 'm-1' }),
      letter('b', { subject: 'm-2' }),
      letter('c'),
    ])
    await database.kysely.executeQuery(forgetItems(database, 'm-1'))
    const items = await listItems(database, { kind: 'letter', from: 0, count: 10 })
    expect(items.map(({ key }) => key)).toEqual(['c', 'b'])
  })

  describe('following', () => {
    const handle = (entries: readonly KeptEntry[]): NewItem[] =>
      entries.map(({ seq }) => ({ kind: 'letter', key: `entry-${seq}`, payload: null }))

    async function follow(over: {
      handle?: typeof handle
      plan?: (after: Instant, until: Instant) => Promise<NewItem[]>
    }): Promise<Following> {
      const started = await startFollowing({
        database,
        store: createRecordStore(database),
        times: () => ({ ...times }),
        followers: over.handle === undefined ? [] : [{ name: 'test', handle: over.handle }],
        planners: over.plan === undefined ? [] : [{ name: 'test-plan', plan: over.plan }],
        queued: () => undefined,
        report,
      })
      open.push(started)
      return started
    }

    async function append(many: number): Promise<void> {
      const store = createRecordStore(database)
      const size = await store.size()
      const entries = Array.from({ length: many }, (_, n) => ({
        seq: size + n,
        at: START,
        by: 'clerk',
        id: `00000000-0000-8000-8000-${String(size + n).padStart(12, '0')}`,
        type: 'test',
        law: 1,
        unit: null,
        body: null,
        salt: `${'A'.repeat(22)}==`,
        bodyHash: `${'A'.repeat(43)}=`,
      }))
      expect(await store.append(size, [], () => ({ entries, alongside: [] }))).toBe('done')
    }

    const keys = async (): Promise<string[]> =>
      (await listItems(database, { kind: 'letter', from: 0, count: 100 })).map(({ key }) => key).reverse()

    test('begins at the end when it is first seen, and goes on from where it was', async () => {
      await append(3)
      const first = await follow({ handle })
      await append(2)
      await first.catchUp()
      expect(await keys()).toEqual(['entry-3', 'entry-4'])
      await first.stop()
      await append(2)
      const second = await follow({ handle })
      await second.catchUp()
      expect(await keys()).toEqual(['entry-3', 'entry-4', 'entry-5', 'entry-6'])
    })

    test('two processes: one follows at a time, and the other takes over', async () => {
      const seen: string[] = []
      const noting = (name: string) => (entries: readonly KeptEntry[]) => {
        seen.push(...entries.map(({ seq }) => `${name} ${seq}`))
        return handle(entries)
      }
      const one = await follow({ handle: noting('one') })
      const two = await follow({ handle: noting('two') })
      await append(2)
      await one.catchUp()
      await append(2)
      await two.catchUp()
      expect(seen).toEqual(['one 0', 'one 1'])
      await one.stop()
      await two.catchUp()
      expect(seen).toEqual(['one 0', 'one 1', 'two 2', 'two 3'])
      expect(await keys()).toEqual(['entry-0', 'entry-1', 'entry-2', 'entry-3'])
    })

    test('a follower that fails loses nothing and is asked again after a minute', async () => {
      let isBroken = true
      const following = await follow({
        handle: (entries) => {
          if (isBroken) throw new Error('cannot')
          return handle(entries)
        },
      })
      await append(2)
      await following.catchUp()
      isBroken = false
      await following.catchUp()
      expect(await keys()).toEqual([])
      expect(faults.splice(0)).toEqual([new Error('cannot')])
      times.wall += 61 * SECOND
      await following.catchUp()
      expect(await keys()).toEqual(['entry-0', 'entry-1'])
    })

    test('a planner is told of each minute once', async () => {
      const spans: string[] = []
      const following = await follow({
        plan: (after, until) => {
          spans.push(`${(after - START) / MINUTE}-${(until - START) / MINUTE}`)
          return Promise.resolve([])
        },
      })
      for (const by of [30 * SECOND, 30 * SECOND, 90 * SECOND, 2 * DAY]) {
        times.now += by
        await following.catchUp()
      }
      expect(spans).toEqual(['0-1', '1-2', '2-2882'])
    })

    test('what a planner has for everybody is queued whole, with other work in between', async () => {
      const MANY = 5_000
      const following = await follow({
        plan: () => Promise.resolve(Array.from({ length: MANY }, (_, i) => letter(String(i)))),
      })
      let [turns, isOver] = [0, false]
      const count = (): void => {
        turns++
        if (!isOver) setImmediate(count)
      }
      times.now += MINUTE
      count()
      await following.catchUp()
      isOver = true
      expect((await listItems(database, { kind: 'letter', from: MANY - 1, count: 10 })).length).toBe(1)
      expect(turns).toBeGreaterThanOrEqual(10)
    })
  })
})
