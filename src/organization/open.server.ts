import { randomBytes } from 'node:crypto'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { accessMigrations, openAccess, type Access } from '#modules/access'
import { membersMigrations } from '#modules/members'
import {
  createRecordStore,
  migrate,
  openDatabase,
  openLog,
  recordMigrations,
  type Database,
  type Log,
  type RecordStore,
} from '#modules/record'
import { startClerk, type Clerk } from './clerk.server.ts'
import { createClock, type Clock } from './clock.server.ts'

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
  const migrated = await migrate(database, [...recordMigrations, ...membersMigrations, ...accessMigrations])
  if (isRefusal(migrated)) return migrated
  const store = createRecordStore(database)
  const log = await openLog(database, `plenum/${randomBytes(8).toString('hex')}/1`)
  const clock = createClock()
  const clockIsRight = options.clockIsRight === true || options.demonstration === true
  const clerk = await startClerk({ store, clock, shared: database.engine === 'postgres', clockIsRight })
  if (isRefusal(clerk)) return clerk
  const demonstration = await clerk.read((org) => {
    const last = org.head.get().at
    // A demonstration goes on from where its clock was moved to.
    if (options.demonstration === true && last > clock.now()) clock.shift(last - clock.now())
    return org.units.organization.get()?.demonstration
  })
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
