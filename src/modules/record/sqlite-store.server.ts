import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { canonical } from '#kernel/canonical'
import type { Refusal } from '#kernel/refusal'
import { giveWay } from './give-way.server.ts'
import type { KeptEntry } from './core/entry.ts'
import { refuseRecord } from './core/messages.ts'
import { createFrontier, frontierFrom, frontierRuns, type Frontier, type NodeRun } from './core/frontier.ts'
import type { Hash } from './core/merkle.ts'
import type { SqliteDatabase } from './database.ts'
import { sqliteCode, sqliteFault, words } from './faults.server.ts'
import { growTree } from './growth.ts'
import { COLUMNS, PAGE, parseRow, type Row } from './rows.server.ts'
import type { ActKey, Batch, Gathered, RecordStore } from './store.ts'

const FULL = 13

/** The record in SQLite. All of an append happens in one turn of the event loop: no other statement can come between. */
export function createSqliteStore(database: SqliteDatabase): RecordStore {
  const { sqlite, kysely } = database
  const statements = prepareAll(sqlite)
  let edge = createFrontier()

  function appendNow(
    from: number,
    ids: readonly ActKey[],
    decide: (gathered: Gathered) => Batch,
  ): 'done' | Refusal {
    let grown: Frontier
    try {
      statements.begin.run()
      const size = sizeNow(statements)
      const batch = decide({
        tail: tailOf(statements, from, size),
        known: knownOf(statements, ids),
        now: undefined,
      })
      if (edge.size !== size) edge = readEdge(statements, size)
      grown = insertAll(statements, sqlite, edge, batch)
    } catch (error) {
      undo(sqlite)
      return sqliteFault(error, 'plenum.sqlite')
    }
    const fault = commit(sqlite, statements)
    if (fault === undefined) edge = grown
    return fault ?? 'done'
  }

  return {
    // Through Kysely's one connection, so that a transaction that others have open ends first.
    append: (from, ids, decide) =>
      kysely.connection().execute(
        () =>
          new Promise((resolve) => {
            resolve(appendNow(from, ids, decide))
          }),
      ),
    read: (from, to) => pages(statements, from, to),
    find: (by, id) => Promise.resolve(knownOf(statements, [{ by, id }])[0]),
    size: () => Promise.resolve(sizeNow(statements)),
    leafHashes: (from, count) => Promise.resolve(hashesOf(statements, { level: 0, from, count })),
    nodes: (run) => Promise.resolve(hashesOf(statements, run)),
  }
}

type Statements = ReturnType<typeof prepareAll>

/** The store's statements, prepared once. */
export function prepareAll(sqlite: DatabaseSync) {
  const prepare = (sql: string): StatementSync => sqlite.prepare(sql)
  const prepareRows = (where: string): StatementSync => {
    const statement = sqlite.prepare(
      `select ${COLUMNS} from record r join record_body b on b.seq = r.seq where ${where}`,
    )
    statement.setReturnArrays(true)
    return statement
  }
  return {
    begin: prepare('begin immediate'),
    commit: prepare('commit'),
    size: prepare('select coalesce(max(seq) + 1, 0) as size from record'),
    range: prepareRows('r.seq >= ? and r.seq < ? order by r.seq'),
    known: prepareRows('r."by" = ? and r.id = ?'),
    leaves: prepare('select leaf_hash as hash from record where seq >= ? and seq < ? order by seq'),
    nodes: prepare(
      'select hash from tree_node where level = ? and position >= ? and position < ? order by position',
    ),
    record: prepare(
      `insert into record (seq, at, "by", id, type, law, unit, sig, body_hash, leaf_hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    body: prepare('insert into record_body (seq, salt, body) values (?, ?, ?)'),
    node: prepare('insert into tree_node (level, position, hash) values (?, ?, ?)'),
  }
}

function sizeNow({ size }: Statements): number {
  return (size.get() as { size: number }).size
}

function rowsOf(rows: unknown): readonly Row[] {
  return rows as readonly Row[]
}

function tailOf({ range }: Statements, from: number, size: number): Gathered['tail'] {
  return from < size ? rowsOf(range.all(from, size)).map(parseRow) : []
}

function knownOf({ known }: Statements, ids: readonly ActKey[]): Gathered['known'] {
  return ids.flatMap(({ by, id }) => rowsOf(known.all(by, id)).map(parseRow))
}

function hashesOf({ leaves, nodes }: Statements, { level, from, count }: NodeRun): readonly Hash[] {
  const rows = level === 0 ? leaves.all(from, from + count) : nodes.all(level, from, from + count)
  return (rows as { hash: Uint8Array }[]).map(({ hash }) => hash)
}

function readEdge(statements: Statements, size: number): Frontier {
  return frontierFrom(
    size,
    frontierRuns(size).map((run) => hashesOf(statements, run)),
  )
}

/** Writes entries that continue the tree, and what goes with them. A restore also writes entries whose body was withdrawn. */
export function insertAll(
  statements: Statements,
  sqlite: DatabaseSync,
  edge: Frontier,
  { entries, alongside }: Pick<Batch, 'alongside'> & { readonly entries: readonly KeptEntry[] },
): Frontier {
  const { leaves, nodes, frontier } = growTree(edge, entries)
  entries.forEach(({ seq, at, by, id, type, law, unit, sig, salt, body, bodyHash }, i) => {
    const leaf = leaves[i] ?? new Uint8Array()
    statements.record.run(seq, at, by, id, type, law, unit, sig ?? null, bodyHash, leaf)
    statements.body.run(seq, salt ?? null, body === undefined ? null : canonical(body))
  })
  for (const { level, index, hash } of nodes) statements.node.run(level, index, hash)
  for (const { sql, parameters } of alongside) {
    sqlite.prepare(sql).run(...(parameters as readonly (string | number | null | Uint8Array)[]))
  }
  return frontier
}

function commit(sqlite: DatabaseSync, statements: Statements): Refusal | undefined {
  try {
    statements.commit.run()
    return undefined
  } catch (error) {
    undo(sqlite)
    // Where writing or syncing itself failed, what reached the disk is not known.
    return sqliteCode(error) === FULL
      ? refuseRecord('disk-full')
      : refuseRecord('outcome-unknown', { why: words(error) })
  }
}

function undo(sqlite: DatabaseSync): void {
  if (sqlite.isTransaction) sqlite.exec('rollback')
}

async function* pages(statements: Statements, from: number, to = Infinity): AsyncGenerator<Gathered['tail']> {
  for (let at = from; at < to; at += PAGE) {
    const page = rowsOf(statements.range.all(at, Math.min(to, at + PAGE))).map(parseRow)
    if (page.length > 0) yield page
    if (page.length < PAGE) return
    // Each page is some 10 ms of work.
    await giveWay()
  }
}
