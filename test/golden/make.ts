// Makes the kept records of a law: run by hand when a law is new (`node test/golden/make.ts 1`), never to mend a test.
// Records of released laws stay as they are for ever.
import { globSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { formatExportLine } from '#modules/record/core'
import { ACT_TYPES, imageDigest } from '#organization'
import { exportOf } from '../kit/export.ts'
import { DAY } from '#kernel/instant'
import { person } from '../kit/given.ts'
import { foundedWorld, steps, take } from '../kit/random-history.ts'

/** What only a restore enters. */
const NEVER = ['record.restored']

const law = process.argv[2] ?? ''
const exists = globSync(`law-${law}-*.jsonl`, { cwd: import.meta.dirname }).length > 0
if (!/^\d+$/.test(law) || exists)
  throw new Error(`name the number of a law that has no record yet, not “${law}”`)

const seen = new Set<string>()
for (const [n, list] of fc.sample(steps(150), { seed: 20261123, numRuns: 400 }).entries()) {
  const world = foundedWorld(12, n > 0)
  if (n === 0) world.given('nobody', 'founding.strike', { member: person(11) })
  for (const step of list) take(world, step)
  // In one of them all terms end.
  if (n === 1) world.pass(740 * DAY)
  const types = new Set(world.entries.map(({ type }) => type))
  // A record is kept where it has a type of act that none before it had.
  if (types.isSubsetOf(seen)) continue
  for (const type of types) seen.add(type)
  const file = join(import.meta.dirname, `law-${law}-${String(n).padStart(3, '0')}`)
  writeFileSync(`${file}.jsonl`, `${exportOf(world.entries).map(formatExportLine).join('\n')}\n`)
  writeFileSync(`${file}.digest`, `${imageDigest(world.org)}\n`)
  console.log(`${file}.jsonl: ${world.entries.length} entries`)
}
console.log(
  `not in any: ${ACT_TYPES.filter((type) => !seen.has(type) && !NEVER.includes(type)).join(', ') || 'nothing'}`,
)
