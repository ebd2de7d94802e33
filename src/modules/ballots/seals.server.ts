import { randomBytes } from 'node:crypto'
import * as fs from 'node:fs/promises'
import * as path from 'node:path'
import type { Database } from '#modules/record'
import { dropSeals, listVotes, putSealBack, readSeals } from './ballots.sql.server.ts'

/** Where the seals of votes are kept: never where what they seal is kept long. */
export interface Seals {
  /** Keeps the seal of a vote that begins; where the database keeps it with the vote, it is answered and not kept. */
  begin(vote: string, seal: Uint8Array): Promise<Uint8Array | undefined>
  /** The seal of a vote; undefined where it is lost. `patient` waits for whoever may still have it. */
  read(vote: string, patient: boolean): Promise<Uint8Array | undefined>
  /** Destroys the seals of votes that have no rows any more. */
  tidy(): Promise<void>
  stop(): void
}

const FOLDER = 'ballots'
const END = '.key'

/** A file for each vote, beside a database that one process has for itself. */
export function createFileSeals(database: Database, data: string): Seals {
  const folder = path.join(data, FOLDER)
  const fileOf = (vote: string): string => path.join(folder, `${vote}${END}`)
  return {
    async begin(vote, seal) {
      await fs.mkdir(folder, { recursive: true, mode: 0o700 })
      await fs.writeFile(fileOf(vote), seal, { mode: 0o600, flush: true })
      return undefined
    },
    async read(vote) {
      const seal = await fs.readFile(fileOf(vote)).catch(orNothing)
      return seal?.length === 32 ? new Uint8Array(seal) : undefined
    },
    async tidy() {
      const files = (await fs.readdir(folder).catch(orNothing)) ?? []
      const kept = new Set((await listVotes(database)).map((vote) => `${vote}${END}`))
      for (const file of files)
        if (file.endsWith(END) && !kept.has(file)) await destroy(path.join(folder, file))
    },
    stop: () => undefined,
  }
}

/** Writes over a file before it goes: on a disk that writes in place nothing is left of it. */
async function destroy(file: string): Promise<void> {
  const handle = await fs.open(file, 'r+')
  try {
    await handle.write(randomBytes(32), 0, 32, 0)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await fs.unlink(file)
}

function orNothing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
  throw error
}

const MIND_EVERY = 2000
/** Longer than another process needs to put a seal back that it remembers. */
const WAIT = 3 * MIND_EVERY

/**
 * A table that the database does not log and empties when it crashes: each process remembers the seals, and puts back what is missing.
 * `waits`: how long to wait for another process to do it.
 */
export function createTableSeals(database: Database, waits = WAIT): Seals {
  const known = new Map<string, Uint8Array>()

  async function mind(): Promise<void> {
    const [seals, votes] = [await readSeals(database), new Set(await listVotes(database))]
    for (const [vote, seal] of known) {
      if (!votes.has(vote)) known.delete(vote)
      else if (!seals.has(vote)) await putSealBack(database, vote, seal)
    }
    for (const [vote, seal] of seals) if (votes.has(vote)) known.set(vote, seal)
  }

  // A failure shows to whoever asks for a seal next.
  const minding = setInterval(() => void mind().catch(() => undefined), MIND_EVERY)
  minding.unref()
  return {
    begin: (_vote, seal) => Promise.resolve(seal),
    async read(vote, patient) {
      const until = performance.now() + (patient ? waits : 0)
      for (;;) {
        await mind()
        const seal = known.get(vote)
        if (seal !== undefined || performance.now() >= until) return seal
        await new Promise((resolve) => setTimeout(resolve, 200))
      }
    },
    async tidy() {
      await dropSeals(database)
      await mind()
    },
    stop() {
      clearInterval(minding)
    },
  }
}
