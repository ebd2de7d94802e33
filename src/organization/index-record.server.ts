import type { Database, RecordStore } from '#modules/record'
import type { KeptEntry } from '#modules/record/core'
import { clearIndex, indexCursor, writeDocuments } from '#modules/search'
import type { Document } from '#modules/search/core'
import type { Clerk } from './clerk.server.ts'
import { documentsOf } from './search-documents.ts'

/** What follows the record, behind the clerk, and keeps the index of what can be found. */
export interface SearchIndex {
  /** Follows the record to its end, for this long at most: whether the end was reached. */
  catchUp(most: number): Promise<boolean>
  stop(): Promise<void>
}

const EVERY = 2000
// Each is a turn of the event loop, or a transaction, that an act may have to wait for: a few milliseconds.
const ENTRIES = 250
const DOCUMENTS = 25
/** Between two portions the follower rests this many times as long as it has worked: most of the thread is for others. */
const REST = 3

/** Starts to follow. The index is derived: a fault of it shows to whoever searches, and stops nothing else. */
export function indexRecord({
  database,
  store,
  clerk,
  follows,
}: {
  readonly database: Database
  readonly store: RecordStore
  readonly clerk: Clerk
  /** Whether to follow by itself, and not only when somebody searches: only the server does. */
  readonly follows: boolean
}): SearchIndex {
  let stopped = false
  let following: Promise<void> | undefined
  const ticking = follows ? setInterval(() => void follow().catch(() => undefined), EVERY) : undefined

  /** All who wait for the end of the record wait for the same walk to it. */
  function follow(): Promise<void> {
    following ??= walk().finally(() => (following = undefined))
    return following
  }

  async function walk(): Promise<void> {
    let at = await startOf()
    for (;;) {
      const began = performance.now()
      const next = await portion(at)
      if (next === at || stopped) return
      at = next
      await pause((performance.now() - began) * REST)
    }
  }

  /** After a restore the index may be ahead of the record: then it tells of another one. */
  async function startOf(): Promise<number> {
    const [cursor, size] = [await indexCursor(database), await store.size()]
    if (cursor <= size) return cursor
    await clearIndex(database.kysely)
    return 0
  }

  async function portion(from: number): Promise<number> {
    const size = await clerk.read((org) => org.head.get().size)
    const to = Math.min(size, from + ENTRIES)
    if (to <= from) return from
    const entries: KeptEntry[] = []
    for await (const page of store.read(from, to)) entries.push(...page)
    const documents = await clerk.read((org) => entries.flatMap((entry) => documentsOf(org, entry)))
    for (let done = 0; done < documents.length && !stopped; done += DOCUMENTS)
      await writeSome(documents.slice(done, done + DOCUMENTS), from)
    if (!stopped) await writeDocuments(database, [], to)
    return to
  }

  async function writeSome(documents: readonly Document[], cursor: number): Promise<void> {
    await writeDocuments(database, documents, cursor)
    await pause(0)
  }

  return {
    async catchUp(most) {
      const isDone = await Promise.race([follow().then(() => true), pause(most).then(() => false)])
      return isDone
    },
    async stop() {
      stopped = true
      clearInterval(ticking)
      await following?.catch(() => undefined)
    },
  }
}

function pause(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, time))
}
