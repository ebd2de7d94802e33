import type { Json } from '#kernel/canonical'
import type { KeptEntry } from './core/entry.ts'

/** An entry as both engines return it. */
export interface Row {
  readonly seq: number
  readonly at: number
  readonly by: string
  readonly id: string
  readonly type: string
  readonly law: number
  readonly unit: string | null
  readonly sig: string | null
  readonly body_hash: Uint8Array
  readonly salt: Uint8Array | null
  readonly body: string | null
}

/** The columns of `Row`; `record` is r, `record_body` is b. */
export const COLUMNS = 'r.seq, r.at, r."by", r.id, r.type, r.law, r.unit, r.sig, r.body_hash, b.salt, b.body'

/** How many entries a page of `read` holds. */
export const PAGE = 5000

/** A row as an entry; a withdrawn body is absent. */
export function parseRow(row: Row): KeptEntry {
  const { seq, at, by, id, type, law, unit, sig } = row
  const signed = sig === null ? {} : { sig }
  const held = row.salt === null || row.body === null ? {} : { salt: base64(row.salt), body: JSON.parse(row.body) as Json }
  return { seq, at, by, id, type, law, unit, ...signed, ...held, bodyHash: base64(row.body_hash) }
}

/** Bytes as base64; the server's quick way. */
export function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
}
