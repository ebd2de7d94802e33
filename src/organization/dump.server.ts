import { toBase64 } from '#kernel/bytes'
import { readAccounts } from '#modules/access'
import { readPeople } from '#modules/members'
import { listHeldTexts, readRows, signCheckpoint, type Database } from '#modules/record'
import { entryLine, type KeptEntry } from '#modules/record/core'
import { DUMP_FORMAT, formatDumpLine, type DumpLine } from './dump-line.ts'
import { ROW_TABLES } from './kept-tables.ts'
import type { OpenRecord } from './open-record.server.ts'

/** How many lines of each sort a dump has. */
export interface DumpCounts {
  entries: number
  texts: number
  people: number
  accounts: number
  /** Of all other tables. */
  rows: number
}

/** Nothing counted yet. */
export function countNothing(): DumpCounts {
  return { entries: 0, texts: 0, people: 0, accounts: 0, rows: 0 }
}

const AT_ONCE = 500

/**
 * All that is kept, line by line: the record with bodies and salts, texts, people, accounts, rows of other tables; kept-tables.ts
 * says what is left out. `counts` grows as lines are given. The database is a reader's, so that all lines are of one moment.
 */
export async function* dumpAll(
  { database, store, log }: Pick<OpenRecord, 'database' | 'store' | 'log'>,
  counts: DumpCounts,
): AsyncGenerator<string> {
  for await (const line of allLines(database, store, log, counts)) yield formatDumpLine(line)
}

async function* allLines(
  database: Database,
  store: OpenRecord['store'],
  { origin, vkey }: OpenRecord['log'],
  counts: DumpCounts,
): AsyncGenerator<DumpLine> {
  const checkpoint = await signCheckpoint(database, store)
  yield { kind: 'head', dump: DUMP_FORMAT, origin, key: vkey, checkpoint }
  const members = new Set<string>()
  for await (const page of store.read(0, Number(checkpoint.split('\n')[1])))
    for (const kept of page) {
      const person = personIn(kept)
      if (person !== undefined) members.add(person.member)
      counts.entries++
      yield entryLine(kept)
    }
  yield* texts(database, counts)
  for (const some of inParts([...members])) yield* people(database, some, counts)
  for (const table of ROW_TABLES)
    for await (const values of readRows(database, table)) {
      counts.rows++
      yield { kind: 'row', row: table, values }
    }
  yield { kind: 'end', end: { ...counts } }
}

async function* texts(database: Database, counts: DumpCounts): AsyncGenerator<DumpLine> {
  for (let after = ''; ;) {
    const page = await listHeldTexts(database, after, AT_ONCE)
    for (const each of page) {
      counts.texts++
      if ('erasedAt' in each) yield { kind: 'erased', erased: each.hash, erasedAt: each.erasedAt }
      else yield { kind: 'text', text: each.hash, salt: toBase64(each.salt), value: each.text }
    }
    const last = page.at(-1)
    if (last === undefined) return
    after = last.hash
  }
}

async function* people(
  database: Database,
  members: readonly string[],
  counts: DumpCounts,
): AsyncGenerator<DumpLine> {
  for (const { member, name, email, salt } of (await readPeople(database, members)).values()) {
    counts.people++
    yield { kind: 'person', person: member, name, email, salt: toBase64(salt) }
  }
  for (const { member, login, passwordHash } of await readAccounts(database, members)) {
    counts.accounts++
    yield { kind: 'account', account: member, login, passwordHash }
  }
}

function inParts<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / AT_ONCE) }, (_, i) =>
    items.slice(i * AT_ONCE, (i + 1) * AT_ONCE),
  )
}

/** Who comes onto the roll with this entry, and the salted hash of what is held about them. */
export function personIn({
  body,
}: KeptEntry): { readonly member: string; readonly details: string } | undefined {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined
  if (!('member' in body) || !('details' in body)) return undefined
  const { member, details } = body
  return typeof member === 'string' && typeof details === 'string' ? { member, details } : undefined
}
