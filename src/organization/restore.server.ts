import { randomBytes } from 'node:crypto'
import { fromBase64, sameBytes, toBase64 } from '#kernel/bytes'
import { derivedUuid } from '#kernel/ids'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { hashPerson } from '#modules/members'
import { verifyEd25519 } from '#kernel/ed25519'
import {
  listColumns,
  loadRecord,
  migrate,
  openDatabase,
  type Column,
  type Database,
  type DatabaseOptions,
  type Log,
} from '#modules/record'
import { CLERK, hashBody, type KeptEntry } from '#modules/record/core'
import { check, createAudit, nextOrigin, refusalSentence, type Audit, type Org } from './core/index.ts'
import { countNothing, personIn, type DumpCounts } from './dump.server.ts'
import { parseDumpLine, type DumpLine, type HeldLine } from './dump-line.ts'
import { RESTORED_TABLES, ROW_TABLES } from './kept-tables.ts'
import { migrations } from './migrations.ts'
import { createWriter } from './write-dump-line.server.ts'

/** A dump that was read to its end and found whole. */
export interface SoundDump {
  readonly origin: string
  readonly size: number
  readonly root: Uint8Array
  readonly counts: DumpCounts
  readonly org: Org
}

/** Reads a dump line by line, and audits the record in it as any member would. */
export interface DumpCheck {
  /** The refusal for a line that is damaged; from then on nothing more need be read. */
  take(text: string | undefined, number: number): Refusal | undefined
  /** To be called once, after the last line. */
  finish(): SoundDump | Refusal
}

/** Begins to check a dump. Refusals name the line. */
export function checkDump(): DumpCheck {
  const audit = createAudit({ verify: verifyEd25519 })
  const counts = countNothing()
  const details = new Map<string, string>()
  let head: Extract<HeldLine, { kind: 'head' }> | undefined
  let end: DumpCounts | undefined

  function takeLine(line: DumpLine, number: number): Refusal | undefined {
    if (end !== undefined || (head === undefined) !== (line.kind === 'head'))
      return refuse('dump-line-misplaced', { line: number })
    switch (line.kind) {
      case 'head':
        head = line
        audit.take({ kind: 'head', origin: line.origin, key: line.key, checkpoint: line.checkpoint })
        return undefined
      case 'entry':
        if (line.entry.seq !== counts.entries++) return refuse('dump-line-misplaced', { line: number })
        keepDetails(details, line.entry)
        return takeAudited(audit, line, number)
      case 'text':
        counts.texts++
        return takeAudited(audit, line, number)
      case 'erased':
        counts.texts++
        return undefined
      case 'person':
        counts.people++
        return isRecorded(line, details) ? undefined : refuse('dump-line-damaged', { line: number })
      case 'account':
        counts.accounts++
        return details.has(line.account) ? undefined : refuse('dump-line-damaged', { line: number })
      case 'row':
        counts.rows++
        return ROW_TABLES.includes(line.row) ? undefined : refuse('dump-newer', { what: line.row })
      case 'end':
        end = line.end
        return undefined
    }
  }

  return {
    take(text, number) {
      const line =
        text === undefined ? refuse('line-not-json', { line: number }) : parseDumpLine(text, number)
      if (!isRefusal(line)) return takeLine(line, number)
      return number === 1 ? refuse('not-a-dump') : line
    },
    finish() {
      if (head === undefined) return refuse('not-a-dump')
      const isWhole =
        end !== undefined &&
        Object.entries(counts).every(([key, count]) => end?.[key as keyof DumpCounts] === count)
      if (!isWhole) return refuse('dump-cut')
      const { tree, violations, org } = audit.finish()
      const [first] = violations
      if (first !== undefined) return unsound(first.seq === undefined ? undefined : first.seq + 2, first)
      if (tree.root === undefined || tree.size === 0) return refuse('dump-empty')
      return { origin: head.origin, size: tree.size, root: tree.root, counts, org }
    },
  }
}

