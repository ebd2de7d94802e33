import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createConnection, createServer, type AddressInfo, type Socket } from 'node:net'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { isRefusal } from '#kernel/refusal'
import { imageDigest, NEWEST_LAW } from '#organization'
import { PRESETS } from '#modules/rulebook/core'
import { person, ROOT, SOME_HASH, uuid } from '../kit/given.ts'
import { freshStorage, must, openBench, replay } from '../kit/storage.ts'

const FOUND = {
  by: 'nobody',
  id: uuid('found'),
  type: 'organization.found',
  unit: null,
  body: { name: 'Riverside', root: ROOT, rules: PRESETS.branch, demonstration: false },
}

function listing(n: number) {
  const body = { member: person(n), home: ROOT, organizer: false, details: SOME_HASH }
  return { by: 'nobody', id: uuid('list', n), type: 'founding.member', unit: null, body }
}

it('two processes with 32 writers each make one record without gaps', { timeout: 60_000 }, async () => {
  const storage = await freshStorage('postgres')
  const processes = [1, 2].map(() => {
    const args = [
      join(import.meta.dirname, '../kit/writer.ts'),
      storage.data,
      storage.databaseUrl ?? '',
      '32',
      '40',
    ]
    return spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  })
  const printed = processes.map(() => '')
  for (const [i, child] of processes.entries())
    child.stdout.on('data', (chunk: Buffer) => (printed[i] = `${printed[i] ?? ''}${chunk.toString()}`))
  await Promise.all(processes.map((child) => once(child, 'close')))
  // After the founding and the laws after the first.
  const positions = printed.map((text) => [...text.matchAll(/^(\d+) /gm)].map((match) => Number(match[1])))
  expect(positions.map((list) => list.length)).toEqual([1280, 1280])
  expect(positions.flat().sort((a, b) => a - b)).toEqual(
    Array.from({ length: 2560 }, (_, i) => i + NEWEST_LAW),
  )
  await storage.drop()
})

it('two clerks on one database see the same, whichever entered it', async () => {
  const storage = await freshStorage('postgres')
  const [a, b] = [must(await openBench(storage)), must(await openBench(storage))]
  must(await a.clerk.submit(FOUND))
  const receipts = await Promise.all(
    Array.from({ length: 200 }, (_, n) => (n % 2 ? a : b).clerk.submit(listing(n))),
  )
  expect(new Set(receipts.map((receipt) => must(receipt).seq)).size).toBe(200)
  const images = await Promise.all([a, b].map(({ clerk }) => clerk.read(imageDigest, 200 + NEWEST_LAW)))
  expect(images[0]).toBe(images[1])
  expect(images[0]).toBe(imageDigest(await replay(a.store)))
  // The same act at both: one entry, one receipt.
  const [one, two] = await Promise.all([a.clerk.submit(listing(900)), b.clerk.submit(listing(900))])
  expect(must(one).seq).toBe(must(two).seq)
  await a.close()
  await b.close()
  await storage.drop()
})

/** Stands between clerk and database and cuts every connection at a commit: before the database hears of it, or after. */
async function cuttingProxy(
  target: URL,
): Promise<{ url: string; cut: 'never' | 'before' | 'after'; close(): void }> {
  const sockets = new Set<Socket>()
  const server = createServer((client) => {
    const database = createConnection(Number(target.port), target.hostname)
    for (const socket of [client, database]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
    }
    // A commit that was sent on is carried out, although nobody is left to hear of it.
    let spared = false
    client.on('close', () => spared || database.destroy())
    database.on('close', () => client.destroy())
    client.on('data', (chunk: Buffer) => {
      // A simple query: its letter, four bytes of length, the statement.
      const commits = proxy.cut !== 'never' && /Q....commit\0/s.test(chunk.toString('latin1'))
      if (!commits || proxy.cut === 'after') database.write(chunk)
      if (!commits) return
      // The answer to this commit never arrives; later ones are let through.
      spared ||= proxy.cut === 'after'
      proxy.cut = 'never'
      client.destroy()
    })
    database.on('data', (chunk: Buffer) => client.destroyed || client.write(chunk))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = new URL(target)
  url.port = String((server.address() as AddressInfo).port)
  url.hostname = '127.0.0.1'
  const proxy = {
    url: url.href,
    cut: 'never' as 'never' | 'before' | 'after',
    close: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
  return proxy
}

it.each(['before', 'after'] as const)(
  'a connection lost %s a commit is answered by what the record says',
  async (moment) => {
    const storage = await freshStorage('postgres')
    const proxy = await cuttingProxy(new URL(storage.databaseUrl ?? ''))
    const bench = must(await openBench({ data: storage.data, databaseUrl: proxy.url }))
    must(await bench.clerk.submit(FOUND))
    proxy.cut = moment
    const answer = await bench.clerk.submit(listing(1))
    expect(await bench.store.size()).toBe(NEWEST_LAW + (moment === 'before' ? 0 : 1))
    if (moment === 'before') expect(answer).toMatchObject({ code: 'database-gone' })
    else expect(must(answer)).toMatchObject({ seq: NEWEST_LAW })
    expect(isRefusal(await bench.clerk.submit(listing(2)))).toBe(false)
    expect(await bench.clerk.read(imageDigest)).toBe(imageDigest(await replay(bench.store)))
    await bench.close()
    proxy.close()
    await storage.drop()
  },
)
