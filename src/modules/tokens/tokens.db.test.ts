import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DAY, HOUR } from '#kernel/instant'
import { isRefusal } from '#kernel/refusal'
import { migrate, openDatabase, type Database } from '#modules/record'
import { freshStorage, must, type Storage } from '../../../test/kit/storage.ts'
import type { TokenWish } from './core/index.ts'
import { openTokens, tokenMigrations, type Tokens } from './index.ts'

const NOW = Date.UTC(2026, 10, 27, 21)
const WISH: TokenWish = { name: 'reader', scopes: ['read'], days: 30 }

describe.each(['sqlite', 'postgres'] as const)('on %s', (engine) => {
  let storage: Storage
  let database: Database
  let tokens: Tokens

  beforeEach(async () => {
    storage = await freshStorage(engine)
    database = must(await openDatabase(storage))
    await migrate(database, tokenMigrations)
    tokens = openTokens(database)
  })
  afterEach(async () => {
    await database.close()
    await storage.drop()
  })

  test('a token holds until its end, for its member, with its scopes', async () => {
    const { secret, token } = must(await tokens.make('m-a', WISH, NOW))
    expect(secret).toMatch(/^plenum_[\w-]{43}$/)
    expect(await tokens.use(secret, NOW + HOUR)).toMatchObject({
      id: token.id,
      member: 'm-a',
      scopes: ['read'],
    })
    expect(await tokens.use(secret, token.expires - 1)).toBeDefined()
    expect(await tokens.use(secret, token.expires)).toBeUndefined()
  })

  test('the secret itself stands nowhere', async () => {
    const { secret } = must(await tokens.make('m-a', WISH, NOW))
    const { rows } = await sql`select * from token`.execute(database.kysely)
    expect(JSON.stringify(rows)).not.toContain(secret.slice(7))
  })

  test('the last use is known to the day', async () => {
    const { secret } = must(await tokens.make('m-a', WISH, NOW))
    expect(await tokens.list('m-a', NOW)).toMatchObject([{ usedDay: null }])
    await tokens.use(secret, NOW + 4 * HOUR)
    expect(await tokens.list('m-a', NOW)).toMatchObject([{ usedDay: Date.UTC(2026, 10, 28) }])
  })

  test('what is no token of ours finds none', async () => {
    await tokens.make('m-a', WISH, NOW)
    for (const secret of ['', 'plenum_', `plenum_${'A'.repeat(43)}`, 'Bearer x', '\0', 'x'.repeat(100_000)])
      expect(await tokens.use(secret, NOW)).toBeUndefined()
  })

  test('a member ends one, and only their own', async () => {
    const { secret, token } = must(await tokens.make('m-a', WISH, NOW))
    expect(await tokens.end('m-b', token.id)).toMatchObject({ code: 'unknown-token' })
    expect(await tokens.use(secret, NOW)).toBeDefined()
    expect(await tokens.end('m-a', token.id)).toBe('done')
    expect(await tokens.use(secret, NOW)).toBeUndefined()
  })

  test('forgetting a member ends all of theirs and nobody else’s', async () => {
    const mine = must(await tokens.make('m-a', WISH, NOW))
    const other = must(await tokens.make('m-b', WISH, NOW))
    for (const query of tokens.forget('m-a')) await database.kysely.executeQuery(query)
    expect(await tokens.use(mine.secret, NOW)).toBeUndefined()
    expect(await tokens.use(other.secret, NOW)).toBeDefined()
  })

  test('a new way in ends all of the member’s and nobody else’s at once', async () => {
    const mine = must(await tokens.make('m-a', WISH, NOW))
    const other = must(await tokens.make('m-b', WISH, NOW))
    await tokens.endAll('m-a')
    expect(await tokens.use(mine.secret, NOW)).toBeUndefined()
    expect(await tokens.use(other.secret, NOW)).toBeDefined()
  })

  test.each([
    [{ ...WISH, name: '' }, 'token-name-missing'],
    [{ ...WISH, name: 'n'.repeat(81) }, 'token-name-long'],
    [{ ...WISH, scopes: [] }, 'token-without-scope'],
    [{ ...WISH, days: 0 }, 'token-days-wrong'],
    [{ ...WISH, days: 367 }, 'token-days-wrong'],
    [{ ...WISH, days: Number.NaN }, 'token-days-wrong'],
  ])('refuses %j: %s', async (wish, code) => {
    expect(await tokens.make('m-a', wish, NOW)).toMatchObject({ code })
  })

  test('a member has fifty at most, and those that ran out do not count', async () => {
    for (let n = 0; n < 50; n++) must(await tokens.make('m-a', { ...WISH, days: n === 0 ? 1 : 30 }, NOW))
    expect(await tokens.make('m-a', WISH, NOW)).toMatchObject({ code: 'too-many-tokens' })
    expect(isRefusal(await tokens.make('m-a', WISH, NOW + DAY))).toBe(false)
  })
})
