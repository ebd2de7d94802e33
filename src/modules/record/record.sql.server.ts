import { sql, type CompiledQuery, type Kysely } from 'kysely'
import type { Instant } from '#kernel/instant'
import type { KeptEntry } from './core/entry.ts'
import type { Database, SqliteDatabase } from './database.ts'
import { selectPrepared } from './prepared.server.ts'
import { COLUMNS, parseNamedRow, type NamedRow } from './rows.server.ts'

/** The tables of this module that Kysely serves. `record` and `record_body` are the stores' own. */
type RecordTables = {
  readonly held_text: {
    readonly hash: string
    readonly salt: Uint8Array | null
    readonly text: string | null
    readonly erased_at: number | null
  }
  readonly log: {
    readonly number: number
    readonly origin: string
    readonly vkey: string
    readonly seed: Uint8Array
  }
  readonly checkpoint: {
    readonly log: number
    readonly size: number
    readonly root: Uint8Array
    readonly note: string
  }
}

/** A text that stands beside the record under SHA-256(salt || text), base64. */
export interface HeldText {
  readonly hash: string
  readonly salt: Uint8Array
  readonly text: string
}

/** The hash of a text that is held no longer. */
export interface ErasedText {
  readonly hash: string
  readonly erasedAt: Instant
}

/** The log's own key. The newest is the one that signs. */
export type LogRow = RecordTables['log']

/** The newest checkpoint of a log. */
export type CheckpointRow = RecordTables['checkpoint']

function tables(database: Database): Kysely<RecordTables> {
  return database.kysely.$extendTables<RecordTables>()
}

/** To go alongside an entry that names the text's hash. The same text with the same salt may be handed in again. */
export function holdText(database: Database, { hash, salt, text }: HeldText): CompiledQuery {
  return tables(database)
    .insertInto('held_text')
    .values({ hash, salt: Buffer.from(salt), text, erased_at: null })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .compile()
}

/** To go alongside the entry that erases: text and salt go, the hash stays. */
export function eraseHeldText(database: Database, hash: string, at: Instant): CompiledQuery {
  return tables(database)
    .updateTable('held_text')
    .set({ salt: null, text: null, erased_at: at })
    .where('hash', '=', hash)
    .where('erased_at', 'is', null)
    .compile()
}

/** The texts that are still held, of these hashes; those erased or unknown are not among them. */
export async function readHeldTexts(
  database: Database,
  hashes: readonly string[],
): Promise<readonly HeldText[]> {
  if (hashes.length === 0) return []
  const rows =
    database.engine === 'sqlite'
      ? selectHeldTexts(database, hashes)
      : await tables(database).selectFrom('held_text').selectAll().where('hash', 'in', hashes).execute()
  return rows.flatMap(({ hash, salt, text }) =>
    salt === null || text === null ? [] : [{ hash, salt, text }],
  )
}

type HeldRow = RecordTables['held_text']

function selectHeldTexts(database: SqliteDatabase, hashes: readonly string[]): readonly HeldRow[] {
  return selectPrepared(
    database,
    'select hash, salt, text, erased_at from held_text where hash in (select value from json_each(?))',
    JSON.stringify(hashes),
  ) as readonly HeldRow[]
}

/** Which entries are looked for: from a position on, before a position, of a type, by somebody. */
export interface EntrySearch {
  readonly from?: number
  readonly below?: number | undefined
  readonly type?: string | undefined
  readonly by?: string | undefined
  readonly unit?: string | undefined
  /** What stands in the body, letter by letter: reads every body between the positions. */
  readonly about?: string | undefined
  readonly count: number
}

/** The newest entries of this kind, newest first. */
export async function findEntries(database: Database, search: EntrySearch): Promise<readonly KeptEntry[]> {
  const { from = 0, below = Number.MAX_SAFE_INTEGER, type, by, unit, about, count } = search
  const ofType = type === undefined ? sql`` : sql`and r.type = ${type}`
  const ofAuthor = by === undefined ? sql`` : sql`and r."by" = ${by}`
  const ofUnit = unit === undefined ? sql`` : sql`and r.unit = ${unit}`
  const pattern = `%${about?.replaceAll(/[\\%_]/g, '\\$&') ?? ''}%`
  const saying = about === undefined ? sql`` : sql`and b.body like ${pattern} escape '\\'`
  const { rows } = await sql<NamedRow>`
    select ${sql.raw(COLUMNS)} from record r join record_body b on b.seq = r.seq
    where r.seq >= ${from} and r.seq < ${below} ${ofType} ${ofAuthor} ${ofUnit} ${saying}
    order by r.seq desc limit ${count}`.execute(database.kysely)
  return rows.map(parseNamedRow)
}

// Far below what either engine takes in one question.
const ASKED_AT_ONCE = 500

