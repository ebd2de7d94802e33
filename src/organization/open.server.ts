import { randomBytes } from 'node:crypto'
import type { Instant } from '#kernel/instant'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { openAccess, serverKey, type Access, type KeyPlace } from '#modules/access'
import { startOutbox, type Outbox, type OutboxPart } from '#modules/outbox'
import {
  createRecordStore,
  isDemonstration,
  migrate,
  openDatabase,
  openLog,
  openSealed,
  openSeeds,
  type Database,
  type Log,
  type RecordStore,
  type Sealed,
} from '#modules/record'
import { openBallots, type Ballots } from '#modules/ballots'
import { openTokens, type Tokens } from '#modules/tokens'
import { createBallotBox } from './ballot-box.server.ts'
import { startClerk, type Clerk } from './clerk.server.ts'
import { createClock, type Clock } from './clock.server.ts'
import { forgetExpelled } from './forget-expelled.server.ts'
import { tellEnds } from './tell-ends.server.ts'
import { indexRecord, type SearchIndex } from './index-record.server.ts'
import type { SeedFor } from './core/index.ts'
import { migrations } from './migrations.ts'

/** An open organization: everything that pages and commands work with. */
export interface Plenum {
  readonly database: Database
  readonly store: RecordStore
  readonly log: Log
  readonly clerk: Clerk
  readonly clock: Clock
  readonly access: Access
  /** What can be found by its words. */
  readonly search: SearchIndex
  readonly tokens: Tokens
  /** What lies outside the record of secret votes that are open. */
  readonly ballots: Ballots
  /** What lies sealed beside the record: what names people in cases, and what is said in them. */
  readonly sealed: Sealed
  /** The clerk's own seeds. */
  readonly seedFor: SeedFor
  /** A demonstration's clock can be moved; a real organization's cannot. */
  readonly demonstration: boolean
  /** Has what was just queued carried out at once, where this process carries things out. */
  wake(): void
  /** The same, and answers when it is carried out. */
  catchUp(): Promise<void>
  /**
   * Makes this the server of a demonstration whose clock begins in the past. Refuses where anything is founded
   * already: `already-founded`.
   */
  beginDemonstration(at: Instant): Promise<Refusal | undefined>
  close(): Promise<void>
}

/** A part of the work behind the pages: what follows the record, and what carries things out. */
export type OpenPart = (plenum: Plenum) => OutboxPart | Promise<OutboxPart>

export interface OpenOptions {
  readonly data: string
  readonly databaseUrl?: string | undefined
  /** The key of second factors; where it is not named, a file in the folder of a SQLite database holds one. */
  readonly secretKey?: string | undefined
  /** The operator says that the machine's clock is right, after a long stop. */
  readonly clockIsRight?: boolean
  /** Waits for the disk only at the end: see `DatabaseOptions`. */
  readonly hurried?: boolean
  /** Founds a demonstration where nothing is founded yet. */
  readonly demonstration?: boolean
  /** Only the server names these: a command neither follows the record nor sends anything. */
  readonly parts?: readonly OpenPart[]
  /** Hears of faults in the work behind the pages. */
  readonly report?: (error: unknown) => void
}

/** Opens the storage, brings its schema up to date, folds the record and starts the clerk. */
export async function openPlenum(options: OpenOptions): Promise<Plenum | Refusal> {
  const { data, databaseUrl, hurried = false } = options
  const database = await openDatabase({ data, databaseUrl, hurried })
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
  const recorded = await isDemonstration(database)
  if (recorded === false && options.demonstration === true) return refuse('not-a-demonstration')
  let demonstration = recorded ?? options.demonstration === true
  // A demonstration goes on from where its clock was moved to.
  if (demonstration) clock.shift(Math.max(0, (await lastTime(store)) - clock.now()))
  const clockIsRight = options.clockIsRight === true || demonstration
  const [ballots, seedFor] = [openBallots(database, options.data), await openSeeds(database)]
  await ballots.tidy()
  const keyPlace = keyPlaceOf(database, options)
  const sealed = openSealed(database, (make) => serverKey(keyPlace, make))
  const [access, tokens] = [await openAccess(database, keyPlace), openTokens(database)]
  const clerk = await startClerk({
    store,
    origin: log.origin,
    clock,
    shared: database.engine === 'postgres',
    clockIsRight,
    seedFor,
    sealed,
    forgets: forgetExpelled(database, { access, tokens }),
    tellsEnds: tellEnds(database),
    box: createBallotBox({ ballots, origin: log.origin, seedFor }),
  })
  if (isRefusal(clerk)) {
    ballots.stop()
    return clerk
  }
  const search = indexRecord({ database, store, clerk, follows: options.parts !== undefined })
  let outbox: Outbox | undefined
  const plenum: Plenum = {
    database,
    store,
    log,
    clerk,
    search,
    clock,
    access,
    tokens,
    ballots,
    sealed,
    seedFor,
    wake: () => outbox?.wake(),
    catchUp: async () => outbox?.catchUp(),
    get demonstration() {
      return demonstration
    },
    async beginDemonstration(at) {
      const isFounded = await clerk.read((org) => org.units.organization.get() !== undefined)
      if (isFounded) return refuse('already-founded')
      clock.shift(at - clock.now())
      demonstration = true
      return undefined
    },
    async close() {
      await outbox?.stop()
      await search.stop()
      await clerk.stop()
      ballots.stop()
      await database.close()
    },
  }
  if (options.parts !== undefined)
    outbox = await startParts(plenum, options.parts, options.report ?? (() => undefined))
  return plenum
}

async function startParts(
  plenum: Plenum,
  parts: readonly OpenPart[],
  report: (error: unknown) => void,
): Promise<Outbox> {
  const { clock, database, store } = plenum
  return startOutbox({
    database,
    store,
    times: () => ({ now: clock.now(), wall: clock.wall() }),
    parts: await Promise.all(parts.map(async (part) => part(plenum))),
    report,
  })
}

/** Several processes may share a PostgreSQL, and each would make a file of its own: there the operator names the key. */
function keyPlaceOf({ engine }: Database, { data, secretKey }: OpenOptions): KeyPlace {
  return { secretKey, folder: engine === 'sqlite' ? data : undefined }
}

/** When the last entry was made; 0 where there is none. */
async function lastTime(store: RecordStore): Promise<Instant> {
  const size = await store.size()
  for await (const page of store.read(Math.max(0, size - 1), size)) return page.at(-1)?.at ?? 0
  return 0
}
