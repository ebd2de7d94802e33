import { randomUUID } from 'node:crypto'
import { MINUTE, SECOND } from '#kernel/instant'
import type { Database, RecordStore } from '#modules/record'
import type { Follower, NewItem, Planner } from './item.ts'
import { beginCursor, holdCursor, letCursorsGo, moveCursor, type Times } from './outbox.sql.server.ts'

/** Follows record and clock until it is stopped. */
export interface Following {
  /** Looks at once, and answers when all there was has been handled. */
  catchUp(): Promise<void>
  stop(): Promise<void>
}

export interface FollowOptions {
  readonly database: Database
  readonly store: RecordStore
  readonly times: () => Times
  readonly followers: readonly Follower[]
  readonly planners: readonly Planner[]
  /** Called when something was queued. */
  readonly queued: () => void
  readonly report: (error: unknown) => void
}

const LOOK_EVERY = SECOND
/** A process that vanished holds a cursor for so long. */
const LEASE = 30 * SECOND
const AFTER_FAULT = MINUTE
const PLAN_EVERY = MINUTE

/** A cursor with what moves it: how far it can go, and the steps in between. */
interface Track {
  readonly name: string
  seen: number
  pausedUntil: number
  end(): Promise<number>
  steps(from: number, to: number): AsyncIterable<{ readonly to: number; readonly items: readonly NewItem[] }>
}

/** Starts to follow. Of several processes on one PostgreSQL one follows at a time; another takes over when it is gone. */
export async function startFollowing(options: FollowOptions): Promise<Following> {
  const { database, times, report } = options
  const holder = randomUUID()
  const tracks = [
    ...options.followers.map((follower) => recordTrack(options.store, follower)),
    ...options.planners.map((planner) => clockTrack(times, planner)),
  ]
  for (const track of tracks) await beginCursor(database, track.name, await track.end())
  let isStopped = false
  let work: Promise<void> = Promise.resolve()

  async function advance(track: Track): Promise<void> {
    const end = await track.end()
    const { wall } = times()
    if (end <= track.seen || wall < track.pausedUntil) return
    const held = await holdCursor(database, track.name, { holder, wall, lease: LEASE })
    if (held === undefined) return
    let from = held
    for await (const { to, items } of track.steps(from, end)) {
      if (isStopped || (await move(track, { from, to }, items)) === 'lost') return
      if (items.length > 0) options.queued()
      from = to
    }
    track.seen = from
  }

  function move(
    { name }: Track,
    step: { readonly from: number; readonly to: number },
    items: readonly NewItem[],
  ): Promise<'done' | 'lost'> {
    return moveCursor(database, name, { ...step, heldUntil: times().wall + LEASE }, items)
  }

  async function advanceAll(): Promise<void> {
    for (const track of tracks) {
      if (isStopped) return
      await advance(track).catch((error: unknown) => {
        // An entry that a follower cannot handle comes again: told once a minute, not once a second.
        track.pausedUntil = times().wall + AFTER_FAULT
        report(error)
      })
    }
  }

  function catchUp(): Promise<void> {
    work = work.then(advanceAll)
    return work
  }

  let isLooking = false
  const ticking = setInterval(() => {
    if (isLooking) return
    isLooking = true
    void catchUp().finally(() => (isLooking = false))
  }, LOOK_EVERY)
  return {
    catchUp,
    async stop() {
      clearInterval(ticking)
      isStopped = true
      await work
      await letCursorsGo(database, holder).catch(report)
    },
  }
}

function recordTrack(store: RecordStore, follower: Follower): Track {
  return {
    name: follower.name,
    seen: -1,
    pausedUntil: 0,
    end: () => store.size(),
    async *steps(from) {
      let at = from
      for await (const page of store.read(from)) {
        at += page.length
        yield { to: at, items: await follower.handle(page) }
      }
    },
  }
}

function clockTrack(times: () => Times, planner: Planner): Track {
  return {
    name: planner.name,
    seen: -1,
    pausedUntil: 0,
    // Whole minutes: between them there is nothing to plan.
    end: () => Promise.resolve(Math.floor(times().now / PLAN_EVERY) * PLAN_EVERY),
    async *steps(from, to) {
      if (to > from) yield { to, items: await planner.plan(from, to) }
    },
  }
}
