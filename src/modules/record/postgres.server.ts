import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { bug } from '#kernel/bug'
import { isRefusal, type Refusal } from '#kernel/refusal'
import { refuseRecord } from './core/messages.ts'
import type { DatabaseOptions, PostgresDatabase } from './database.ts'
import { errorCode, isRejected, words } from './faults.server.ts'

// `facts/stack.md`: what we promise; older ones were not tried.
const NEEDED = 15

/** Connects to PostgreSQL and asks for its version. */
export async function openPostgres(
  url: string,
  { readOnly = false, beside = readOnly }: DatabaseOptions,
): Promise<PostgresDatabase | Refusal> {
  const pool = createPool(url, readOnly)
  if (isRefusal(pool)) return pool
  // A broken connection shows at its next query and is replaced; without listeners it would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const fault = await findFault(pool, url)
  if (fault !== undefined) {
    await pool.end()
    return fault
  }
  const kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  return { engine: 'postgres', kysely, readOnly, beside, pool, close: () => kysely.destroy() }
}

// A process that vanished (power, network) must not hold the record's lock for the hours that TCP waits by default.
const SESSION = ['-c tcp_keepalives_idle=10', '-c tcp_keepalives_interval=5', '-c tcp_keepalives_count=3']

const WRITER = ['-c idle_in_transaction_session_timeout=15s']
// It holds no lock, and whoever takes its lines may be slow.
const READER = ['-c default_transaction_read_only=on', '-c idle_in_transaction_session_timeout=0']

function createPool(connectionString: string, readOnly: boolean): pg.Pool | Refusal {
  if (!URL.canParse(connectionString) || !/^postgres(ql)?:/.test(connectionString))
    return refuseRecord('database-url-wrong')
  const options = SESSION.concat(readOnly ? READER : WRITER).join(' ')
  return new pg.Pool({
    connectionString,
    max: 10,
    connectionTimeoutMillis: 5000,
    keepAlive: true,
    types: { getTypeParser },
    options,
    ...(readOnly ? oneMoment() : {}),
  })
}

/**
 * A reader sees one moment of the database, however long it reads: one connection, in one transaction from beginning to
 * end. Where that breaks, nothing may go on from another moment.
 */
function oneMoment(): pg.PoolConfig {
  let begun = false
  return {
    max: 1,
    idleTimeoutMillis: 0,
    verify(client, done) {
      if (begun) {
        done(new Error('the connection broke while the database was read'))
        return
      }
      begun = true
      client.query('begin isolation level repeatable read read only').then(() => {
        done()
      }, done)
    },
  }
}

type TypeId = Parameters<typeof pg.types.getTypeParser>[0]

/** Positions and times are int8; they arrive as text because JavaScript's numbers end at 2^53, which no record reaches. */
function getTypeParser(oid: TypeId, format?: 'text' | 'binary'): (text: string) => unknown {
  return oid === pg.types.builtins.INT8
    ? parseInt8
    : (pg.types.getTypeParser(oid, format) as (text: string) => unknown)
}

function parseInt8(text: string): number {
  const value = Number(text)
  return Number.isSafeInteger(value) ? value : bug(`an int8 beyond 2^53: ${text}`)
}

async function findFault(pool: pg.Pool, url: string): Promise<Refusal | undefined> {
  const { host, port, user, database } = new pg.Client({ connectionString: url })
  try {
    const answer = await pool.query<{ server_version_num: string }>('show server_version_num')
    const version = Math.floor(Number(answer.rows[0]?.server_version_num) / 10_000)
    return version >= NEEDED ? undefined : refuseRecord('database-too-old', { version, needed: NEEDED })
  } catch (error) {
    // Never the error's own words where a server answered: they may repeat what was sent.
    const why = errorCode(error) ?? words(error)
    const place = { host, port, user: user ?? null, database: database ?? null, why }
    return refuseRecord(isRejected(error) ? 'database-refuses' : 'database-unreachable', place)
  }
}
