// A process of its own that lists people without end, follows the record and carries an item for each of them out of the
// house: it prints the key of each, in one write a line. It is killed in the middle of it.
import { randomBytes, randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { shortId } from '#kernel/ids'
import { isRefusal } from '#kernel/refusal'
import { PRESETS } from '#modules/rulebook/core'
import { openPlenum } from '#organization/server'
import { memberLetters } from './member-letters.ts'

const [data = '', databaseUrl = '', acts = '1000000'] = process.argv.slice(2)
const ROOT = '00000000-0000-8000-8000-000000000001'

const opened = await openPlenum({
  data,
  databaseUrl: databaseUrl === '' ? undefined : databaseUrl,
  parts: [() => memberLetters((key) => print(key))],
})
if (isRefusal(opened)) stop(opened.code)
const { clerk } = opened
const found = { name: 'Riverside', root: ROOT, rules: PRESETS.branch, demonstration: false }
await clerk.submit({ by: 'nobody', id: ROOT, type: 'organization.found', unit: null, body: found })
print('ready')
for (let n = 0; n < Number(acts); n++) {
  const member = shortId('m', randomBytes(12))
  const body = { member, home: ROOT, organizer: false, details: `${'A'.repeat(43)}=` }
  await clerk.submit({ by: 'nobody', id: randomUUID(), type: 'founding.member', unit: null, body })
  opened.wake()
  await sleep(5)
}
await opened.close()

function print(line: string): void {
  writeSync(1, `${line}\n`)
}

function stop(code: string): never {
  print(`stopped ${code}`)
  process.exit(1)
}
