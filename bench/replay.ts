// Replay, audit, cold start and memory on a made record, against bare SHA-256 and JSON.parse of the same bytes. Each part runs
// in a process of its own, so that one's memory is not another's.
import { signEd25519 } from '#kernel/ed25519'
import { execFileSync } from 'node:child_process'
import { hash } from 'node:crypto'
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toBase64 } from '#kernel/bytes'
import { isRefusal } from '#kernel/refusal'
import {
  appendLeaf,
  createFrontier,
  formatCheckpoint,
  formatExportLine,
  formatVkey,
  frontierRoot,
  hashLeaf,
  leafText,
  parseVkey,
  signNote,
} from '#modules/record/core'
import { createRecordStore, createSigningKey, migrate, openDatabase, recordMigrations } from '#modules/record'
import { createClock, startClerk } from '#organization/server'
import { audit } from '../src/cli/audit.ts'
import { foldLong, longRecord, type Size } from './long-record.ts'
import { writeFolder } from './write-folder.ts'
import { maxResident, megabytes, option, report, timed } from './report.ts'

const SIZE: Size = {
  members: option('members', 100_000),
  votes: option('votes', 500),
  entries: option('entries', 1_000_000),
}

/** The record as an export file: entries after a head whose checkpoint covers them. */
async function writeExport(file: string): Promise<void> {
  const body = `${file}.body`
  const out = createWriteStream(body)
  const frontier = createFrontier()
  for (const entry of longRecord(SIZE)) {
    const leaf = hashLeaf(leafText(entry))
    appendLeaf(frontier, leaf)
    const line = formatExportLine({ kind: 'entry', entry, leaf: toBase64(leaf) })
    if (!out.write(`${line}\n`)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
  const { seed, publicKey } = createSigningKey()
  const origin = 'plenum/bench/1'
  const vkey = formatVkey({ name: origin, publicKey })
  const key = parseVkey(vkey)
  if (isRefusal(key)) throw new Error(key.code)
  const text = formatCheckpoint({ origin, size: frontier.size, root: frontierRoot(frontier) })
  const checkpoint = signNote(text, key, (message) => signEd25519(seed, message))
  writeFileSync(file, `${formatExportLine({ kind: 'head', origin, key: vkey, checkpoint })}\n`)
  execFileSync('/bin/sh', ['-c', 'cat "$0" >> "$1" && rm "$0"', body, file])
}

const parts = {
  bare(file: string): void {
    const start = performance.now()
    let lines = 0
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      if (line === '') continue
      JSON.parse(line)
      hash('sha256', line, 'hex')
      lines++
    }
    const seconds = (performance.now() - start) / 1000
    console.log(JSON.stringify({ seconds, lines }))
  },
  async audit(file: string): Promise<void> {
    const { seconds, answer } = await timed(() => audit([file, '--no-seen']))
    if (answer !== 0) throw new Error('the made record does not audit')
    console.log(JSON.stringify({ seconds, resident: maxResident() }))
  },
  async start(data: string): Promise<void> {
    const { seconds } = await timed(async () => {
      const database = await openDatabase({ data })
      if (isRefusal(database)) throw new Error(database.code)
      await migrate(database, recordMigrations)
      const clerk = await startClerk({
        store: createRecordStore(database),
        clock: createClock(),
        shared: false,
      })
      if (isRefusal(clerk)) throw new Error(clerk.code)
      await clerk.stop()
      await database.close()
    })
    console.log(JSON.stringify({ seconds, resident: maxResident() }))
  },
  image(members: string, votes: string): void {
    const before = used()
    const org = foldLong({
      members: Number(members),
      votes: Number(votes),
      entries: Number(members) * 1.2 + Number(votes) * 200,
    })
    const heap = used() - before
    console.log(JSON.stringify({ heap, resident: maxResident(), size: org.head.get().size }))
  },
}

function used(): number {
  global.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

function inProcess(part: keyof typeof parts, ...args: readonly string[]): Record<string, number> {
  const own = [join(import.meta.dirname, 'replay.ts'), '--part', part, ...args]
  const text = execFileSync(process.execPath, ['--expose-gc', '--max-old-space-size=8192', ...own], {
    encoding: 'utf8',
  })
  return JSON.parse(text.trim().split('\n').at(-1) ?? '{}') as Record<string, number>
}

async function measure(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'plenum-bench-'))
  const file = join(folder, 'record.jsonl')
  await writeExport(file)
  report('made record', `${SIZE.entries} entries, ${megabytes(statSync(file).size)}`)
  const bare = inProcess('bare', file)
  report('bare SHA-256 and JSON.parse', `${bare['seconds']?.toFixed(1)} s`)
  const audited = inProcess('audit', file)
  const { seconds = 0, resident = 0 } = audited
  report('audit, the whole command', `${seconds.toFixed(1)} s, ${megabytes(resident)}`, '20 s, 1000 MB')
  report('audit against bare', `${(seconds / (bare['seconds'] ?? 1)).toFixed(1)} x`, 'at most 5 x')
  await writeFolder(join(folder, 'data'), longRecord(SIZE))
  const start = inProcess('start', join(folder, 'data'))
  report(
    'cold start (SQLite)',
    `${start['seconds']?.toFixed(1)} s, ${megabytes(start['resident'] ?? 0)}`,
    '10 s',
  )
  for (const [members, most] of [
    [100_000, 200],
    [1_000_000, 600],
  ] as const) {
    const image = inProcess('image', String(members), '500')
    report(`image of ${members} members, 500 votes`, megabytes(image['heap'] ?? 0), `at most ${most} MB`)
  }
  rmSync(folder, { recursive: true })
}

const at = process.argv.indexOf('--part')
if (at < 0) await measure()
else {
  const [part, ...args] = process.argv.slice(at + 1)
  if (part === 'bare') parts.bare(args[0] ?? '')
  if (part === 'audit') await parts.audit(args[0] ?? '')
  if (part === 'start') await parts.start(args[0] ?? '')
  if (part === 'image') parts.image(args[0] ?? '', args[1] ?? '')
}
