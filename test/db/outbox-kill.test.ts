import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { countItems, listItems } from '#modules/outbox'
import { openPlenum } from '#organization/server'
import { memberLetters } from '../kit/member-letters.ts'
import { freshStorage, must, type Storage } from '../kit/storage.ts'

const KILLS = 10
/** A courier has so many in hand when it is killed. */
const AT_ONCE = 4

/** Lets a process follow and carry for a moment, kills it without warning, and answers what it had carried. */
async function carryAndKill({ data, databaseUrl }: Storage, after: number): Promise<readonly string[]> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, '../kit/carrier.ts'), data, databaseUrl ?? ''],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  let printed = ''
  const ready = Promise.withResolvers<undefined>()
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString()
    if (printed.includes('ready\n') || printed.includes('stopped')) ready.resolve(undefined)
  })
  const closed = once(child, 'close')
  await ready.promise
  await sleep(after)
  child.kill('SIGKILL')
  await closed
  expect(printed).not.toContain('stopped')
  return printed.split('\n').filter((line) => line.length === 36)
}

describe.each(['sqlite', 'postgres'] as const)('an outbox whose process is killed, on %s', (engine) => {
  it('queues each entry exactly once and carries each item at least once', { timeout: 240_000 }, async () => {
    const storage = await freshStorage(engine)
    // On PostgreSQL two processes are at work at once, and both are killed.
    const others = engine === 'postgres' ? 2 : 1
    const carried: string[] = []
    for (let n = 0; n < KILLS; n++) {
      const runs = Array.from({ length: others }, (_, i) =>
        carryAndKill(storage, 200 + ((n * 137) % 700) + i * 90),
      )
      carried.push(...(await Promise.all(runs)).flat())
    }
    const plenum = must(
      await openPlenum({
        ...storage,
        parts: [() => memberLetters((key) => void carried.push(key))],
      }),
    )
    const listed: string[] = []
    for await (const page of plenum.store.read(0))
      listed.push(...page.filter(({ type }) => type === 'founding.member').map(({ id }) => id))
    expect(listed.length).toBeGreaterThan(KILLS)
    // What a killed process had in hand on PostgreSQL is free only when its lease ends.
    const inHand = engine === 'postgres' ? KILLS * others * AT_ONCE : 0
    const done = async () => (await countItems(plenum.database, 'letter')).done
    await expect.poll(done, { timeout: 20_000 }).toBeGreaterThanOrEqual(listed.length - inHand)
    const items = await listItems(plenum.database, { kind: 'letter', from: 0, count: 1_000_000 })
    expect(items.map(({ key }) => key).sort()).toEqual([...listed].sort())
    const finished = items.filter(({ state }) => state === 'done').map(({ key }) => key)
    expect(finished.filter((key) => !carried.includes(key))).toEqual([])
    expect(carried.length - new Set(carried).size).toBeLessThanOrEqual(KILLS * others * AT_ONCE)
    await plenum.close()
    await storage.drop()
  })
})
