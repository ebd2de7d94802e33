import { HOUR, MINUTE } from '#kernel/instant'
import { normalizeCode } from '#kernel/short-code'
import type { Database } from '#modules/record'
import {
  endOperatorSession,
  exchangeOperatorCode,
  findOperatorSession,
  keepOperatorCode,
} from './operator.sql.server.ts'
import type { OperatorAccess } from './operator.ts'
import { hashSecret, newSetupCode, newToken } from './secret.server.ts'

const CODE_LASTS = 15 * MINUTE
const SESSION_LASTS = 2 * HOUR

/** The operator's codes and sessions on a migrated database. */
export function openOperator(database: Database): OperatorAccess {
  return {
    async makeCode(now) {
      const code = newSetupCode()
      const expires = now + CODE_LASTS
      await keepOperatorCode(database, { hash: hashSecret(code), expires })
      return { code, expires }
    },
    async signIn(code, now) {
      const session = { token: newToken(), expires: now + SESSION_LASTS }
      const kept = { hash: hashSecret(session.token), expires: session.expires }
      const outcome = await exchangeOperatorCode(database, hashSecret(normalizeCode(code)), now, kept)
      return outcome === 'done' ? session : undefined
    },
    async holds(token, now) {
      if (token === undefined) return false
      const expires = await findOperatorSession(database, hashSecret(token))
      return expires !== undefined && expires > now
    },
    signOut: (token) => endOperatorSession(database, hashSecret(token)),
  }
}
