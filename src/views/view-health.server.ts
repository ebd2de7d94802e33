import { existsSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { totalmem } from 'node:os'
import { SECOND, type Instant } from '#kernel/instant'
import { databaseSize, lastCheckpoint, type Engine } from '#modules/record'
import { countItems } from '#modules/outbox'
import { listBackups } from '#organization/server'
import { sayRefusal } from '#ui/refusals.ts'
import about from '../../package.json' with { type: 'json' }
import { plenum } from './plenum.server.ts'

type Queue = 'mail' | 'webhook'

/** How the server is: nothing about anybody. Times are the machine's own. */
export interface Health {
  readonly version: string
  readonly node: string
  readonly startedAt: Instant
  readonly engine: Engine
  readonly databaseBytes: number
  readonly entries: number
  /** How many entries the last signed checkpoint covers; null where none was signed yet. */
  readonly signed: number | null
  readonly disk: { readonly freeBytes: number; readonly totalBytes: number }
  /** The newest backup in the folder that PLENUM_BACKUPS names; 'unknown' where none is named. */
  readonly backup: { readonly at: Instant; readonly bytes: number } | 'none' | 'unknown'
  readonly memory: { readonly usedBytes: number; readonly totalBytes: number }
  readonly clock: { readonly now: Instant; readonly trouble: string | null }
  /** Why nothing can be entered, in a sentence; null where all is well. */
  readonly trouble: string | null
  /** What waits to leave the house, and what was given up in the last 30 days. */
  readonly queues: Readonly<Record<Queue, { readonly waiting: number; readonly givenUp: number }>>
  /** When something falls due next by itself. */
  readonly due: Instant | null
}

/** Looks at the process, the machine, the storage and the clerk. */
export async function viewHealth(): Promise<Health> {
  const { clerk, clock, database } = plenum()
  const { entries, due } = await clerk.read(({ head, deadlines }) => ({
    entries: head.get().size,
    due: deadlines.next()?.at ?? null,
  }))
  const checkpoint = await lastCheckpoint(database)
  // With PostgreSQL there need not be a folder.
  const data = process.env['PLENUM_DATA'] ?? 'data'
  const disk = await statfs(existsSync(data) ? data : '.')
  const [trouble, clockTrouble] = [clerk.trouble(), clock.trouble()]
  return {
    version: about.version,
    node: process.version,
    startedAt: clock.wall() - Math.round(process.uptime() * SECOND),
    engine: database.engine,
    databaseBytes: await databaseSize(database),
    entries,
    signed: checkpoint?.size ?? null,
    disk: { freeBytes: disk.bavail * disk.bsize, totalBytes: disk.blocks * disk.bsize },
    backup: newestBackup(process.env['PLENUM_BACKUPS'] ?? ''),
    memory: { usedBytes: process.memoryUsage.rss(), totalBytes: totalmem() },
    clock: { now: clock.wall(), trouble: clockTrouble === undefined ? null : sayRefusal(clockTrouble) },
    trouble: trouble === undefined ? null : sayRefusal(trouble),
    queues: { mail: await queueOf('mail'), webhook: await queueOf('webhook') },
    due,
  }
}

async function queueOf(kind: Queue): Promise<Health['queues'][Queue]> {
  const counts = await countItems(plenum().database, kind)
  return { waiting: counts.waiting, givenUp: counts['given-up'] }
}

function newestBackup(folder: string): Health['backup'] {
  if (folder === '') return 'unknown'
  const [newest] = listBackups(folder)
  return newest === undefined ? 'none' : { at: newest.at, bytes: newest.bytes }
}
