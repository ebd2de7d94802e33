import { createHmac } from 'node:crypto'
import type { CompiledQuery } from 'kysely'
import { toBase64 } from '#kernel/bytes'
import type { Json } from '#kernel/canonical'
import { hashBody, hashSalted, type KeptEntry } from './core/entry.ts'
import type { Database } from './database.ts'
import type { Held } from './hold-with-salt.server.ts'
import { sealFor, unsealFor } from './seal.server.ts'
import {
  deleteSealed,
  insertSealedBody,
  insertSealedText,
  readSealedBodies,
  readSealedTexts,
} from './sealed.sql.server.ts'

/**
 * What of the record lies sealed beside it: bodies that name somebody, and texts, by what they are about. The record's own tables hold
 * neither body nor salt of such an entry, as of one that was withdrawn: whatever reads them meets nothing.
 */
export interface Sealed {
  /** Whether there is a key to seal with; one is made where that may be. */
  ready(): Promise<boolean>
  /** Whether a key is at hand, so that something can be sealed now. */
  isReady(): boolean
  /** A salt of 16 bytes that goes with an id, the same each time, and that nobody finds without the key; only where it is ready. */
  saltOf(id: string): Uint8Array
  /** The row of a body; only where it is ready. */
  keepBody(
    entry: { readonly seq: number; readonly salt: Uint8Array; readonly body: Json },
    subject: string,
  ): CompiledQuery
  /** A text under its salted hash: what the act says of it, and its row; only where it is ready. */
  hold(subject: string, salt: Uint8Array, text: string): Held
  /** Deletes all bodies and texts of a subject. */
  withdraw(subject: string): readonly CompiledQuery[]
  /** The same entries, those that are sealed with their bodies, as far as they are kept and open. */
  open(entries: readonly KeptEntry[]): Promise<readonly KeptEntry[]>
  /** The texts of a subject that are still kept, by their hashes. */
  texts(subject: string, hashes: readonly string[]): Promise<ReadonlyMap<string, string>>
}

/** Where the key comes from: `make` says whether it may be made. */
export type KeyOf = (make: boolean) => Promise<Uint8Array | undefined>

/** What is sealed in this database, with a key that does not stand in it. */
export function openSealed(database: Database, keyOf: KeyOf): Sealed {
  let key: Uint8Array | undefined

  function keyNow(): Uint8Array {
    if (key === undefined) throw new Error('bug: something is to be sealed before there is a key')
    return key
  }

  async function lookForKey(): Promise<Uint8Array | undefined> {
    return (key ??= await keyOf(false))
  }

  return {
    async ready() {
      key ??= await keyOf(true)
      return key !== undefined
    },
    isReady: () => key !== undefined,
    saltOf: (id) =>
      new Uint8Array(createHmac('sha256', keyNow()).update(purposeOf('salt', id)).digest()).slice(0, 16),
    keepBody({ seq, salt, body }, subject) {
      const text = JSON.stringify({ salt: toBase64(salt), body })
      const sealed = sealFor(keyNow(), purposeOf('body', subject, String(seq)), Buffer.from(text))
      return insertSealedBody(database, { seq, subject, sealed })
    },
    hold(subject, salt, text) {
      const hash = hashSalted(salt, text)
      const sealed = sealFor(keyNow(), purposeOf('text', subject, hash), Buffer.from(text))
      return {
        ref: { hash, length: text.length },
        row: insertSealedText(database, { hash, subject, sealed }),
      }
    },
    withdraw: (subject) => deleteSealed(database, subject),
    async open(entries) {
      const closed = entries.filter(({ body }) => body === undefined).map(({ seq }) => seq)
      if (closed.length === 0) return entries
      const rows = await readSealedBodies(database, closed)
      const held = rows.length === 0 ? undefined : await lookForKey()
      if (held === undefined) return entries
      const bySeq = new Map(rows.map((row) => [row.seq, row]))
      return entries.map((entry) => {
        const row = bySeq.get(entry.seq)
        return row === undefined ? entry : openBody(held, entry, row)
      })
    },
    async texts(subject, hashes) {
      const held = await lookForKey()
      const rows = held === undefined ? [] : await readSealedTexts(database, hashes)
      return new Map(
        rows.flatMap(({ hash, subject: of, sealed }) => {
          const bytes =
            held === undefined || of !== subject
              ? undefined
              : unsealFor(held, purposeOf('text', subject, hash), sealed)
          return bytes === undefined ? [] : [[hash, Buffer.from(bytes).toString()] as const]
        }),
      )
    },
  }
}

function purposeOf(...parts: readonly string[]): string {
  return `plenum/sealed/1 ${parts.join(' ')}`
}

/** The entry with its body; as it is where the key is another, or the row is of another body. */
function openBody(
  key: Uint8Array,
  entry: KeptEntry,
  { seq, subject, sealed }: { readonly seq: number; readonly subject: string; readonly sealed: Uint8Array },
): KeptEntry {
  const bytes = unsealFor(key, purposeOf('body', subject, String(seq)), sealed)
  if (bytes === undefined) return entry
  const { salt, body } = JSON.parse(Buffer.from(bytes).toString()) as { salt: string; body: Json }
  return hashBody(Buffer.from(salt, 'base64'), body) === entry.bodyHash ? { ...entry, salt, body } : entry
}
