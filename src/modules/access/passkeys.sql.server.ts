import type { Instant } from '#kernel/instant'
import type { Database } from '#modules/record'
import { sessionRow, type KeptSession } from './session-row.server.ts'
import { isUniqueFault, tables } from './tables.server.ts'

/** A passkey as it is kept. */
export interface KeptPasskey {
  readonly id: string
  readonly member: string
  readonly publicKey: Uint8Array
  readonly counter: number
  readonly name: string
  readonly added: Instant
  readonly used: Instant | undefined
}

/** Keeps a new passkey; one that is known already is not another's by that. */
export async function insertPasskey(
  database: Database,
  { id, member, publicKey, counter, name, added }: Omit<KeptPasskey, 'used'>,
): Promise<'done' | 'taken'> {
  const row = { id, member, public_key: Buffer.from(publicKey), counter, name, added, used: null }
  try {
    await tables(database).insertInto('access_passkey').values(row).execute()
    return 'done'
  } catch (error) {
    if (isUniqueFault(error)) return 'taken'
    throw error
  }
}

/** The passkey with this credential id. */
export async function findPasskey(database: Database, id: string): Promise<KeptPasskey | undefined> {
  const row = await tables(database)
    .selectFrom('access_passkey')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row && parse(row)
}

/** The passkeys of a member, the oldest first. */
export async function listPasskeys(database: Database, member: string): Promise<readonly KeptPasskey[]> {
  const rows = await tables(database)
    .selectFrom('access_passkey')
    .selectAll()
    .where('member', '=', member)
    .orderBy('added')
    .orderBy('id')
    .execute()
  return rows.map(parse)
}

type Row = {
  readonly id: string
  readonly member: string
  readonly public_key: Uint8Array
  readonly counter: number
  readonly name: string
  readonly added: number
  readonly used: number | null
}

function parse({ public_key, used, ...row }: Row): KeptPasskey {
  return { ...row, publicKey: new Uint8Array(public_key), used: used ?? undefined }
}

/** Notes that it was used and keeps the session, unless the passkey was removed meanwhile or its counter went on. */
export function usePasskey(
  database: Database,
  { id, counter: before }: KeptPasskey,
  { counter, used }: { readonly counter: number; readonly used: Instant },
  session: KeptSession,
): Promise<'done' | 'gone'> {
  return tables(database)
    .transaction()
    .execute(async (transaction) => {
      const row = await transaction
        .updateTable('access_passkey')
        .set({ counter, used })
        .where('id', '=', id)
        .where('counter', '=', before)
        .returning('id')
        .executeTakeFirst()
      if (row === undefined) return 'gone'
      await transaction.insertInto('access_session').values(sessionRow(session)).execute()
      return 'done'
    })
}

/** Names a member's passkey anew. */
export async function renamePasskey(
  database: Database,
  member: string,
  id: string,
  name: string,
): Promise<void> {
  await tables(database)
    .updateTable('access_passkey')
    .set({ name })
    .where('member', '=', member)
    .where('id', '=', id)
    .execute()
}

/** Takes a passkey from its member. */
export async function deletePasskey(database: Database, member: string, id: string): Promise<void> {
  await tables(database)
    .deleteFrom('access_passkey')
    .where('member', '=', member)
    .where('id', '=', id)
    .execute()
}
