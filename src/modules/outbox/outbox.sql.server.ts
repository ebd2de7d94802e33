import {
  sql,
  type CompiledQuery,
  type ExpressionBuilder,
  type Generated,
  type Insertable,
  type Kysely,
  type Selectable,
} from 'kysely'
import type { Json } from '#kernel/canonical'
import type { Instant } from '#kernel/instant'
import { giveWay, type Database } from '#modules/record'
import type { ItemState, ListedItem, NewItem, TakenItem } from './item.ts'

interface ItemTable {
  readonly id: Generated<number>
  readonly kind: string
  readonly key: string
  readonly subject: string | null
  readonly payload: string
  readonly state: ItemState
  readonly attempts: number
  readonly note: string | null
  readonly not_before: number
  readonly not_after: number | null
  readonly ended_at: number | null
  readonly first_tried: number | null
  readonly next_try: number
  readonly leased_until: number
}

type OutboxTables = {
  readonly outbox_item: ItemTable
  readonly outbox_cursor: {
    readonly name: string
    readonly position: number
    readonly holder: string | null
    readonly held_until: number
  }
}

/** The two times that matter here: the organization's, which a demonstration moves, and the machine's. */
export interface Times {
  readonly now: Instant
  readonly wall: Instant
}

// Rows in one statement.
const MANY = 500
const GONE = 'null'

function tables(database: Database): Kysely<OutboxTables> {
  return database.kysely.$extendTables<OutboxTables>()
}

function rowOf(item: NewItem): Insertable<ItemTable> {
  return {
    kind: item.kind,
    key: item.key,
    subject: item.subject ?? null,
    payload: JSON.stringify(item.payload),
    state: 'waiting',
    attempts: 0,
    note: null,
    not_before: item.notBefore ?? 0,
    not_after: item.notAfter ?? null,
    ended_at: null,
    first_tried: null,
    next_try: 0,
    leased_until: 0,
  }
}

/** Queues items, to go alongside an act or in a statement of its own. What is queued already stays as it is. At most 500. */
export function enqueue(database: Database, ...items: readonly NewItem[]): CompiledQuery {
  return insertInto(tables(database), items).compile()
}

function insertInto(kysely: Kysely<OutboxTables>, items: readonly NewItem[]) {
  return kysely
    .insertInto('outbox_item')
    .values(items.map(rowOf))
    .onConflict((conflict) => conflict.columns(['kind', 'key']).doNothing())
}

/** Queues any number of items by themselves. Not all at once: other work gets its turn in between. */
export async function enqueueNow(database: Database, items: readonly NewItem[]): Promise<void> {
  for (let from = 0; from < items.length; from += MANY) {
    await insertInto(tables(database), items.slice(from, from + MANY)).execute()
    await giveWay()
  }
}

/** Where SQLite has just been opened nobody else can be at work: what a killed process had in hand is free again. */
export async function freeLeases(database: Database): Promise<void> {
  await tables(database)
    .updateTable('outbox_item')
    .set({ leased_until: 0 })
    .where('state', '=', 'waiting')
    .where('leased_until', '>', 0)
    .execute()
  await tables(database).updateTable('outbox_cursor').set({ held_until: 0 }).execute()
}

/** What to take: of this kind, so many, for so long. */
export interface Taking {
  readonly kind: string
  readonly count: number
  readonly lease: number
}

/**
 * Items about the same subject that are under way, or due and were queued earlier. What one tells a member is known before
 * the next is written.
 */
function othersOfSubject(build: ExpressionBuilder<OutboxTables, 'outbox_item'>, { now, wall }: Times) {
  return build
    .selectFrom('outbox_item as other')
    .select('other.id')
    .whereRef('other.kind', '=', 'outbox_item.kind')
    .whereRef('other.subject', '=', 'outbox_item.subject')
    .where('other.state', '=', 'waiting')
    .where((row) =>
      row.or([
        row('other.leased_until', '>', wall),
        row.and([
          row('other.id', '<', row.ref('outbox_item.id')),
          row('other.not_before', '<=', now),
          row('other.next_try', '<=', wall),
        ]),
      ]),
    )
}

