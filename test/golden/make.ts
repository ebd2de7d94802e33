// Makes the kept records of a law: run by hand when a law is new (`node test/golden/make.ts 1`), never to mend a test.
// Records of released laws stay as they are for ever. Law 4 has none of its own: it came with law 5, and nobody ever ran it alone.
import { globSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { formatExportLine } from '#modules/record/core'
import { ACT_TYPES, imageDigest } from '#organization'
import { exportOf } from '../kit/export.ts'
import { DAY } from '#kernel/instant'
import { person, type World } from '../kit/given.ts'
import { begun, foundedWorld } from '../kit/random-beginning.ts'
import { take, type Step } from '../kit/random-history.ts'
import { steps } from '../kit/random-steps.ts'
import { DUE_PROCESS } from '../kit/random-rules.ts'
import { makeIssuing } from '../kit/secret-world.ts'
import { complaintsMade } from './complaints.ts'
import { casesLived, issuersAndPaper, quietlyUnited } from './due-process.ts'
import { lotsDrawn, officeLeft, secretVotes, tendencyLived } from './worlds.ts'

/** What only a restore enters. */
const NEVER = ['record.restored']

const law = process.argv[2] ?? ''
const exists = globSync(`law-${law}-*.jsonl`, { cwd: import.meta.dirname }).length > 0
if (!/^\d+$/.test(law) || exists)
  throw new Error(`name the number of a law that has no record yet, not “${law}”`)

const seen = new Set<string>()
// What chance does not come by.
keep(officeLeft(), 'office-left')
keep(lotsDrawn(), 'lots-drawn')
keep(tendencyLived(), 'tendency-lived')
for (const [name, world] of await secretVotes()) keep(world, name)
keep(quietlyUnited(), 'quietly-united')
keep(casesLived(await makeIssuing()), 'cases-lived')
keep(complaintsMade(await makeIssuing()), 'complaints-made')
for (const [name, world] of await issuersAndPaper()) keep(world, name)
// Of what it does come by always the one that has the most to add for its length.
const chance = [
  ...fc.sample(steps(150), { seed: 20261123, numRuns: 400 }).map(byChance),
  ...fc.sample(steps(150, 'due-process'), { seed: 20261128, numRuns: 100 }).map(dueProcessByChance),
]
for (let best = richest(); best !== undefined; best = richest())
  keep(best, String(chance.indexOf(best)).padStart(3, '0'))
console.log(
  `not in any: ${ACT_TYPES.filter((type) => !seen.has(type) && !NEVER.includes(type)).join(', ') || 'nothing'}`,
)

function keep({ entries, org }: World, name: string): void {
  for (const { type } of entries) seen.add(type)
  const file = join(import.meta.dirname, `law-${law}-${name}`)
  writeFileSync(`${file}.jsonl`, `${exportOf(entries).map(formatExportLine).join('\n')}\n`)
  writeFileSync(`${file}.digest`, `${imageDigest(org)}\n`)
  console.log(`${file}.jsonl: ${entries.length} entries`)
}

function byChance(list: readonly Step[], n: number): World {
  const world = foundedWorld(12, n > 0)
  if (n === 0) world.given('nobody', 'founding.strike', { member: person(11) })
  for (const step of list) take(world, step)
  // In one of them all terms end.
  if (n === 1) world.pass(740 * DAY)
  return world
}

/** One in which charges, panels, appeals and hidden texts go far. */
function dueProcessByChance(list: readonly Step[]): World {
  const world = begun({ members: 12, ratified: true, rules: DUE_PROCESS })
  for (const step of list) take(world, step)
  return world
}

/** The history by chance that has the most types of act, for its length, that none kept so far has; none where all have been. */
function richest(): World | undefined {
  const worth = ({ entries }: World): number =>
    new Set(entries.map(({ type }) => type)).difference(seen).size / entries.length
  const best = chance.reduce((most, world) => (worth(world) > worth(most) ? world : most))
  return worth(best) > 0 ? best : undefined
}
