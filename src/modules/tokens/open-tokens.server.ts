import { randomBytes } from 'node:crypto'
import { sha256 } from '#kernel/hash'
import { uuidV7 } from '#kernel/ids'
import { DAY, type Instant } from '#kernel/instant'
import { isRefusal, type Refusal } from '#kernel/refusal'
import type { Database } from '#modules/record'
import { checkTokenWish, refuseToken, type TokenWish } from './core/index.ts'
import { deleteToken, deleteTokens, findToken, keepToken, listTokens, noteUse } from './tokens.sql.server.ts'
import type { Token, Tokens } from './tokens.ts'

const MOST_TOKENS = 50

/** What scanners of leaked secrets look for, and what tells a token from anything else that a header may carry. */
const PREFIX = 'plenum_'
const SECRET = /^plenum_[A-Za-z0-9_-]{43}$/

/** Opens the tokens of a migrated database. */
export function openTokens(database: Database): Tokens {
  return {
    make: (member, wish, now) => makeToken(database, member, wish, now),
    list: (member, now) => listTokens(database, member, now),
    async end(member, id) {
      return (await deleteToken(database, member, id)) ? 'done' : refuseToken('unknown-token')
    },
    async endAll(member) {
      await database.kysely.executeQuery(deleteTokens(database, member))
    },
    use: (secret, now) => useToken(database, secret, now),
    forget: (member) => [deleteTokens(database, member)],
  }
}

async function makeToken(
  database: Database,
  member: string,
  wish: TokenWish,
  now: Instant,
): Promise<{ token: Token; secret: string } | Refusal> {
  const unfit = checkTokenWish(wish)
  if (isRefusal(unfit)) return unfit
  if ((await listTokens(database, member, now)).length >= MOST_TOKENS)
    return refuseToken('too-many-tokens', { most: MOST_TOKENS })
  const secret = `${PREFIX}${randomBytes(32).toString('base64url')}`
  const { name, scopes, days } = wish
  const id = uuidV7(now, randomBytes(10))
  const token = { id, member, name, scopes, madeAt: now, expires: now + days * DAY, usedDay: null }
  await keepToken(database, token, sha256(secret))
  return { token, secret }
}

async function useToken(database: Database, secret: string, now: Instant): Promise<Token | undefined> {
  if (!SECRET.test(secret)) return undefined
  const token = await findToken(database, sha256(secret))
  if (token === undefined || token.expires <= now) return undefined
  const day = now - (now % DAY)
  if (token.usedDay !== day) await noteUse(database, token.id, day)
  return { ...token, usedDay: day }
}
