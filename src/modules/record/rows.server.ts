import type { Json } from '#kernel/canonical'
import type { KeptEntry } from './core/entry.ts'

/** An entry as both engines return it, the columns in this order: a list is read a third faster than an object. */
export type Row = readonly [
  seq: number,
  at: number,
  by: string,
  id: string,
  type: string,
  law: number,
  unit: string | null,
  sig: string | null,
  bodyHash: string,
  salt: string | null,
  body: string | null,
]

/** The columns of `Row`; `record` is r, `record_body` is b. */
export const COLUMNS = 'r.seq, r.at, r."by", r.id, r.type, r.law, r.unit, r.sig, r.body_hash, b.salt, b.body'

/** How many entries a page of `read` holds. */
export const PAGE = 5000

/** A row as an entry; a withdrawn body is absent. */
export function parseRow([seq, at, by, id, type, law, unit, sig, bodyHash, salt, body]: Row): KeptEntry {
  const header = { seq, at, by, id, type, law, unit, bodyHash }
  const held = salt === null || body === null ? header : { ...header, salt, body: JSON.parse(body) as Json }
  return sig === null ? held : { ...held, sig }
}

/** The same columns by name: what Kysely returns, for lists of some dozen entries. */
export interface NamedRow {
  readonly seq: number
  readonly at: number
  readonly by: string
  readonly id: string
  readonly type: string
  readonly law: number
  readonly unit: string | null
  readonly sig: string | null
  readonly body_hash: string
  readonly salt: string | null
  readonly body: string | null
}

/** A named row as an entry. */
export function parseNamedRow(row: NamedRow): KeptEntry {
  const { seq, at, by, id, type, law, unit, sig, body_hash: bodyHash, salt, body } = row
  return parseRow([seq, at, by, id, type, law, unit, sig, bodyHash, salt, body])
}
