import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { sql } from 'kysely'
import { MINUTE } from '#kernel/instant'
import { freshStorage, must, type Storage } from '../../../test/kit/storage.ts'
import { openDatabase, type Database } from './index.ts'

const ERASED = 'what somebody wrote and erased again'

describe('what was erased on SQLite', () => {
  let storage: Storage
  let database: Database
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    storage = await freshStorage('sqlite')
    database = must(await openDatabase(storage))
    await sql`create table note (id integer primary key, text text)`.execute(database.kysely)
    await sql`insert into note (text) values (${ERASED}), ('kept')`.execute(database.kysely)
    await sql`delete from note where id = 1`.execute(database.kysely)
  })
  afterEach(async () => {
    await database.close()
    await storage.drop()
    vi.useRealTimers()
  })

  const walFile = () => join(storage.data, 'plenum.sqlite-wal')
  const stands = () =>
    [walFile(), join(storage.data, 'plenum.sqlite')].some(
      (file) => existsSync(file) && readFileSync(file).includes(ERASED),
    )
  const kept = async () => (await sql`select text from note`.execute(database.kysely)).rows

  test('stands in none of its files ten minutes later', async () => {
    expect(stands()).toBe(true)
    vi.advanceTimersByTime(10 * MINUTE)
    expect(stands()).toBe(false)
    expect(statSync(walFile()).size).toBe(0)
    expect(await kept()).toEqual([{ text: 'kept' }])
  })

  test('is left for the next time while somebody else reads', async () => {
    const reader = must(await openDatabase({ ...storage, readOnly: true }))
    await sql`insert into note (text) values ('new')`.execute(database.kysely)
    vi.advanceTimersByTime(10 * MINUTE)
    expect(stands()).toBe(true)
    await sql`insert into note (text) values ('newer')`.execute(database.kysely)
    const { rows } = await sql`pragma busy_timeout`.execute(database.kysely)
    expect(rows).toEqual([{ timeout: 5000 }])
    await reader.close()
    vi.advanceTimersByTime(10 * MINUTE)
    expect(stands()).toBe(false)
    expect(await kept()).toEqual([{ text: 'kept' }, { text: 'new' }, { text: 'newer' }])
  })

  test('does not break a transaction that is under way', async () => {
    await database.kysely.transaction().execute(async (transaction) => {
      await sql`insert into note (text) values ('within')`.execute(transaction)
      vi.advanceTimersByTime(10 * MINUTE)
      await sql`insert into note (text) values ('after')`.execute(transaction)
    })
    vi.advanceTimersByTime(10 * MINUTE)
    expect(stands()).toBe(false)
    expect(await kept()).toEqual([{ text: 'kept' }, { text: 'within' }, { text: 'after' }])
  })
})
