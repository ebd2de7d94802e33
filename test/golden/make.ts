// Makes the kept records of a law: run by hand when a law is new (`node test/golden/make.ts 1`), never to mend a test.
// Records of released laws stay as they are for ever.
import { globSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { formatExportLine } from '#modules/record/core'
import { ACT_TYPES, imageDigest } from '#organization'
import { exportOf } from '../kit/export.ts'
import { DAY } from '#kernel/instant'
import { elected, election, mandateOf, stand, tied } from '../kit/election-world.ts'
import { person, type World } from '../kit/given.ts'
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
  keep(world, String(n).padStart(3, '0'))
}
// What chance does not come by.
keep(officeLeft(), 'office-left')
keep(lotsDrawn(), 'lots-drawn')
console.log(
  `not in any: ${ACT_TYPES.filter((type) => !seen.has(type) && !NEVER.includes(type)).join(', ') || 'nothing'}`,
)

/** Keeps a record where it has a type of act that none before it had. */
function keep({ entries, org }: World, name: string): void {
  const types = new Set(entries.map(({ type }) => type))
  if (types.isSubsetOf(seen)) return
  for (const type of types) seen.add(type)
  const file = join(import.meta.dirname, `law-${law}-${name}`)
  writeFileSync(`${file}.jsonl`, `${exportOf(entries).map(formatExportLine).join('\n')}\n`)
  writeFileSync(`${file}.digest`, `${imageDigest(org)}\n`)
  console.log(`${file}.jsonl: ${entries.length} entries`)
}

/** Somebody leaves an office and is followed from the same ballots; the next election is called in time. */
function officeLeft(): World {
  const world = elected()
  world.given(person(0), 'mandate.resign', { mandate: mandateOf(world, 0) })
  world.pass(366 * DAY)
  stand(world, 5)
  world.given(person(5), 'candidate.withdraw', { election: election(world).id })
  return world
}

/** A lot with a seed that was opened. */
function lotsDrawn(): World {
  const world = tied()
  world.given(person(0), 'seed.open', { election: election(world).id, seed: 'my words' })
  world.pass(2 * DAY)
  return world
}
