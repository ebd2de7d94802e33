import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { isRefusal, type Refusal } from '#kernel/refusal'
import {
  createRecordStore,
  migrate,
  openDatabase,
  recordMigrations,
  type Database,
  type RecordStore,
} from '#modules/record'
import {
  createClock,
  startClerk,
  type Clerk,
  type ClerkOptions,
  type Clock,
  type ClockSource,
} from '#organization/server'
import { createOrg, type Org } from '#organization'
import { takeKept } from '../../src/organization/take-kept.ts'
import { START } from './given.ts'
import { freshPostgres } from './postgres.ts'

/** The answer, where a refusal would be a fault of the test. */
export function must<Answer>(answer: Answer | Refusal): Answer {
  if (isRefusal(answer)) throw new Error(`refused: ${JSON.stringify(answer)}`)
  return answer
}

/** Where a test's record lies, until `drop`. */
export interface Storage {
  readonly engine: 'sqlite' | 'postgres'
  readonly data: string
  readonly databaseUrl: string | undefined
  drop(): Promise<void>
}

/** An empty folder, or an empty database on the tests' PostgreSQL. */
export async function freshStorage(engine: 'sqlite' | 'postgres'): Promise<Storage> {
  const data = mkdtempSync(join(tmpdir(), 'plenum-test-'))
  const postgres = engine === 'postgres' ? await freshPostgres() : undefined
  return {
    engine,
    data,
    databaseUrl: postgres?.url,
    async drop() {
      await postgres?.drop()
      rmSync(data, { recursive: true, force: true })
    },
  }
}

/** A machine's clocks that a test moves: `pass` moves both, `jump` the wall clock only. */
export interface TestClock extends ClockSource {
  pass(time: number): void
  jump(time: number): void
}

export function testClock(): TestClock {
  let [wall, steady] = [START, 0]
  return {
    wall: () => wall,
    steady: () => steady,
    pass(time) {
      wall += time
      steady += time
    },
    jump(time) {
      wall += time
    },
  }
}

/** A clerk at work on a storage. */
export interface Bench {
  readonly database: Database
  readonly store: RecordStore
  readonly clerk: Clerk
  readonly clock: Clock
  close(): Promise<void>
}

export async function openBench(
  { data, databaseUrl }: Pick<Storage, 'data' | 'databaseUrl'>,
  source?: ClockSource,
  options: Partial<Pick<ClerkOptions, 'clockIsRight'>> = {},
): Promise<Bench | Refusal> {
  const database = await openDatabase({ data, databaseUrl })
  if (isRefusal(database)) return database
  expect(await migrate(database, recordMigrations)).toBe('done')
  const store = createRecordStore(database)
  const clock = createClock(source)
  const clerk = await startClerk({ store, clock, shared: database.engine === 'postgres', ...options })
  const close = async (): Promise<void> => {
    if (!isRefusal(clerk)) await clerk.stop()
    await database.close()
  }
  if (isRefusal(clerk)) {
    await close()
    return clerk
  }
  return { database, store, clerk, clock, close }
}

/** The organization as its stored record makes it. */
export async function replay(store: RecordStore): Promise<Org> {
  const org = createOrg()
  for await (const page of store.read(0)) for (const kept of page) takeKept(org, kept)
  return org
}
