import type { CompiledQuery } from 'kysely'
import { DAY, MINUTE, type Instant } from '#kernel/instant'
import { keepBatch, rollBack } from '#kernel/journal'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import type { Act, KeptEntry, Receipt } from '#modules/record/core'
import type { RecordStore, Sealed } from '#modules/record'
import { countAhead, largeCountsDue } from '#modules/voting'
import type { Clock } from './clock.server.ts'
import { createOrg, NEWEST_LAW, SEALED_ACTS, type Lack, type Org, type SeedFor } from './core/index.ts'
import {
  checkLaw,
  enterBatch,
  keyOf,
  nothing,
  receiptsOf,
  type ReadyBox,
  type Waiting,
  type Written,
} from './enter-batch.server.ts'
import type { Forgets } from './forget-expelled.server.ts'
import type { TellsEnds } from './tell-ends.server.ts'
import { takeKept } from './take-kept.ts'

/** The only writer of the record. */
export interface Clerk {
  /** Enters one act, with the held rows that go with it, or says why not. What is answered with a receipt is durable. */
  submit(act: Act, alongside?: readonly CompiledQuery[]): Promise<Receipt | Refusal>
  /** Enters all these acts or none; a refusal's `facts.index` says which one was refused. */
  submitAll(acts: readonly Act[], alongside?: readonly CompiledQuery[]): Promise<readonly Receipt[] | Refusal>
  /** Looks at the organization between two batches. `atLeast` waits (a second at most) for a record of that many entries. */
  read<Answer>(view: (org: Org, now: Instant) => Answer, atLeast?: number): Promise<Answer>
  /** Why nothing can be entered at the moment, if so. */
  trouble(): Refusal | undefined
  /** Ends the current batch and stops. */
  stop(): Promise<void>
}

export interface ClerkOptions {
  readonly store: RecordStore
  /** What the log is called. */
  readonly origin?: string | undefined
  readonly clock: Clock
  /** Whether other processes may append: then the record is followed. */
  readonly shared: boolean
  /** The clerk's own seeds for lots. */
  readonly seedFor?: SeedFor | undefined
  readonly box?: ReadyBox | undefined
  /** What lies sealed beside the record; without it nothing can be sealed. */
  readonly sealed?: Sealed | undefined
  /** What goes from the tables with an act of the clerk. */
  readonly forgets?: Forgets | undefined
  readonly tellsEnds?: TellsEnds | undefined
  /** The operator has confirmed the machine's clock after a long stop. */
  readonly clockIsRight?: boolean
}

const MOST_IN_BATCH = 512
const TICK = 1000
const FOLLOW_EVERY = 250
const FOLLOW_FOR = 1000