/** Hands a line to the audit; what its hashes show at once is refused at once. */
function takeAudited(
  audit: Audit,
  line: Extract<DumpLine, { kind: 'entry' | 'text' }>,
  number: number,
): Refusal | undefined {
  const before = audit.found()
  audit.take(line)
  const found = audit.found()
  return found === before || found === undefined ? undefined : unsound(number, found)
}

function unsound(
  line: number | undefined,
  {
    seq,
    code,
    facts,
  }: { readonly seq: number | undefined; readonly code: string; readonly facts: Refusal['facts'] },
): Refusal {
  return refuse('dump-unsound', {
    line: line ?? null,
    seq: seq ?? null,
    why: refusalSentence({ code, facts }),
  })
}

function keepDetails(details: Map<string, string>, entry: KeptEntry): void {
  const person = personIn(entry)
  if (person !== undefined) details.set(person.member, person.details)
}

/** Whether what is held about a person is what the record carries the hash of. */
function isRecorded(
  { person, name, email, salt }: Extract<HeldLine, { kind: 'person' }>,
  details: ReadonlyMap<string, string>,
): boolean {
  const bytes = fromBase64(salt)
  return bytes?.length === 16 && details.get(person) === hashPerson({ name, email, salt: bytes })
}

/** What a restore came to. */
export interface Restored {
  readonly log: Log
  /** The position of the entry that tells of it. */
  readonly seq: number
}

/** Hands the lines of the dump in order to a function that is awaited. */
export type EachLine = (
  take: (text: string | undefined, number: number) => Promise<Refusal | undefined>,
) => Promise<Refusal | undefined>

/**
 * Loads a dump that was checked into an empty database, all or nothing, and begins a new log whose first entry tells of it.
 * Refusals: those of opening, `not-empty`, `disk-full`, `database-gone`, `dump-changed`.
 */
export async function restoreDump(
  options: Omit<DatabaseOptions, 'readOnly'>,
  dump: SoundDump,
  eachLine: EachLine,
): Promise<Restored | Refusal> {
  const database = await openDatabase(options)
  if (isRefusal(database)) return database
  try {
    const migrated = await migrate(database, migrations)
    return isRefusal(migrated) ? migrated : await loadInto(database, dump, eachLine)
  } finally {
    await database.close()
  }
}

async function loadInto(
  database: Database,
  dump: SoundDump,
  eachLine: EachLine,
): Promise<Restored | Refusal> {
  const origin = nextOrigin(dump.origin) ?? `${dump.origin}/2`
  const number = Number(origin.slice(origin.lastIndexOf('/') + 1))
  const columns = new Map<string, readonly Column[]>()
  for (const table of ROW_TABLES) columns.set(table, await listColumns(database, table))
  const log = await loadRecord(database, { number, origin, empty: RESTORED_TABLES }, async (loader) => {
    const writer = createWriter(database, loader, columns)
    const fault = await eachLine((text, line) => writer.take(text, line))
    if (fault !== undefined) return fault
    await writer.flush()
    if (!sameBytes(loader.root(), dump.root)) return refuse('dump-changed')
    await loader.entries([restoredEntry(dump)])
    return 'done'
  })
  return isRefusal(log) ? log : { log, seq: dump.size }
}

/**
 * The entry that tells of the restore. Its time is that of the entry before it: only so does nothing fall due before it,
 * and the clerk still asks about the machine's clock when it starts.
 */
function restoredEntry({ origin, size, root, org }: SoundDump): KeptEntry {
  const { at, law } = org.head.get()
  const body = { origin, size, root: toBase64(root) }
  const id = derivedUuid('record.restored', origin, size)
  const entry = { seq: size, at, by: CLERK, id, type: 'record.restored', law, unit: null, body }
  const refusal = check(org, entry)
  if (refusal !== undefined) throw new Error(`bug: the record of a restore is refused: ${refusal.code}`)
  const salt = randomBytes(16)
  return { ...entry, salt: toBase64(salt), bodyHash: hashBody(salt, body) }
}