/** Takes items that are due, of each subject one at a time. Nobody else gets them until the lease ends; taking counts as an attempt. */
export async function takeDue(
  database: Database,
  { now, wall }: Times,
  { kind, count, lease }: Taking,
): Promise<readonly TakenItem[]> {
  const isPostgres = database.engine === 'postgres'
  const rows = await tables(database)
    .updateTable('outbox_item')
    .set((row) => ({
      attempts: row('attempts', '+', 1),
      leased_until: wall + lease,
      first_tried: row.fn.coalesce('first_tried', row.val(wall)),
    }))
    .where('id', 'in', (build) =>
      build
        .selectFrom('outbox_item')
        .select('id')
        .where('state', '=', 'waiting')
        .where('kind', '=', kind)
        .where('not_before', '<=', now)
        .where('next_try', '<=', wall)
        .where('leased_until', '<=', wall)
        .where((row) => row.not(row.exists(othersOfSubject(build, { now, wall }))))
        .orderBy('id')
        .limit(count)
        .$if(isPostgres, (query) => query.forUpdate().skipLocked()),
    )
    .returning(['id', 'kind', 'key', 'subject', 'payload', 'attempts'])
    .execute()
  return rows.map(({ attempts, subject, payload, ...row }) => ({
    ...row,
    subject: subject ?? undefined,
    payload: JSON.parse(payload) as Json,
    attempt: attempts,
  }))
}

/**
 * Marks an item as delivered and empties it, together with what goes with that. An item that another process has taken
 * meanwhile, because the lease was over, is left to it.
 */
export function markDone(
  database: Database,
  { id, attempt }: TakenItem,
  ended: {
    readonly now: Instant
    readonly note: string | undefined
    readonly alongside: readonly CompiledQuery[]
  },
): Promise<void> {
  return tables(database)
    .transaction()
    .execute(async (transaction) => {
      const marked = await transaction
        .updateTable('outbox_item')
        .set({ state: 'done', ended_at: ended.now, note: ended.note ?? null, payload: GONE, leased_until: 0 })
        .where('id', '=', id)
        .where('attempts', '=', attempt)
        .where('state', '=', 'waiting')
        .returning('id')
        .executeTakeFirst()
      if (marked === undefined) return
      for (const query of ended.alongside) await transaction.executeQuery(query)
    })
}

/** What went wrong, when it is tried again (by the machine's clock), and how long after its first attempt it is given up. */
export interface Failure {
  readonly note: string
  readonly nextTry: Instant
  readonly giveUpAfter: number
}

/** Puts an item back until its next try, or gives it up if that would be too long after its first. */
export async function markFailed(
  database: Database,
  { id, attempt }: TakenItem,
  now: Instant,
  { note, nextTry, giveUpAfter }: Failure,
): Promise<void> {
  const isOver = sql<boolean>`first_tried + ${giveUpAfter} < ${nextTry}`
  await tables(database)
    .updateTable('outbox_item')
    .set({
      state: sql<ItemState>`case when ${isOver} then 'given-up' else 'waiting' end`,
      ended_at: sql<number | null>`case when ${isOver} then cast(${now} as bigint) end`,
      note,
      next_try: nextTry,
      leased_until: 0,
    })
    .where('id', '=', id)
    .where('attempts', '=', attempt)
    .where('state', '=', 'waiting')
    .execute()
}

/** Gives an item up. It keeps what it carries, so that the operator can have it tried again. */
export async function markGivenUp(
  database: Database,
  { id, attempt }: TakenItem,
  now: Instant,
  note: string,
): Promise<void> {
  await tables(database)
    .updateTable('outbox_item')
    .set({ state: 'given-up', ended_at: now, note, leased_until: 0 })
    .where('id', '=', id)
    .where('attempts', '=', attempt)
    .where('state', '=', 'waiting')
    .execute()
}

/** Gives an item back until this moment of the organization's clock, as if it had not been taken. */
export async function markLater(database: Database, { id, attempt }: TakenItem, at: Instant): Promise<void> {
  await tables(database)
    .updateTable('outbox_item')
    .set({ not_before: at, attempts: attempt - 1, first_tried: null, leased_until: 0 })
    .where('id', '=', id)
    .where('attempts', '=', attempt)
    .where('state', '=', 'waiting')
    .execute()
}

/** Gives up what comes too late, whoever would have delivered it, and forgets what ended before `old`. */
export async function tidy(database: Database, { now, wall }: Times, old: Instant): Promise<void> {
  await tables(database)
    .updateTable('outbox_item')
    .set({ state: 'given-up', ended_at: now, note: 'too-late', payload: GONE })
    .where('state', '=', 'waiting')
    .where('not_after', '<', now)
    .where('leased_until', '<=', wall)
    .execute()
  await tables(database)
    .deleteFrom('outbox_item')
    .where('state', '<>', 'waiting')
    .where('ended_at', '<', old)
    .execute()
}

/** Which items the operator looks at, newest first. */
export interface ItemSearch {
  readonly kind: string
  readonly state?: ItemState | undefined
  readonly subject?: string | undefined
  readonly from: number
  readonly count: number
}