/** Folds the record and takes up work. A refusal says why this process must not write here. */
export async function startClerk({
  store,
  origin,
  clock,
  shared,
  seedFor,
  box,
  sealed,
  forgets,
  tellsEnds,
  clockIsRight,
}: ClerkOptions): Promise<Clerk | Refusal> {
  const org = createOrg(origin)
  await follow()
  const started = checkStart(org, clock.now(), clockIsRight === true)
  let queue: Waiting[] = []
  let scheduled = false
  let stopped = false
  let work: Promise<unknown> = Promise.resolve()

  /** Runs one thing after the other: batches and following never overlap. */
  function alone<Answer>(task: () => Promise<Answer>): Promise<Answer> {
    const done = work.then(task)
    work = done.catch(() => undefined)
    return done
  }

  async function follow(): Promise<void> {
    for await (const page of store.read(org.head.get().size))
      for (const kept of (await sealed?.open(page)) ?? page) takeKept(org, kept)
  }

  let followed: Promise<void> | undefined
  /** All who wait for the record wait for the same look at it: pages, however many, do not hold up the batches. */
  function followTogether(): Promise<void> {
    followed ??= alone(follow).finally(() => (followed = undefined))
    return followed
  }

  function enqueue(
    acts: readonly Act[],
    alongside: readonly CompiledQuery[],
  ): Promise<readonly Receipt[] | Refusal> {
    return new Promise((resolve, reject) => {
      queue.push({ acts, alongside, answer: resolve, fail: reject })
      schedule()
    })
  }

  function schedule(): void {
    if (scheduled) return
    scheduled = true
    // One turn of the event loop collects what arrived; more arrives while a batch is being committed.
    setImmediate(() => void alone(drain))
  }

  async function drain(): Promise<void> {
    scheduled = false
    while (queue.length > 0) {
      const batch = queue.slice(0, MOST_IN_BATCH)
      queue = queue.slice(MOST_IN_BATCH)
      await runBatch(batch)
    }
  }

  async function runBatch(batch: readonly Waiting[]): Promise<void> {
    const trouble = troubleNow()
    if (trouble !== undefined) {
      for (const waiting of batch) waiting.answer(trouble)
      return
    }
    await countLarge()
    if (batch.some(({ acts }) => acts.some(({ type }) => SEALED_ACTS.has(type)))) await sealed?.ready()
    let results: readonly (readonly Receipt[] | Refusal)[]
    try {
      const { outcome, written } = await appendBatch(batch)
      results = written.results
      if (outcome === 'done') {
        if (org.journal.open) keepBatch(org.journal)
        clock.settle()
        // What is left over now is looked for again the next time.
        if (written.isTidied) void box?.tidy().catch(() => undefined)
      } else {
        if (org.journal.open) rollBack(org.journal)
        results = await answersAfter(outcome, batch)
      }
    } catch (error) {
      if (org.journal.open) rollBack(org.journal)
      for (const waiting of batch) waiting.fail(error)
      return
    }
    for (const [i, waiting] of batch.entries()) waiting.answer(results[i] ?? refuse('nothing-entered'))
  }

  /** Before large votes close they are counted beside this thread: acts wait meanwhile, as what is due comes first; pages do not. */
  async function countLarge(): Promise<void> {
    const at = Math.max(clock.now(), org.head.get().at)
    if (largeCountsDue(org, at).length === 0) return
    // Ballots that another process entered count too.
    if (shared) await follow().catch(() => undefined)
    for (const vote of largeCountsDue(org, at)) await countAhead(vote)
  }

  /**
   * Enters a batch. What secret votes need before the clerk's own acts can be made is not there when it is found to be lacking: then
   * nothing is entered, it is got ready, and all is done anew, as more may have become due meanwhile.
   */
  async function appendBatch(
    batch: readonly Waiting[],
  ): Promise<{ readonly outcome: 'done' | Refusal; readonly written: Written }> {
    const ids = batch.flatMap(({ acts }) => acts)
    const opened = await openKnown(ids)
    for (let before: Lack | undefined; ;) {
      let made: Written | Lack | undefined
      const outcome = await store.append(org.head.get().size, ids, (gathered) => {
        // What another process sealed meanwhile is read first, by following.
        if (gathered.tail.some(({ type }) => SEALED_ACTS.has(type))) return nothing()
        const known = gathered.known.map((kept) => opened.get(keyOf(kept)) ?? kept)
        made = enterBatch(org, { clock, seedFor, box, sealed, forgets, tellsEnds }, batch, {
          ...gathered,
          known,
        })
        return 'lacks' in made ? nothing() : made
      })
      const entered: Written | Lack | undefined = made
      if (entered === undefined && outcome === 'done') {
        await follow()
        continue
      }
      if (entered === undefined) return { outcome, written: nothing() }
      if (!('lacks' in entered)) return { outcome, written: entered }
      if (outcome !== 'done') return { outcome, written: nothing() }
      if (before?.lacks === entered.lacks && before.vote === entered.vote)
        throw new Error(`bug: the ${entered.lacks} of the vote ${entered.vote} were not got ready`)
      before = entered
      await box?.ready(entered, org)
    }
  }

  /**
   * After a commit that failed nothing was entered. After one of unknown outcome the record is asked, and behind its
   * lock: as long as the lost connection holds it, its commit may still come.
   */
  async function answersAfter(
    outcome: Refusal,
    batch: readonly Waiting[],
  ): Promise<readonly (readonly Receipt[] | Refusal)[]> {
    if (outcome.code !== 'outcome-unknown') return batch.map(() => outcome)
    let known = new Map<string, KeptEntry>()
    const asked = await store.append(
      org.head.get().size,
      batch.flatMap(({ acts }) => acts),
      (gathered) => {
        known = new Map(gathered.known.map((kept) => [keyOf(kept), kept]))
        return { entries: [], alongside: [] }
      },
    )
    if (isRefusal(asked)) return batch.map(() => outcome)
    await follow()
    for (const [key, kept] of await openKnown([...known.values()])) known.set(key, kept)
    return batch.map(({ acts }) => receiptsOf(acts, known))
  }

  /** The entries of these acts that are sealed and known already, opened: sent again they are compared. */
  async function openKnown(
    acts: readonly { readonly by: string; readonly id: string; readonly type: string }[],
  ) {
    const found = new Map<string, KeptEntry>()
    for (const { by, id, type } of acts) {
      const kept = SEALED_ACTS.has(type) ? await store.find(by, id) : undefined
      const [opened] = kept === undefined ? [] : ((await sealed?.open([kept])) ?? [])
      if (opened !== undefined) found.set(keyOf(opened), opened)
    }
    return found
  }

  function troubleNow(): Refusal | undefined {
    if (stopped) return refuse('stopping')
    return clock.trouble() ?? started ?? checkLaw(org)
  }

  const ticking = setInterval(() => {
    const due = org.deadlines.next()
    if (due !== undefined && due.at <= clock.now() && troubleNow() === undefined)
      void enqueue([], []).catch(() => undefined)
  }, TICK)
  // A failure to follow shows at the next act or page, which asks the database again.
  const following = shared
    ? setInterval(() => void alone(follow).catch(() => undefined), FOLLOW_EVERY)
    : undefined

  // An organization of an older law is taken up by the newest before anybody looks at it.
  if (org.units.organization.get() !== undefined && org.head.get().law < NEWEST_LAW) await enqueue([], [])

  return {
    async submit(act, alongside = []) {
      const answer = await enqueue([act], alongside)
      if (isRefusal(answer)) return answer
      return answer[0] ?? refuse('nothing-entered')
    },
    submitAll: (acts, alongside = []) => enqueue(acts, alongside),
    async read(view, atLeast = 0) {
      const until = performance.now() + FOLLOW_FOR
      while (shared && org.head.get().size < atLeast && performance.now() < until) {
        await followTogether()
        if (org.head.get().size < atLeast) await new Promise((resolve) => setTimeout(resolve, 20))
      }
      while (org.journal.open) await work
      return view(org, Math.max(clock.now(), org.head.get().at))
    },
    trouble: troubleNow,
    async stop() {
      clearInterval(ticking)
      clearInterval(following)
      await alone(drain)
      stopped = true
    },
  }
}

/** After more than a day without an entry a wrong clock would end votes and terms for good: then the operator is asked. */
function checkStart(org: Org, now: Instant, clockIsRight: boolean): Refusal | undefined {
  const { at, size } = org.head.get()
  if (size === 0) return undefined
  if (now < at - MINUTE) return refuse('clock-behind', { last: at, now })
  const due = org.deadlines.next()
  const long = now - at > DAY && due !== undefined && due.at <= now
  return long && !clockIsRight ? refuse('clock-to-confirm', { last: at, now }) : undefined
}
