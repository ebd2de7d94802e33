import type { Database, RecordStore } from '#modules/record'
import { startCourier } from './courier.server.ts'
import { startFollowing } from './follow.server.ts'
import type { OutboxPart } from './item.ts'
import type { Times } from './outbox.sql.server.ts'

/** The work behind the pages: what follows the record, and what carries things out. */
export interface Outbox {
  /** Looks for new entries and items at once, rather than within a second. */
  wake(): void
  /** Looks at once, and answers when all that came of it has been carried out. */
  catchUp(): Promise<void>
  /** Ends within seconds; what was under way is taken up by the next start. */
  stop(): Promise<void>
}

export interface OutboxOptions {
  readonly database: Database
  readonly store: RecordStore
  /** The organization's clock (moved in a demonstration) and the machine's. */
  readonly times: () => Times
  readonly parts: readonly OutboxPart[]
  readonly report: (error: unknown) => void
}

/** Starts all parts' followers, planners and deliverers. */
export async function startOutbox({ database, store, times, parts, report }: OutboxOptions): Promise<Outbox> {
  const deliverers = parts.flatMap((part) => part.deliverers ?? [])
  const courier = await startCourier({ database, times, deliverers, report })
  const following = await startFollowing({
    database,
    store,
    times,
    followers: parts.flatMap((part) => part.followers ?? []),
    planners: parts.flatMap((part) => part.planners ?? []),
    queued: () => courier.wake(),
    report,
  })
  const catchUp = async (): Promise<void> => {
    await following.catchUp()
    await courier.catchUp()
  }
  return {
    wake: () => void catchUp(),
    catchUp,
    async stop() {
      await following.stop()
      await courier.stop()
      for (const part of parts) part.close?.()
    },
  }
}
