import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { freshPostgres } from '../kit/postgres.ts'

const database = await freshPostgres()
afterAll(() => database.drop())

test('the test server is durable, as in earnest, and holds a database of our own', async () => {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const { rows } = await client.query<{ fsync: string; name: string }>(
    "select current_setting('fsync') as fsync, current_database() as name",
  )
  await client.end()
  expect(rows).toEqual([{ fsync: 'on', name: new URL(database.url).pathname.slice(1) }])
})
