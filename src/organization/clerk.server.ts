import { randomBytes } from 'node:crypto'
import type { CompiledQuery } from 'kysely'
import { toBase64 } from '#kernel/bytes'
import { canonical } from '#kernel/canonical'
import { derivedUuid } from '#kernel/ids'
import { DAY, MINUTE, type Instant } from '#kernel/instant'
import { beginBatch, keepBatch, markBatch, rollBack, rollBackTo } from '#kernel/journal'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import {
  CLERK,
  hashBody,
  hashLeaf,
  leafText,
  type Act,
  type KeptEntry,
  type Receipt,
} from '#modules/record/core'
import type { Gathered, NewEntry, RecordStore } from '#modules/record'
import { countAhead, largeCountsDue } from '#modules/voting'
import type { Clock } from './clock.server.ts'
import { apply, check, createOrg, dueAct, NEWEST_LAW, type Org, type SeedFor } from './core/index.ts'
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
  readonly clock: Clock
  /** Whether other processes may append: then the record is followed. */
  readonly shared: boolean
  /** The clerk's own seeds for lots. */
  readonly seedFor?: SeedFor | undefined
  /** The operator has confirmed the machine's clock after a long stop. */
  readonly clockIsRight?: boolean
}

interface Waiting {
  readonly acts: readonly Act[]
  readonly alongside: readonly CompiledQuery[]
  answer(receipts: readonly Receipt[] | Refusal): void
  fail(error: unknown): void
}

const MOST_IN_BATCH = 512
const TICK = 1000
const FOLLOW_EVERY = 250
const FOLLOW_FOR = 1000

