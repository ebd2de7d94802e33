import type { CompiledQuery, Kysely } from 'kysely'
import type { Database } from './database.ts'

/** Bodies and texts of cases, each sealed by a key that does not stand in the database. */
type SealedTables = {
  readonly sealed_body: { readonly seq: number; readonly subject: string; readonly sealed: Uint8Array }
  readonly sealed_text: { readonly hash: string; readonly subject: string; readonly sealed: Uint8Array }
}

// Far below what either engine takes in one question.
const ASKED_AT_ONCE = 500

function tables(database: Database): Kysely<SealedTables> {
  return database.kysely.$extendTables<SealedTables>()
}

/** To go alongside the entry whose body it is. */
export function insertSealedBody(database: Database, row: SealedTables['sealed_body']): CompiledQuery {
  return tables(database)
    .insertInto('sealed_body')
    .values({ ...row, sealed: Buffer.from(row.sealed) })
    .compile()
}

/** To go alongside the entry that names its hash. The same text may be handed in again. */
export function insertSealedText(database: Database, row: SealedTables['sealed_text']): CompiledQuery {
  return tables(database)
    .insertInto('sealed_text')
    .values({ ...row, sealed: Buffer.from(row.sealed) })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .compile()
}

/** The sealed bodies of these entries that are still kept. */
export async function readSealedBodies(
  database: Database,
  seqs: readonly number[],
): Promise<readonly SealedTables['sealed_body'][]> {
  const rows: SealedTables['sealed_body'][] = []
  for (let from = 0; from < seqs.length; from += ASKED_AT_ONCE)
    rows.push(
      ...(await tables(database)
        .selectFrom('sealed_body')
        .selectAll()
        .where('seq', 'in', seqs.slice(from, from + ASKED_AT_ONCE))
        .execute()),
    )
  return rows
}

/** The sealed texts of these hashes that are still kept. */
export function readSealedTexts(
  database: Database,
  hashes: readonly string[],
): Promise<readonly SealedTables['sealed_text'][]> {
  if (hashes.length === 0) return Promise.resolve([])
  return tables(database).selectFrom('sealed_text').selectAll().where('hash', 'in', hashes).execute()
}

/** To go alongside the entry that ends a case: all bodies and texts of it are deleted. */
export function deleteSealed(database: Database, subject: string): readonly CompiledQuery[] {
  return (['sealed_body', 'sealed_text'] as const).map((table) =>
    tables(database).deleteFrom(table).where('subject', '=', subject).compile(),
  )
}
