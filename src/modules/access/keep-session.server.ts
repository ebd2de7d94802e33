import { sameBytes, toHex } from '#kernel/bytes'
import { DAY, HOUR, type Instant } from '#kernel/instant'
import type { Database } from '#modules/record'
import type { ListedSession } from './access.ts'
import type { Session, SignedIn } from './session.ts'
import type { KeptSession } from './session-row.server.ts'
import { formatDevice, parseDevice, type Device } from './core/device.ts'
import { hashSecret, newToken } from './secret.server.ts'
import { endSession, extendSession, listSessions, prepareSessionLookup } from './sessions.sql.server.ts'

const LASTS = 30 * DAY
// Carrying on writes, and a page should not.
const CARRIED_ON_EVERY = HOUR

/** A new session, as the member gets it and as it is kept. */
export function newSession(
  member: string,
  now: Instant,
  device?: Device,
): { readonly signedIn: SignedIn; readonly kept: KeptSession } {
  const token = newToken()
  const expires = now + LASTS
  const kept = { member, tokenHash: hashSecret(token), expires, since: now, device: formatDevice(device) }
  return { signedIn: { member, token, expires }, kept }
}

/** The look-up by token that carries a used session on. */
export function openSessions(
  database: Database,
): (token: string, now: Instant) => Promise<Session | undefined> {
  const lookUp = prepareSessionLookup(database)
  return async (token, now) => {
    const tokenHash = hashSecret(token)
    const session = await lookUp(tokenHash)
    if (session === undefined || session.expires <= now) return undefined
    const expires = now + LASTS
    if (expires - session.expires < CARRIED_ON_EVERY) return session
    await extendSession(database, tokenHash, expires)
    return { member: session.member, expires }
  }
}

/** The member's sessions, the latest used first; `token` says which of them asks. */
export async function readSessions(
  database: Database,
  member: string,
  token: string,
  now: Instant,
): Promise<readonly ListedSession[]> {
  const here = hashSecret(token)
  const sessions = await listSessions(database, member, now)
  return sessions.map(({ tokenHash, expires, since, device }) => ({
    id: idOf(tokenHash),
    since,
    // A use is written at most once an hour, and no finer does anybody need to know it.
    used: Math.floor((expires - LASTS) / HOUR) * HOUR,
    device: parseDevice(device),
    isThis: sameBytes(tokenHash, here),
  }))
}

/** Ends the one of the member's sessions that the list names so. */
export async function endListedSession(
  database: Database,
  member: string,
  id: string,
  now: Instant,
): Promise<void> {
  for (const { tokenHash } of await listSessions(database, member, now))
    if (idOf(tokenHash) === id) await endSession(database, tokenHash)
}

/** Names a session in a form, and tells nothing that would open it. */
function idOf(tokenHash: Uint8Array): string {
  return toHex(tokenHash.subarray(0, 8))
}