/** When the entries at these positions were made. */
export async function readTimes(
  database: Database,
  seqs: readonly number[],
): Promise<ReadonlyMap<number, Instant>> {
  const times = new Map<number, Instant>()
  for (let from = 0; from < seqs.length; from += ASKED_AT_ONCE) {
    const asked = sql.join(seqs.slice(from, from + ASKED_AT_ONCE))
    const { rows } = await sql<{
      seq: number
      at: number
    }>`select seq, at from record where seq in (${asked})`.execute(database.kysely)
    for (const { seq, at } of rows) times.set(seq, at)
  }
  return times
}

/** Which of the entries at these positions carry a signature, from a law on. */
export async function signedAmong(
  database: Database,
  seqs: readonly number[],
  since: number,
): Promise<ReadonlySet<number>> {
  const signed = new Set<number>()
  for (let from = 0; from < seqs.length; from += ASKED_AT_ONCE) {
    const asked = sql.join(seqs.slice(from, from + ASKED_AT_ONCE))
    const { rows } = await sql<{
      seq: number
    }>`select seq from record where seq in (${asked}) and sig is not null and law >= ${since}`.execute(
      database.kysely,
    )
    for (const { seq } of rows) signed.add(seq)
  }
  return signed
}

/** The position of the first entry made at this time or later; `size` where there is none. Times never go back: some twenty look-ups. */
export async function positionSince(database: Database, size: number, at: Instant): Promise<number> {
  let [low, high] = [0, size]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const { rows } = await sql<{ at: number }>`select at from record where seq = ${middle}`.execute(
      database.kysely,
    )
    if ((rows[0]?.at ?? Infinity) < at) low = middle + 1
    else high = middle
  }
  return low
}

/** Every text under its hash, erased ones without: those after this hash, in order, `count` at most. */
export async function listHeldTexts(
  database: Database,
  after: string,
  count: number,
): Promise<readonly (HeldText | ErasedText)[]> {
  const rows = await tables(database)
    .selectFrom('held_text')
    .selectAll()
    .where('hash', '>', after)
    .orderBy('hash')
    .limit(count)
    .execute()
  return rows.map(({ hash, salt, text, erased_at: at }) =>
    salt === null || text === null ? { hash, erasedAt: at ?? 0 } : { hash, salt, text },
  )
}

/** To go into a restored record: that a text was erased. */
export function insertErasedText(database: Database, { hash, erasedAt }: ErasedText): CompiledQuery {
  return tables(database)
    .insertInto('held_text')
    .values({ hash, salt: null, text: null, erased_at: erasedAt })
    .compile()
}

/** The log that signs, if one was made. */
export function newestLog(database: Database): Promise<LogRow | undefined> {
  return tables(database).selectFrom('log').selectAll().orderBy('number', 'desc').limit(1).executeTakeFirst()
}

/** Makes the first log. Where another process was quicker, its own stays. */
export async function insertFirstLog(database: Database, row: Omit<LogRow, 'number'>): Promise<void> {
  await tables(database)
    .insertInto('log')
    .values({ ...row, seed: Buffer.from(row.seed), number: 1 })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** To go into a restored record: the log that signs from then on. */
export function insertLog(database: Database, row: LogRow): CompiledQuery {
  return tables(database)
    .insertInto('log')
    .values({ ...row, seed: Buffer.from(row.seed) })
    .compile()
}

/** What this log signed last. */
export function newestCheckpoint(database: Database, log: number): Promise<CheckpointRow | undefined> {
  return tables(database).selectFrom('checkpoint').selectAll().where('log', '=', log).executeTakeFirst()
}

/** Keeps a checkpoint unless one of the same or a larger size is kept. */
export async function keepCheckpoint(database: Database, row: CheckpointRow): Promise<void> {
  const { size, note } = row
  const root = Buffer.from(row.root)
  await tables(database)
    .insertInto('checkpoint')
    .values({ ...row, root })
    .onConflict((conflict) =>
      conflict
        .column('log')
        .doUpdateSet({ size, root, note })
        .where('checkpoint.size', '<', sql<number>`excluded.size`),
    )
    .execute()
}

/** How many bytes the database takes, its log of writes left out. */
export async function databaseSize({ engine, kysely }: Database): Promise<number> {
  const size =
    engine === 'sqlite'
      ? sql<{
          bytes: number
        }>`select page_count * page_size as bytes from pragma_page_count(), pragma_page_size()`
      : sql<{ bytes: number }>`select pg_database_size(current_database()) as bytes`
  return (await size.execute(kysely)).rows[0]?.bytes ?? 0
}

/** The checkpoint that was signed last, as it was signed; undefined where none was. */
export async function lastCheckpoint(database: Database): Promise<CheckpointRow | undefined> {
  const log = await newestLog(database)
  return log === undefined ? undefined : newestCheckpoint(database, log.number)
}
