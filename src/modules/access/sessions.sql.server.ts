import type { Instant } from '#kernel/instant'
import type { Database } from '#modules/record'
import type { Session } from './session.ts'
import type { KeptSession } from './session-row.server.ts'
import { tables } from './tables.server.ts'

/** The look-up of every page: prepared once, past Kysely, and on SQLite without waiting. */
export function prepareSessionLookup(
  database: Database,
): (tokenHash: Uint8Array) => Promise<Session | undefined> {
  if (database.engine === 'sqlite') {
    const statement = database.sqlite.prepare(
      'select member, expires from access_session where token_hash = ?',
    )
    return (tokenHash) => Promise.resolve(statement.get(tokenHash) as Session | undefined)
  }
  const { pool } = database
  const query = {
    name: 'access-session',
    text: 'select member, expires from access_session where token_hash = $1',
  }
  return async (tokenHash) => (await pool.query<Session>({ ...query, values: [tokenHash] })).rows[0]
}

/** Carries a session on. */
export async function extendSession(
  database: Database,
  tokenHash: Uint8Array,
  expires: Instant,
): Promise<void> {
  await tables(database)
    .updateTable('access_session')
    .set({ expires })
    .where('token_hash', '=', tokenHash)
    .where('expires', '<', expires)
    .execute()
}

/** Ends one session. */
export async function endSession(database: Database, tokenHash: Uint8Array): Promise<void> {
  await tables(database).deleteFrom('access_session').where('token_hash', '=', tokenHash).execute()
}

/** Ends all sessions of a member, but for this one where it is named. */
export async function endSessions(database: Database, member: string, except?: Uint8Array): Promise<void> {
  await tables(database)
    .deleteFrom('access_session')
    .where('member', '=', member)
    .$if(except !== undefined, (query) => query.where('token_hash', '<>', except ?? new Uint8Array()))
    .execute()
}

/** The sessions of a member, the latest used first. */
export async function listSessions(
  database: Database,
  member: string,
  now: Instant,
): Promise<readonly KeptSession[]> {
  const rows = await tables(database)
    .selectFrom('access_session')
    .selectAll()
    .where('member', '=', member)
    .where('expires', '>', now)
    .orderBy('expires', 'desc')
    .execute()
  return rows.map(({ token_hash, expires, since, device }) => ({
    tokenHash: token_hash,
    member,
    expires,
    since,
    device,
  }))
}
