// A process of its own that founds an organization if there is none and lists people without end, from several writers
// at once. Every receipt is printed, in one write a line, as soon as it is there: what was printed was acknowledged.
import { randomBytes, randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { shortId } from '#kernel/ids'
import { isRefusal } from '#kernel/refusal'
import type { Act } from '#modules/record/core'
import { createRecordStore, migrate, openDatabase, recordMigrations } from '#modules/record'
import { PRESETS } from '#modules/rulebook/core'
import { createClock, startClerk } from '#organization/server'

const [data = '', databaseUrl = '', writers = '8', acts = '1000000', pause = '1'] = process.argv.slice(2)
const ROOT = '00000000-0000-8000-8000-000000000001'

const database = await openDatabase({ data, databaseUrl: databaseUrl === '' ? undefined : databaseUrl })
if (isRefusal(database)) stop(database.code)
const migrated = await migrate(database, recordMigrations)
if (isRefusal(migrated)) stop(migrated.code)
const store = createRecordStore(database)
const started = await startClerk({ store, clock: createClock(), shared: database.engine === 'postgres' })
if (isRefusal(started)) stop(started.code)
const clerk = started

const found = { name: 'Riverside', root: ROOT, rules: PRESETS.branch, demonstration: false }
await clerk.submit({ by: 'nobody', id: ROOT, type: 'organization.found', unit: null, body: found })
print('ready')
await Promise.all(Array.from({ length: Number(writers) }, write))
await clerk.stop()
await database.close()

async function write(): Promise<void> {
  for (let n = 0; n < Number(acts); n++) {
    const body = {
      member: shortId('m', randomBytes(12)),
      home: ROOT,
      organizer: false,
      details: `${'A'.repeat(43)}=`,
    }
    const act: Act = { by: 'nobody', id: randomUUID(), type: 'founding.member', unit: null, body }
    const answer = await clerk.submit(act)
    print(isRefusal(answer) ? `refused ${answer.code}` : `${answer.seq} ${act.id} ${answer.leaf}`)
    if (pause === '1' && n % 4 === 0) await sleep(1)
  }
}

function print(line: string): void {
  writeSync(1, `${line}\n`)
}

function stop(code: string): never {
  print(`stopped ${code}`)
  process.exit(1)
}
