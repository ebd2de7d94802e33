import { afterAll, describe, expect, it } from 'vitest'
import { listTables, migrate, openDatabase } from '#modules/record'
import { freshStorage, must } from '../../test/kit/storage.ts'
import { RESTORED_TABLES, ROW_TABLES, tablesOf } from './kept-tables.ts'
import { migrations } from './migrations.ts'

describe.each(['sqlite', 'postgres'] as const)('the tables of all modules, on %s', async (engine) => {
  const storage = await freshStorage(engine)
  const database = must(await openDatabase(storage))
  must(await migrate(database, migrations))
  afterAll(async () => {
    await database.close()
    await storage.drop()
  })

  it('are each known to the dump, which says whether it takes them along', async () => {
    // Beside SQLite a file holds it.
    const expected = tablesOf(engine)
    expect(await listTables(database)).toEqual(expected.toSorted())
  })
})

it('a restore fills what a dump has, and no more', () => {
  expect(RESTORED_TABLES).toEqual(expect.arrayContaining([...ROW_TABLES]))
  expect(RESTORED_TABLES).not.toContain('access_session')
})
