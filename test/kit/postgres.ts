import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

/** An empty database of one test file, on the server that `postgres-server.ts` started for the run. */
export interface FreshPostgres {
  url: string
  /** Drops it, ending connections that are still open. */
  drop(): Promise<void>
}

/** Creates an empty PostgreSQL database under a random name. Only in the vitest projects `db` and `e2e`. */
export async function freshPostgres(): Promise<FreshPostgres> {
  const server = inject('postgresUrl')
  const name = `test_${randomBytes(8).toString('hex')}`
  await run(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => run(server, `drop database if exists ${name} with (force)`) }
}

async function run(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
