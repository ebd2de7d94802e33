import { DAY, MINUTE, SECOND, type Instant } from '#kernel/instant'
import { giveWay, type Database } from '#modules/record'
import { backoff } from './backoff.ts'
import type { Deliverer, Outcome, TakenItem } from './item.ts'
import {
  freeLeases,
  markDone,
  markFailed,
  markGivenUp,
  markLater,
  takeDue,
  tidy,
  type Times,
} from './outbox.sql.server.ts'

/** Carries items to their deliverers until it is stopped. */
export interface Courier {
  /** Looks for items at once. */
  wake(): void
  /** Looks at once, and answers when all that was due has been carried. */
  catchUp(): Promise<void>
  /** Takes nothing more; what is under way gets a moment to end, and is taken up again later if it does not. */
  stop(): Promise<void>
}

export interface CourierOptions {
  readonly database: Database
  /** The organization's clock and the machine's. */
  readonly times: () => Times
  readonly deliverers: readonly Deliverer[]
  /** Told of faults of the program or the database. */
  readonly report: (error: unknown) => void
  /** Milliseconds between two looks (a second). */
  readonly lookEvery?: number
}

const TIDY_EVERY = 10 * MINUTE
const KEEP_ENDED = 30 * DAY
/** For one attempt; the lease is longer, so that nobody takes an item that is still under way. */
const ATTEMPT = 60 * SECOND
const LEASE = 3 * MINUTE
const GIVE_UP_AFTER = 5 * DAY
const STOP_AFTER = 4 * SECOND

/** Starts to carry. Several processes on one PostgreSQL share the work; what a killed one had in hand is taken up again. */
export async function startCourier({
  database,
  times,
  deliverers,
  report,
  lookEvery = SECOND,
}: CourierOptions): Promise<Courier> {
  if (database.engine === 'sqlite') await freeLeases(database)
  const stopping = new AbortController()
  const underWay = new Set<Promise<void>>()
  const kinds = deliverers.map((deliverer) => ({ deliverer, running: 0, looking: false }))
  let isStopping = false
  let carried = 0
  let tidied: Instant | undefined

  async function look(kind: (typeof kinds)[number]): Promise<void> {
    const { atOnce = 4 } = kind.deliverer
    if (kind.looking || isStopping) return
    kind.looking = true
    try {
      while (kind.running < atOnce) {
        const taking = { kind: kind.deliverer.kind, count: atOnce - kind.running, lease: LEASE }
        const items = await takeDue(database, times(), taking)
        if (items.length === 0) return
        for (const item of items) begin(carry(kind, item))
      }
    } catch (error) {
      report(error)
    } finally {
      kind.looking = false
    }
  }

  /** What has begun is waited for when the courier stops. */
  function begin(task: Promise<void>): void {
    const tracked = task.finally(() => underWay.delete(tracked))
    underWay.add(tracked)
  }

  async function carry(kind: (typeof kinds)[number], item: TakenItem): Promise<void> {
    kind.running++
    await deliverOne(kind.deliverer, item).catch(report)
    // A letter to each of a thousand members is some seconds of work.
    await giveWay()
    kind.running--
    carried++
    begin(look(kind))
  }

  async function deliverOne(deliverer: Deliverer, item: TakenItem): Promise<void> {
    const signal = AbortSignal.any([stopping.signal, AbortSignal.timeout(ATTEMPT)])
    const outcome = await deliverer.deliver(item, signal).catch((error: unknown): Outcome => {
      if (!signal.aborted) report(error)
      return { status: 'again', error: signal.aborted ? 'interrupted' : 'fault' }
    })
    await settle(deliverer, item, outcome)
  }

  async function settle(deliverer: Deliverer, item: TakenItem, outcome: Outcome): Promise<void> {
    const { giveUpAfter = GIVE_UP_AFTER } = deliverer
    const { now, wall } = times()
    switch (outcome.status) {
      case 'done':
        return markDone(database, item, { now, note: outcome.note, alongside: outcome.alongside ?? [] })
      case 'later':
        return markLater(database, item, outcome.at)
      case 'again': {
        const wait = isStopping ? 0 : backoff(item.attempt, Math.random())
        return markFailed(database, item, now, { note: outcome.error, nextTry: wall + wait, giveUpAfter })
      }
      case 'never':
        return markGivenUp(database, item, now, outcome.error)
    }
  }

  async function tidyUp(): Promise<void> {
    const at = times()
    if (tidied !== undefined && Math.abs(at.now - tidied) < TIDY_EVERY) return
    tidied = at.now
    await tidy(database, at, at.now - KEEP_ENDED)
  }

  async function ended(): Promise<void> {
    while (underWay.size > 0) await Promise.all(underWay)
  }

  function wake(): void {
    for (const kind of kinds) begin(look(kind))
  }

  async function catchUp(): Promise<void> {
    await tidyUp().catch(report)
    // What is carried may queue more, of another kind.
    for (let before = -1; carried > before;) {
      before = carried
      wake()
      await ended()
    }
  }

  const ticking = setInterval(() => void catchUp(), lookEvery)
  return {
    wake,
    catchUp,
    async stop() {
      clearInterval(ticking)
      isStopping = true
      // What is nearly done gets a second before it is told to end.
      await Promise.race([ended(), later(SECOND)])
      stopping.abort()
      await Promise.race([ended(), later(STOP_AFTER)])
    },
  }
}

function later(time: number): Promise<unknown> {
  return new Promise((resolve) => setTimeout(resolve, time).unref())
}
