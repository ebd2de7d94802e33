import type { Insertable } from 'kysely'
import type { Instant } from '#kernel/instant'
import type { Session } from './session.ts'
import type { AccessTables } from './tables.server.ts'

/** A session as it is kept. */
export interface KeptSession extends Session {
  readonly tokenHash: Uint8Array
  readonly since: Instant
  readonly device: string
}

/** The row of a session. */
export function sessionRow(session: KeptSession): Insertable<AccessTables['access_session']> {
  const { tokenHash, member, expires, since, device } = session
  return { token_hash: tokenHash, member, expires, since, device }
}
