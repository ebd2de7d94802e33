import { randomBytes } from 'node:crypto'
import type { Instant } from '#kernel/instant'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { openAccess, type Access } from '#modules/access'
import {
  createRecordStore,
  migrate,
  openDatabase,
  openLog,
  type Database,
  type Log,
  type RecordStore,
} from '#modules/record'
import { startClerk, type Clerk } from './clerk.server.ts'
import { createClock, type Clock } from './clock.server.ts'
import { migrations } from './migrations.ts'

/** An open organization: everything that pages and commands work with. */
export interface Plenum {
  readonly database: Database
  readonly store: RecordStore
  readonly log: Log
  readonly clerk: Clerk
  readonly clock: Clock
  readonly access: Access
  /** A demonstration's clock can be moved; a real organization's cannot. */
  readonly demonstration: boolean
  close(): Promise<void>
}

export interface OpenOptions {
  readonly data: string
  readonly databaseUrl?: string | undefined
  /** The operator says that the machine's clock is right, after a long stop. */
  readonly clockIsRight?: boolean
  /** Founds a demonstration where nothing is founded yet. */
  readonly demonstration?: boolean
}

/** Opens the storage, brings its schema up to date, folds the record and starts the clerk. */
export async function openPlenum(options: OpenOptions): Promise<Plenum | Refusal> {
  const database = await openDatabase({ data: options.data, databaseUrl: options.databaseUrl })
  if (isRefusal(database)) return database
  const opened = await openOn(database, options)
  if (isRefusal(opened)) await database.close()
  return opened
}

async function openOn(database: Database, options: OpenOptions): Promise<Plenum | Refusal> {
  const migrated = await migrate(database, migrations)
  if (isRefusal(migrated)) return migrated
  const store = createRecordStore(database)
  const log = await openLog(database, `plenum/${randomBytes(8).toString('hex')}/1`)
  const clock = createClock()
  // A demonstration goes on from where its clock was moved to.
  if (options.demonstration === true) clock.shift(Math.max(0, (await lastTime(store)) - clock.now()))
  const clockIsRight = options.clockIsRight === true || options.demonstration === true
  const clerk = await startClerk({ store, clock, shared: database.engine === 'postgres', clockIsRight })
  if (isRefusal(clerk)) return clerk
  const demonstration = await clerk.read((org) => org.units.organization.get()?.demonstration)
  if (demonstration === false && options.demonstration === true) {
    await clerk.stop()
    return refuse('not-a-demonstration')
  }
  return {
    database,
    store,
    log,
    clerk,
    clock,
    access: await openAccess(database),
    demonstration: demonstration ?? options.demonstration === true,
    async close() {
      await clerk.stop()
      await database.close()
    },
  }
}

/** When the last entry was made; 0 where there is none. */
async function lastTime(store: RecordStore): Promise<Instant> {
  const size = await store.size()
  for await (const page of store.read(Math.max(0, size - 1), size)) return page.at(-1)?.at ?? 0
  return 0
}
