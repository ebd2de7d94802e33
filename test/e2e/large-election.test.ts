import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeWhileAsked, makeLargeElection, type LargeElection } from '../../bench/large-election.ts'
import { runPlenum } from '../kit/command.ts'
import { startServer, type StartedServer } from '../kit/server.ts'

// 100,000 members rank candidates; pages answer while the clerk closes the vote.

const BALLOTS = 100_000
const data = mkdtempSync(join(tmpdir(), 'plenum-e2e-large-election-'))
let made: LargeElection
let server: StartedServer

beforeAll(async () => {
  made = await makeLargeElection(data, BALLOTS)
  server = await startServer({ data, env: { PLENUM_DEMONSTRATION: '1' } })
})
afterAll(async () => {
  await server.stop()
  rmSync(data, { recursive: true, force: true })
})

test('pages keep answering while an election of 100,000 ballots closes', async () => {
  const { before, meanwhile, took, result } = await closeWhileAsked(server.url, made)
  expect(result).toContain('100000 of 100000 on the roll took part')
  // On a busy machine pages are slow before, too. 24 ms were measured, and 480 while the close was counted where pages are made.
  expect(meanwhile.slowest).toBeLessThan(Math.max(250, 3 * before.slowest))
  // Whatever the machine: no page waits for the close.
  expect(meanwhile.slowest).toBeLessThan(Math.max(took / 3, 2 * before.slowest))
})

test('and the audit, which counts on its own, comes to the same', async () => {
  await server.stop()
  const { out } = await runPlenum(['export', 'record', '--data', data])
  const audited = await runPlenum(['audit', '-', '--no-seen', '--as', 'members'], {}, out)
  expect(audited).toMatchObject({ code: 0 })
})