/** Items, newest first. */
export async function listItems(
  database: Database,
  { kind, state, subject, from, count }: ItemSearch,
): Promise<readonly ListedItem[]> {
  const rows = await tables(database)
    .selectFrom('outbox_item')
    .selectAll()
    .where('kind', '=', kind)
    .$if(state !== undefined, (query) => query.where('state', '=', state ?? 'waiting'))
    .$if(subject !== undefined, (query) => query.where('subject', '=', subject ?? ''))
    .orderBy('id', 'desc')
    .limit(count)
    .offset(from)
    .execute()
  return rows.map(listed)
}

function listed(row: Selectable<ItemTable>): ListedItem {
  return {
    id: row.id,
    kind: row.kind,
    key: row.key,
    subject: row.subject ?? undefined,
    payload: JSON.parse(row.payload) as Json,
    state: row.state,
    attempts: row.attempts,
    note: row.note ?? undefined,
    notBefore: row.not_before,
    endedAt: row.ended_at ?? undefined,
  }
}

/** How many items of a kind there are in each state. */
export async function countItems(
  database: Database,
  kind: string,
): Promise<Readonly<Record<ItemState, number>>> {
  const rows = await tables(database)
    .selectFrom('outbox_item')
    .select((row) => ['state', row.fn.countAll<number>().as('many')] as const)
    .where('kind', '=', kind)
    .groupBy('state')
    .execute()
  const counts = { waiting: 0, done: 0, 'given-up': 0 }
  for (const { state, many } of rows) counts[state] = many
  return counts
}

/** Has an item tried at once, also one that was given up unless it came too late. */
export async function tryAgain(database: Database, id: number): Promise<'done' | 'gone'> {
  const row = await tables(database)
    .updateTable('outbox_item')
    .set({ state: 'waiting', ended_at: null, first_tried: null, next_try: 0, not_before: 0 })
    .where('id', '=', id)
    .where('state', '<>', 'done')
    .where('payload', '<>', GONE)
    .returning('id')
    .executeTakeFirst()
  return row === undefined ? 'gone' : 'done'
}

/** To go alongside the entry that erases a member. */
export function forgetItems(database: Database, subject: string): CompiledQuery {
  return tables(database).deleteFrom('outbox_item').where('subject', '=', subject).compile()
}

/** Where a follower begins that is seen for the first time. */
export async function beginCursor(database: Database, name: string, position: number): Promise<void> {
  await tables(database)
    .insertInto('outbox_cursor')
    .values({ name, position, holder: null, held_until: 0 })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()
}

/** How a cursor is held: by which process, from when, for how long. */
export interface Holding {
  readonly holder: string
  readonly wall: Instant
  readonly lease: number
}

/** The position of a cursor that is now held, or undefined where another process holds it. */
export async function holdCursor(
  database: Database,
  name: string,
  { holder, wall, lease }: Holding,
): Promise<number | undefined> {
  const row = await tables(database)
    .updateTable('outbox_cursor')
    .set({ holder, held_until: wall + lease })
    .where('name', '=', name)
    .where((row) => row.or([row('holder', '=', holder), row('held_until', '<=', wall)]))
    .returning('position')
    .executeTakeFirst()
  return row?.position
}

/** Lets another process follow at once. */
export async function letCursorsGo(database: Database, holder: string): Promise<void> {
  await tables(database)
    .updateTable('outbox_cursor')
    .set({ holder: null, held_until: 0 })
    .where('holder', '=', holder)
    .execute()
}

/**
 * Moves a cursor and queues what came of it. `lost`: another process has moved it meanwhile. All or nothing, but where it is a
 * lot, such as a message to everybody: a statement for all of it would let nobody else have a turn, so it is queued in pieces
 * before the cursor moves. Whoever has to begin again queues the same keys.
 */
export async function moveCursor(
  database: Database,
  name: string,
  step: { readonly from: number; readonly to: number; readonly heldUntil: Instant },
  items: readonly NewItem[],
): Promise<'done' | 'lost'> {
  const isMuch = items.length > MANY
  if (isMuch) await enqueueNow(database, items)
  return tables(database)
    .transaction()
    .execute(async (transaction) => {
      const moved = await transaction
        .updateTable('outbox_cursor')
        .set({ position: step.to, held_until: step.heldUntil })
        .where('name', '=', name)
        .where('position', '=', step.from)
        .returning('name')
        .executeTakeFirst()
      if (moved === undefined) return 'lost'
      if (!isMuch && items.length > 0) await insertInto(transaction, items).execute()
      return 'done'
    })
}
