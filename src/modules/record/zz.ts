import * as fs from 'node:fs'
import { createRecordStore, migrate, openDatabase, recordMigrations, holdText } from './index.ts'
import { hashBody } from './core/index.ts'
import { derivedUuid } from '#kernel/ids'
import { toBase64 } from '#kernel/bytes'
const db = await openDatabase({ data: process.argv[2]! })
if ('refused' in db) throw new Error(JSON.stringify(db))
console.log(await migrate(db, recordMigrations))
const store = createRecordStore(db)
const salt = new Uint8Array(16)
const e = (seq: number) => ({ seq, at: seq, by: 'x', id: derivedUuid(seq), type: 't', law: 1, unit: null, salt: toBase64(salt), body: seq, bodyHash: hashBody(salt, seq) })
const n0 = await store.size()
console.log(n0, await store.append(n0, [], () => ({ entries: [e(n0), e(n0+1)], alongside: [] })))
console.log(await store.append(n0+2, [], () => { console.log('deciding'); return { entries: Array.from({length: 20000}, (_, i) => e(n0+i + 2)), alongside: [] }}))
console.log(await store.size())
for await (const p of store.read(0)) console.log(p.length)
await db.close()
console.log('closed')
