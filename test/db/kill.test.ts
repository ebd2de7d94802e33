import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { isRefusal } from '#kernel/refusal'
import { hashLeaf, leafText } from '#modules/record/core'
import { verifyEd25519 } from '#kernel/ed25519'
import { openLog } from '#modules/record'
import { toBase64 } from '#kernel/bytes'
import { createAudit } from '#organization'
import { exportRecord } from '#organization/server'
import { freshStorage, must, openBench, replay, type Storage } from '../kit/storage.ts'

const KILLS = 50

/** Lets a writing process run for a moment, kills it without warning, and answers what it had acknowledged. */
async function writeAndKill({ data, databaseUrl }: Storage, after: number): Promise<readonly string[]> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, '../kit/writer.ts'), data, databaseUrl ?? ''],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
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
  expect(printed).not.toMatch(/stopped|refused/)
  // The last line may have been cut while it was printed: then nobody was told.
  return printed
    .split('\n')
    .slice(0, -1)
    .filter((line) => /^\d/.test(line))
}

describe.each(['sqlite', 'postgres'] as const)('a process killed while it writes, on %s', (engine) => {
  it(`loses nothing that it acknowledged, in ${KILLS} times`, { timeout: 240_000 }, async () => {
    const storage = await freshStorage(engine)
    const acknowledged: string[] = []
    for (let n = 0; n < KILLS; n++) acknowledged.push(...(await writeAndKill(storage, 10 + ((n * 37) % 120))))
    expect(acknowledged.length).toBeGreaterThan(KILLS)

    const bench = must(await openBench(storage))
    const leaves = new Map<string, string>()
    for await (const page of bench.store.read(0))
      for (const kept of page)
        leaves.set(kept.id, `${kept.seq} ${kept.id} ${toBase64(hashLeaf(leafText(kept)))}`)
    expect(acknowledged.filter((line) => leaves.get(line.split(' ')[1] ?? '') !== line)).toEqual([])

    const log = await openLog(bench.database, 'plenum/test/1')
    const audit = createAudit({ verify: verifyEd25519 })
    const org = await replay(bench.store)
    for await (const line of exportRecord({ ...bench, log }, org, { kind: 'members' })) audit.take(line)
    const report = audit.finish()
    expect(report.violations).toEqual([])
    expect(report.entries).toBe(leaves.size)
    await bench.close()
    await storage.drop()
  })
})

describe('a folder in use', () => {
  it('keeps a second process out, and lets it in once the first was killed', async () => {
    const storage = await freshStorage('sqlite')
    const bench = must(await openBench(storage))
    const second = await openBench(storage)
    expect(isRefusal(second) && second.code).toBe('folder-in-use')
    await bench.close()
    await writeAndKill(storage, 20)
    const third = must(await openBench(storage))
    await third.close()
    await storage.drop()
  })
})
