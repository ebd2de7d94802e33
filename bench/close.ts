// How long pages wait while an election closes in which 100,000 members ranked candidates.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer } from '../test/kit/server.ts'
import { buildIfStale } from '../tools/build-if-stale.ts'
import { closeWhileAsked, makeLargeElection } from './large-election.ts'
import { option, report } from './report.ts'

const BALLOTS = option('ballots', 100_000)

await buildIfStale()
const folder = mkdtempSync(join(tmpdir(), 'plenum-bench-'))
const made = await makeLargeElection(folder, BALLOTS)
const server = await startServer({ data: folder, env: { PLENUM_DEMONSTRATION: '1' } })
const { before, meanwhile, took } = await closeWhileAsked(server.url, made)
await server.stop()
rmSync(folder, { recursive: true, force: true })
report(`close of an election with ${BALLOTS} ballots`, `${Math.round(took)} ms`)
report(
  'slowest page meanwhile; slowest and middle before',
  `${Math.round(meanwhile.slowest)}; ${Math.round(before.slowest)}, ${Math.round(before.middle)} ms`,
  'under 250 ms meanwhile',
)
