import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { derivedUuid } from '#kernel/ids'
import { isRefusal } from '#kernel/refusal'
import { createRecordStore, migrate, openDatabase, recordMigrations } from '#modules/record'
import { PRESETS } from '#modules/rulebook/core'
import { createClock, startClerk } from '#organization/server'
const ROOT = derivedUuid('bench', 'root')
const ACTS = 128_000
const data = mkdtempSync(join(tmpdir(), 'zz-'))
const database = await openDatabase({ data, databaseUrl: process.argv[2] })
if (isRefusal(database)) throw new Error(database.code)
await migrate(database, recordMigrations)
const clerk = await startClerk({ store: createRecordStore(database), clock: createClock(), shared: database.engine === 'postgres' })
if (isRefusal(clerk)) throw new Error(clerk.code)
await clerk.submit({ by: 'nobody', id: ROOT, type: 'organization.found', unit: null, body: { name: 'Bench', root: ROOT, rules: PRESETS.branch, demonstration: false } })
const acts = Array.from({ length: ACTS }, (_, n) => ({ by: 'nobody', id: derivedUuid('bench', n), type: 'founding.member', unit: null, body: { member: `m-${String(n).padStart(12, '0')}`, home: ROOT, organizer: false, details: `${'A'.repeat(43)}=` } }))
let next = 0
const start = performance.now(); const cpu = process.cpuUsage()
await Promise.all(Array.from({ length: 64 }, async () => { for (let n = next++; n < ACTS; n = next++) { const a = await clerk.submit(acts[n]!); if (isRefusal(a)) throw new Error(a.code) } }))
const u = process.cpuUsage(cpu)
console.log('acts/s', Math.round(ACTS / (performance.now() - start) * 1000), 'user us/act', (u.user / ACTS).toFixed(1), 'sys', (u.system / ACTS).toFixed(1))
await clerk.stop(); await database.close(); rmSync(data, { recursive: true })
