import { DAY, HOUR, type Instant } from '#kernel/instant'
import type { Database } from '#modules/record'
import type { Session, SignedIn } from './access.ts'
import { extendSession, prepareSessionLookup, type KeptSession } from './access.sql.server.ts'
import { hashSecret, newToken } from './secret.server.ts'

const LASTS = 30 * DAY
// Carrying on writes, and a page should not.
const CARRIED_ON_EVERY = HOUR

/** A new session, as the member gets it and as it is kept. */
export function newSession(
  member: string,
  now: Instant,
): { readonly signedIn: SignedIn; readonly kept: KeptSession } {
  const token = newToken()
  const expires = now + LASTS
  return { signedIn: { member, token, expires }, kept: { member, tokenHash: hashSecret(token), expires } }
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
