import { sql, type CompiledQuery } from 'kysely'
import { bug } from '#kernel/bug'
import { fromBase64, toBase64 } from '#kernel/bytes'
import type { Database } from './database.ts'

// What modules hold in tables of their own goes into a dump row by row, the same on both engines: texts, numbers, bytes.

/** A value of a column as a dump has it. */
export type RowValue = string | number | null | { readonly base64: string }

/** A row by the names of its columns. */
export type TableRow = Readonly<Record<string, RowValue>>

/** A column, and what the engine calls its type. */
export interface Column {
  readonly name: string
  readonly type: string
  /** Whether the database numbers the rows by itself: then the number is its own affair, and no other table refers to it. */
  readonly numbered: boolean
}

const PAGE = 2000

/** The tables there are, without the indexes that SQLite keeps as tables: they are made from others. */
export async function listTables(database: Database): Promise<readonly string[]> {
  const query =
    database.engine === 'sqlite'
      ? sql<{ name: string }>`select name from pragma_table_list
          where schema = 'main' and type = 'table' and name not like 'sqlite\\_%' escape '\\' order by name`
      : sql<{ name: string }>`select table_name as name from information_schema.tables
          where table_schema = current_schema() and table_type = 'BASE TABLE' order by table_name`
  return (await query.execute(database.kysely)).rows.map(({ name }) => name)
}

/** The columns of a table in their order, without those that the database computes. */
export async function listColumns(database: Database, table: string): Promise<readonly Column[]> {
  const query =
    database.engine === 'sqlite'
      ? sql<Row>`select name, lower(type) as type, 0 as numbered from pragma_table_info(${table}) order by cid`
      : sql<Row>`select column_name as name, data_type as type, (is_identity = 'YES')::int as numbered from information_schema.columns
          where table_schema = current_schema() and table_name = ${table} and is_generated = 'NEVER' order by ordinal_position`
  return (await query.execute(database.kysely)).rows.map((row) => ({ ...row, numbered: row.numbered === 1 }))
}

type Row = Omit<Column, 'numbered'> & { readonly numbered: number }

/** All rows of a table, in an order that does not depend on where they lie. For a reader, who sees one moment. */
export async function* readRows(database: Database, table: string): AsyncGenerator<TableRow> {
  const columns = (await listColumns(database, table)).map(({ name }) => name)
  const names = sql.join(columns.map((name) => sql.ref(name)))
  const order = sql.raw(columns.map((_, i) => i + 1).join(', '))
  for (let from = 0; ; from += PAGE) {
    const { rows } = await sql<Readonly<Record<string, unknown>>>`
      select ${names} from ${sql.table(table)} order by ${order} limit ${PAGE} offset ${from}`.execute(
      database.kysely,
    )
    for (const row of rows)
      yield Object.fromEntries(columns.map((name) => [name, toValue(row[name], `${table}.${name}`)]))
    if (rows.length < PAGE) return
  }
}

function toValue(value: unknown, where: string): RowValue {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value
  if (typeof value === 'boolean') return Number(value)
  if (value instanceof Uint8Array) return { base64: toBase64(value) }
  return bug(`a dump has no way to write ${where}`)
}

/** To go into a restored database. The columns are those of the table as it is there. */
export function insertRow(
  database: Database,
  table: string,
  columns: readonly Column[],
  row: TableRow,
): CompiledQuery {
  const given = columns.filter(({ name, numbered }) => !numbered && Object.hasOwn(row, name))
  const names = sql.join(given.map(({ name }) => sql.ref(name)))
  const values = sql.join(given.map(({ name, type }) => fromValue(row[name] ?? null, type)))
  return sql`insert into ${sql.table(table)} (${names}) values (${values})`.compile(database.kysely)
}

function fromValue(value: RowValue, type: string): unknown {
  if (typeof value === 'object' && value !== null) return Buffer.from(fromBase64(value.base64) ?? [])
  return type === 'boolean' ? value !== 0 : value
}
