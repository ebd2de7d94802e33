import type { CompiledQuery } from 'kysely'
import { hashSalted } from './core/index.ts'
import type { Database } from './database.ts'
import { holdText } from './record.sql.server.ts'

/** A text to be held beside the record: what the act says of it, and the row that goes with it. */
export interface Held {
  readonly ref: { readonly hash: string; readonly length: number }
  readonly row: CompiledQuery
}

/** Holds a text under its hash with this salt of 16 bytes: the same two give the same act, so that it can be sent again. */
export function holdWithSalt(database: Database, salt: Uint8Array, text: string): Held {
  const hash = hashSalted(salt, text)
  return { ref: { hash, length: text.length }, row: holdText(database, { hash, salt, text }) }
}
