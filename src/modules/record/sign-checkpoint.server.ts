import { bug } from '#kernel/bug'
import { sameBytes, toBase64 } from '#kernel/bytes'
import { signEd25519 } from '#kernel/ed25519'
import { formatCheckpoint } from './core/checkpoint.ts'
import { formatVkey, parseVkey, signNote } from './core/note.ts'
import { isRefusal } from '#kernel/refusal'
import type { Database } from './database.ts'
import {
  insertFirstLog,
  keepCheckpoint,
  newestCheckpoint,
  newestLog,
  type LogRow,
} from './record.sql.server.ts'
import { createSigningKey } from './signing-key.server.ts'
import type { RecordStore } from './store.ts'
import { readRoot } from './tree.server.ts'

/** The log as others see it: its name and its verifier key. */
export interface Log {
  readonly origin: string
  readonly vkey: string
}

/** The log of this record. It is made once, under this origin with a fresh key; later the origin it was made with stands. */
export async function openLog(database: Database, origin: string): Promise<Log> {
  const log = (await newestLog(database)) ?? (await createLog(database, origin))
  return { origin: log.origin, vkey: log.vkey }
}

/**
 * The clerk's seeds for lots: its signature under what is to be decided. Ed25519 signs the same always alike, so that nothing has
 * to be kept, all processes have the same, and the clerk could give no other seed than this one.
 */
export async function openSeeds(database: Database): Promise<(subject: string) => string> {
  const log = (await newestLog(database)) ?? bug('there is no log yet')
  return (subject) => toBase64(signEd25519(log.seed, new TextEncoder().encode(`plenum/seed/1 ${subject}`)))
}

/** The log of this record where there is one: for who only reads. */
export async function readLog(database: Database): Promise<Log | undefined> {
  const log = await newestLog(database)
  return log === undefined ? undefined : { origin: log.origin, vkey: log.vkey }
}

async function createLog(database: Database, origin: string): Promise<LogRow> {
  const { seed, publicKey } = createSigningKey()
  const vkey = formatVkey({ name: origin, publicKey })
  if (isRefusal(parseVkey(vkey))) bug(`an origin must have neither space nor plus: ${origin}`)
  await insertFirstLog(database, { origin, vkey, seed })
  return (await newestLog(database)) ?? bug('the log was not made')
}

/**
 * The signed checkpoint over all entries there are: a note (c2sp.org/tlog-checkpoint). For the same size always the same.
 * Before it signs it makes sure that what it signed last is the beginning of what it signs now; where it is not, somebody
 * changed the database, and it throws rather than put its name to two histories.
 */
export async function signCheckpoint(database: Database, store: RecordStore): Promise<string> {
  const log = (await newestLog(database)) ?? bug('there is no log yet')
  const last = await newestCheckpoint(database, log.number)
  const size = await store.size()
  if (last !== undefined) {
    if (size < last.size) bug(`${last.size} entries are signed, the record has ${size}: it was cut`)
    const isSameHistory = sameBytes(await readRoot(store, last.size), last.root)
    if (!isSameHistory)
      bug(`the first ${last.size} entries are not those that were signed: the record was changed`)
    if (size === last.size) return last.note
  }
  const root = await readRoot(store, size)
  const key = parseVkey(log.vkey)
  if (isRefusal(key)) return bug('the key of the log is damaged')
  const text = formatCheckpoint({ origin: log.origin, size, root })
  const note = signNote(text, key, (message) => signEd25519(log.seed, message))
  // Beside a writer nothing can be kept. It signs what is committed, which whoever signs next finds as its beginning.
  if (database.readOnly) return note
  await keepCheckpoint(database, { log: log.number, size, root, note })
  // Another process may have signed a larger tree meanwhile: then that one is the newest.
  return (await newestCheckpoint(database, log.number))?.note ?? bug('the checkpoint was not kept')
}
