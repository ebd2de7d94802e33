import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { HOUR, MINUTE } from '#kernel/instant'
import { migrate, openDatabase, type Database } from '#modules/record'
import { freshStorage, must, type Storage } from '../../../test/kit/storage.ts'
import { accessMigrations, openAccess, type Access } from './index.ts'

const NOW = 1_800_000_000_000

describe.each(['sqlite', 'postgres'] as const)('the operator on %s', (engine) => {
  let storage: Storage
  let database: Database
  let access: Access

  beforeEach(async () => {
    storage = await freshStorage(engine)
    database = must(await openDatabase(storage))
    must(await migrate(database, accessMigrations))
    access = await openAccess(database)
  })
  afterEach(async () => {
    await database.close()
    await storage.drop()
  })

  test('a code opens one session, for two hours, that no use carries on', async () => {
    const { code, expires } = await access.operator.makeCode(NOW)
    expect(expires).toBe(NOW + 15 * MINUTE)
    const typed = code.toLowerCase().replaceAll('-', ' ')
    const session = await access.operator.signIn(typed, expires - 1)
    const token = session?.token ?? ''
    expect(session?.expires).toBe(expires - 1 + 2 * HOUR)
    expect(await access.operator.holds(token, expires + HOUR)).toBe(true)
    expect(await access.operator.holds(token, expires - 1 + 2 * HOUR)).toBe(false)
    expect(await access.operator.signIn(code, NOW)).toBeUndefined()
  })

  test('used twice at the same moment it lets one in', async () => {
    const { code } = await access.operator.makeCode(NOW)
    const both = await Promise.all([1, 2].map(() => access.operator.signIn(code, NOW)))
    expect(both.filter((session) => session !== undefined)).toHaveLength(1)
  })

  test('a code ends after 15 minutes and with the next one; a session by signing out', async () => {
    const first = await access.operator.makeCode(NOW)
    const second = await access.operator.makeCode(NOW)
    expect(await access.operator.signIn(first.code, NOW)).toBeUndefined()
    expect(await access.operator.signIn(second.code, second.expires)).toBeUndefined()
    const token = (await access.operator.signIn(second.code, NOW))?.token ?? ''
    await access.operator.signOut(token)
    expect(await access.operator.holds(token, NOW)).toBe(false)
    expect(await access.operator.holds(undefined, NOW)).toBe(false)
  })

  test('a session of either kind is none of the other', async () => {
    const { code } = await access.operator.makeCode(NOW)
    const operator = (await access.operator.signIn(code, NOW))?.token ?? ''
    const { token } = must(await access.invite('m-0000000000aa', NOW))
    const member = must(
      await access.accept(token, { login: 'a@example.org', password: 'slow green river' }, NOW),
    )
    expect(await access.session(operator, NOW)).toBeUndefined()
    expect(await access.operator.holds(member.token, NOW)).toBe(false)
  })

  test('made beside the process that holds the storage, a code works there', async () => {
    const beside = must(await openDatabase({ ...storage, beside: true }))
    expect(await migrate(beside, accessMigrations)).toBe('done')
    const { code } = await (await openAccess(beside)).operator.makeCode(NOW)
    await beside.close()
    expect(await access.operator.signIn(code, NOW)).toBeDefined()
  })
})
