import type pg from 'pg'
import { canonical } from '#kernel/canonical'
import { isRefusal, type Refusal } from '#kernel/refusal'
import type { KeptEntry } from './core/entry.ts'
import { refuseRecord } from './core/messages.ts'
import { createFrontier, frontierFrom, frontierRuns, type Frontier, type NodeRun } from './core/frontier.ts'
import type { Hash } from './core/merkle.ts'
import type { PostgresDatabase } from './database.ts'
import { isRejected, postgresFault, words } from './faults.server.ts'
import { growTree, type Growth } from './growth.ts'
import { RECORD_LOCK } from './locks.ts'
import { COLUMNS, PAGE, parseRow, type Row } from './rows.server.ts'
import type { ActKey, Batch, Gathered, RecordStore } from './store.ts'

const FROM = `from record r join record_body b using (seq)`
const RANGE = {
  name: 'record-range',
  text: `select ${COLUMNS} ${FROM} where r.seq >= $1 and r.seq < $2 order by r.seq`,
  rowMode: 'array',
} as const

/** The record in PostgreSQL, which several processes may append to: each takes the lock first, then reads what it missed. */
export function createPostgresStore({ pool }: PostgresDatabase): RecordStore {
  let edge = createFrontier()

  /** All before COMMIT. Throws what `decide` throws and what only a fault of the program brings about. */
  async function write(
    client: pg.PoolClient,
    from: number,
    ids: readonly ActKey[],
    decide: (gathered: Gathered) => Batch,
  ): Promise<Frontier | Refusal> {
    const seen = await attempt(gather(client, from, ids))
    if (isRefusal(seen)) return seen
    const { size, gathered } = seen
    const batch = decide(gathered)
    const start = edge.size === size ? edge : await attempt(readEdge(client, size))
    if (isRefusal(start)) return start
    const growth = growTree(start, batch.entries)
    return attempt(insertAll(client, batch, growth))
  }

  return {
    async append(from, ids, decide) {
      const client = await connect(pool)
      if (isRefusal(client)) return client
      let grown: Frontier | Refusal
      try {
        grown = await write(client, from, ids, decide)
      } catch (error) {
        await giveBack(client)
        throw error
      }
      if (isRefusal(grown)) {
        await giveBack(client)
        return grown
      }
      const fault = await commit(client)
      if (fault === undefined) edge = grown
      return fault ?? 'done'
    },
    read: (from, to) => pages(pool, from, to),
    async find(by, id) {
      const text = `select ${COLUMNS} ${FROM} where r."by" = $1 and r.id = $2`
      const { rows } = await pool.query<[...Row]>({ text, values: [by, id], rowMode: 'array' })
      return rows.map(parseRow)[0]
    },
    async size() {
      const { rows } = await pool.query<{ size: number }>(
        'select coalesce(max(seq) + 1, 0) as size from record',
      )
      return rows[0]?.size ?? 0
    },
    leafHashes: (from, count) => hashesOf(pool, { level: 0, from, count }),
    nodes: (run) => hashesOf(pool, run),
  }
}

/** What the database answers, or the refusal for why it does not. */
function attempt<Answer>(answer: Promise<Answer>): Promise<Answer | Refusal> {
  return answer.catch(postgresFault)
}

async function connect(pool: pg.Pool): Promise<pg.PoolClient | Refusal> {
  try {
    return await pool.connect()
  } catch (error) {
    return refuseRecord('database-gone', { why: words(error) })
  }
}

/** An acknowledged act must be durable even where the server's own default is not. */
const BEGIN = `
  begin isolation level read committed;
  select pg_advisory_xact_lock(${RECORD_LOCK}), case
    when current_setting('synchronous_commit') in ('off', 'local') then set_config('synchronous_commit', 'on', true)
  end`

/**
 * Always a row: the size and the clock, and beside them an entry that is known, if one is. The limit keeps the planner to
 * one look into the index for each act: a join planned while the table was small would scan it all when it is large.
 */
const HEAD = {
  name: 'record-head',
  text: `select head.size, head.now, known.* from (
      select coalesce(max(seq) + 1, 0) as size, floor(extract(epoch from clock_timestamp()) * 1000)::bigint as now from record
    ) head left join (
      select entry.* from unnest($1::text[], $2::text[]) asked ("by", id) cross join lateral (
        select ${COLUMNS} from record r join record_body b on b.seq = r.seq
        where r."by" = asked."by" and r.id = asked.id limit 1
      ) entry
    ) known on true`,
  rowMode: 'array',
} as const

type HeadRow = [size: number, now: number, ...known: [...Row] | [null]]