/** Folds the record and takes up work. A refusal says why this process must not write here. */
export async function startClerk({
  store,
  clock,
  shared,
  seedFor,
  clockIsRight,
}: ClerkOptions): Promise<Clerk | Refusal> {
  const org = createOrg()
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
    for await (const page of store.read(org.head.get().size)) for (const kept of page) takeKept(org, kept)
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
    const ids = batch.flatMap(({ acts }) => acts)
    let results: readonly (readonly Receipt[] | Refusal)[] = []
    try {
      const outcome = await store.append(org.head.get().size, ids, (gathered) => {
        const written = enterBatch(org, { clock, seedFor }, batch, gathered)
        results = written.results
        return written
      })
      if (outcome === 'done') {
        if (org.journal.open) keepBatch(org.journal)
        clock.settle()
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
        for (const kept of gathered.tail) takeKept(org, kept)
        known = new Map(gathered.known.map((kept) => [keyOf(kept), kept]))
        return { entries: [], alongside: [] }
      },
    )
    return batch.map(({ acts }) => (isRefusal(asked) ? outcome : receiptsOf(acts, known)))
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

function checkLaw(org: Org): Refusal | undefined {
  const { law } = org.head.get()
  return law > NEWEST_LAW ? refuse('newer-law', { law, known: NEWEST_LAW }) : undefined
}

interface Written {
  readonly entries: NewEntry[]
  readonly alongside: CompiledQuery[]
  readonly results: (readonly Receipt[] | Refusal)[]
}

/** Checks and applies what waits, one after the other, against the state that each will meet. */
function enterBatch(
  org: Org,
  { clock, seedFor }: Pick<ClerkOptions, 'clock' | 'seedFor'>,
  batch: readonly Waiting[],
  gathered: Gathered,
): Written {
  for (const kept of gathered.tail) takeKept(org, kept)
  const written: Written = { entries: [], alongside: [], results: [] }
  const now = clock.now()
  const trouble = checkLaw(org) ?? checkClocks(clock.wall(), gathered.now)
  if (trouble !== undefined) {
    written.results.push(...batch.map(() => trouble))
    return written
  }
  beginBatch(org.journal)
  const at = Math.max(now, org.head.get().at)
  const known = new Map(gathered.known.map((kept) => [keyOf(kept), kept]))
  for (const waiting of batch) {
    enterDue(org, at, written.entries, seedFor)
    adoptLaws(org, at, written.entries)
    const mark = markBatch(org.journal)
    const before = written.entries.length
    const result = enterAll(org, waiting.acts, at, known, written.entries)
    if (isRefusal(result)) {
      rollBackTo(org.journal, mark)
      for (const taken of written.entries.splice(before)) known.delete(keyOf(taken))
    } else if (result.some(({ again }) => !again)) written.alongside.push(...waiting.alongside)
    written.results.push(result)
  }
  enterDue(org, at, written.entries, seedFor)
  adoptLaws(org, at, written.entries)
  return written
}

function checkClocks(wall: Instant, database: Instant | undefined): Refusal | undefined {
  if (database === undefined || Math.abs(wall - database) <= MINUTE) return undefined
  return refuse('clocks-differ', { seconds: Math.round((wall - database) / 1000) })
}

function enterDue(org: Org, at: Instant, entries: NewEntry[], seedFor?: SeedFor): void {
  for (let act = dueAct(org, at, seedFor); act !== undefined; act = dueAct(org, at, seedFor))
    enterOwn(org, act, at, entries)
}

/** From here on the record follows the newest law that this program knows: what was entered before stays under its own. */
function adoptLaws(org: Org, at: Instant, entries: NewEntry[]): void {
  if (org.units.organization.get() === undefined) return
  for (let law = org.head.get().law + 1; law <= NEWEST_LAW; law++) {
    const id = derivedUuid('law', law)
    enterOwn(org, { by: CLERK, id, type: 'law.adopt', unit: null, body: { law } }, at, entries)
  }
}

function enterOwn(org: Org, act: Act, at: Instant, entries: NewEntry[]): void {
  const refusal = enter(org, act, at, entries)
  if (isRefusal(refusal)) throw new Error(`bug: the clerk's own ${act.type} is refused: ${refusal.code}`)
}

function enterAll(
  org: Org,
  acts: readonly Act[],
  at: Instant,
  known: Map<string, KeptEntry>,
  entries: NewEntry[],
): readonly Receipt[] | Refusal {
  const receipts: Receipt[] = []
  for (const [index, act] of acts.entries()) {
    const before = known.get(keyOf(act))
    const receipt = before === undefined ? enter(org, act, at, entries) : receiptAgain(before, act)
    if (isRefusal(receipt))
      return refuse(receipt.code, acts.length > 1 ? { ...receipt.facts, index } : receipt.facts)
    const entered = before ?? entries.at(-1)
    if (entered !== undefined) known.set(keyOf(act), entered)
    receipts.push(receipt)
  }
  return receipts
}

/** The same act sent twice has one receipt; another act under a used id is refused. */
function receiptAgain(kept: KeptEntry, act: Act): Receipt | Refusal {
  const same =
    kept.type === act.type &&
    kept.unit === act.unit &&
    kept.body !== undefined &&
    canonical(kept.body) === canonical(act.body)
  return same ? { seq: kept.seq, leaf: leafOf(kept), again: true } : refuse('id-reused', { id: act.id })
}

function enter(org: Org, act: Act, at: Instant, entries: NewEntry[]): Receipt | Refusal {
  const { size, law } = org.head.get()
  const entry = { seq: size, at, by: act.by, id: act.id, type: act.type, law, unit: act.unit, body: act.body }
  const refusal = check(org, entry)
  if (refusal !== undefined) return refusal
  apply(org, entry)
  const salt = nextSalt()
  const kept: NewEntry = { ...entry, salt: toBase64(salt), bodyHash: hashBody(salt, act.body) }
  entries.push(kept)
  return { seq: size, leaf: leafOf(kept), again: false }
}

const SALT_LENGTH = 16
let salts = randomBytes(0)

/** Random bytes are drawn for many salts at once: the call costs more than all else about an entry. */
function nextSalt(): Uint8Array {
  if (salts.length < SALT_LENGTH) salts = randomBytes(256 * SALT_LENGTH)
  const salt = salts.subarray(0, SALT_LENGTH)
  salts = salts.subarray(SALT_LENGTH)
  return salt
}

function leafOf(kept: KeptEntry): string {
  return toBase64(hashLeaf(leafText(kept)))
}

function receiptsOf(
  acts: readonly Act[],
  known: ReadonlyMap<string, KeptEntry>,
): readonly Receipt[] | Refusal {
  const receipts: Receipt[] = []
  for (const act of acts) {
    const kept = known.get(keyOf(act))
    const receipt =
      kept === undefined ? refuse('database-gone', { why: 'the connection broke' }) : receiptAgain(kept, act)
    if (isRefusal(receipt)) return receipt
    // Whoever asked has not heard of it yet: for them it is not entered again.
    receipts.push({ ...receipt, again: false })
  }
  return receipts
}

/** Author and id: what makes an act one act. */
function keyOf({ by, id }: { readonly by: string; readonly id: string }): string {
  return `${by} ${id}`
}
