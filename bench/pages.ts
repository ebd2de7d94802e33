// Requests a second for pages of a member who is signed in, in an organization of 100,000 members, against a SvelteKit page that
// sends the same bytes from a constant, by turns in the same run.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { startServer } from '../test/kit/server.ts'
import { buildIfStale } from '../tools/build-if-stale.ts'
import { startConstant } from './constant-page.ts'
import { makeLive } from './live-organization.ts'
import { load, processorTime, type Load } from './load.ts'
import { measurePaint } from './paint.ts'
import { megabytes, option, report } from './report.ts'

const MEMBERS = option('members', 100_000)
const SECONDS = option('seconds', 5)
const ROUNDS = option('rounds', 3)
const CONNECTIONS = 16

await buildIfStale()
const folder = mkdtempSync(join(tmpdir(), 'plenum-bench-'))
const { cookie, pages } = await makeLive(folder, MEMBERS)
const server = await startServer({ data: folder, env: { PLENUM_DEMONSTRATION: '1' } })
report(`memory after the start, ${MEMBERS} members`, megabytes(resident(server.pid)))
const texts = Object.fromEntries(
  await Promise.all(
    Object.entries(pages).map(async ([name, path]) => {
      const answer = await fetch(server.url + path, { headers: { cookie } })
      if (!answer.ok) throw new Error(`${name}: ${answer.status}`)
      return [name, await answer.text()] as const
    }),
  ),
)
const constant = await startConstant(texts)
await rest(server.pid)
for (const name of ['home', 'motion', 'result'] as const) {
  const ours: Load[] = []
  const theirs: Load[] = []
  const [own, other] = [new URL(pages[name], server.url), new URL(name, constant.url)]
  await load(own, server.pid, cookie, CONNECTIONS, 2)
  await load(other, constant.pid, cookie, CONNECTIONS, 2)
  for (let round = 0; round < ROUNDS; round++) {
    theirs.push(await load(other, constant.pid, cookie, CONNECTIONS, SECONDS))
    ours.push(await load(own, server.pid, cookie, CONNECTIONS, SECONDS))
  }
  const [a, b] = [median(ours), median(theirs)]
  report(
    `${name}: ${a.bytes} bytes; constant: ${b.bytes} bytes`,
    `${Math.round(a.perSecond)}, ${Math.round(b.perSecond)} a s`,
  )
  report(`${name}: against the constant`, (a.perSecond / b.perSecond).toFixed(2), 'at least 0.5')
  report(
    `${name}: processor time of a request, constant`,
    `${a.processor.toFixed(2)}, ${b.processor.toFixed(2)} ms`,
    'at most twice',
  )
  report(
    `${name}: p50, p99; constant p99`,
    `${a.p50.toFixed(1)}, ${a.p99.toFixed(1)}; ${b.p99.toFixed(1)} ms`,
    'p99 under 50 ms',
  )
}
report('memory after the load', megabytes(resident(server.pid)))
constant.stop()
await measurePaint(server.url, cookie, pages)
await server.stop()
rmSync(folder, { recursive: true, force: true })

/** The round in the middle, by its rate. */
function median(rounds: readonly Load[]): Load {
  const sorted = rounds.toSorted((a, b) => a.perSecond - b.perSecond)
  return sorted[Math.floor(sorted.length / 2)] ?? { perSecond: 0, p50: 0, p99: 0, bytes: 0, processor: 0 }
}

/** Waits until a server has caught up with its start: what reads the whole record behind the pages is no part of their time. */
async function rest(pid: number | undefined): Promise<void> {
  let [before, quiet] = [processorTime(pid), 0]
  for (let second = 0; second < 120 && quiet < 3; second++) {
    await setTimeout(1_000)
    const now = processorTime(pid)
    quiet = now - before < 50 ? quiet + 1 : 0
    before = now
  }
}

/** The resident size of a process, in bytes. */
function resident(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid ?? 'self'}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024
}