/**
 * Begins, takes the lock, then reads: each statement sees what was committed when it began, so those after the lock see
 * all that was appended before it. Prepared statements, because planning them took longer than running them.
 */
async function gather(
  client: pg.PoolClient,
  from: number,
  ids: readonly ActKey[],
): Promise<{ size: number; gathered: Gathered }> {
  await client.query(BEGIN)
  const { rows } = await client.query<HeadRow>({
    ...HEAD,
    values: [ids.map(({ by }) => by), ids.map(({ id }) => id)],
  })
  const [size = 0, now] = rows[0] ?? []
  const known = rows.flatMap(([, , ...row]) => (isRow(row) ? [parseRow(row)] : []))
  const tail = size > from ? await client.query<[...Row]>({ ...RANGE, values: [from, size] }) : undefined
  return { size, gathered: { tail: tail?.rows.map(parseRow) ?? [], known, now } }
}

function isRow(row: [...Row] | [null]): row is [...Row] {
  return row[0] !== null
}

const INSERT = `
  with entries as (
    insert into record (seq, at, "by", id, type, law, unit, sig, body_hash, leaf_hash)
    select * from unnest($1::bigint[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::int[], $7::text[], $8::text[],
      $9::text[], $10::bytea[])
  ), bodies as (
    insert into record_body (seq, salt, body) select * from unnest($1::bigint[], $11::text[], $12::text[])
  )
  insert into tree_node (level, position, hash) select * from unnest($13::int[], $14::bigint[], $15::bytea[])`

async function insertAll(
  client: pg.PoolClient,
  { entries, alongside }: Batch,
  growth: Growth,
): Promise<Frontier> {
  if (entries.length > 0) await insertEntries(client, entries, growth)
  for (const { sql, parameters } of alongside) await client.query(sql, [...parameters])
  return growth.frontier
}

/** Writes entries that continue the tree. A restore also writes entries whose body was withdrawn. */
export async function insertEntries(
  client: pg.PoolClient,
  entries: readonly KeptEntry[],
  { leaves, nodes }: Growth,
): Promise<void> {
  const columns = [
    entries.map(({ seq }) => seq),
    entries.map(({ at }) => at),
    entries.map(({ by }) => by),
    entries.map(({ id }) => id),
    entries.map(({ type }) => type),
    entries.map(({ law }) => law),
    entries.map(({ unit }) => unit),
    entries.map(({ sig }) => sig ?? null),
    entries.map(({ bodyHash }) => bodyHash),
    leaves.map((leaf) => Buffer.from(leaf)),
    entries.map(({ salt }) => salt ?? null),
    entries.map(({ body }) => (body === undefined ? null : canonical(body))),
    nodes.map(({ level }) => level),
    nodes.map(({ index }) => index),
    nodes.map(({ hash }) => Buffer.from(hash)),
  ]
  await client.query({ name: 'record-insert', text: INSERT, values: columns })
}

async function readEdge(client: pg.PoolClient, size: number): Promise<Frontier> {
  const runs: (readonly Hash[])[] = []
  for (const run of frontierRuns(size)) runs.push(await hashesOf(client, run))
  return frontierFrom(size, runs)
}

async function hashesOf(
  source: pg.Pool | pg.PoolClient,
  { level, from, count }: NodeRun,
): Promise<readonly Hash[]> {
  const text =
    level === 0
      ? 'select leaf_hash as hash from record where seq >= $1 and seq < $2 order by seq'
      : 'select hash from tree_node where position >= $1 and position < $2 and level = $3 order by position'
  const values = level === 0 ? [from, from + count] : [from, from + count, level]
  const { rows } = await source.query<{ hash: Uint8Array }>(text, values)
  return rows.map(({ hash }) => hash)
}

async function commit(client: pg.PoolClient): Promise<Refusal | undefined> {
  try {
    await client.query('commit')
    client.release()
    return undefined
  } catch (error) {
    client.release(true)
    // Rejected by the server, nothing of it holds; without an answer nobody knows.
    return isRejected(error) ? postgresFault(error) : refuseRecord('outcome-unknown', { why: words(error) })
  }
}

async function giveBack(client: pg.PoolClient): Promise<void> {
  try {
    await client.query('rollback')
    client.release()
  } catch {
    client.release(true)
  }
}

async function* pages(pool: pg.Pool, from: number, to = Infinity): AsyncGenerator<Gathered['tail']> {
  for (let at = from; at < to; at += PAGE) {
    const { rows } = await pool.query<[...Row]>({ ...RANGE, values: [at, Math.min(to, at + PAGE)] })
    if (rows.length > 0) yield rows.map(parseRow)
    if (rows.length < PAGE) return
  }
}
