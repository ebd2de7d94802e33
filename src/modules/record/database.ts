import type { DatabaseSync } from 'node:sqlite'
import type { Kysely } from 'kysely'
import type { Pool } from 'pg'

/** The two engines that Plenum keeps its record in. */
export type Engine = 'sqlite' | 'postgres'

interface OpenDatabase {
  /** Typed by each module in its own SQL file: `database.kysely.$extendTables<MyTables>()`. */
  readonly kysely: Kysely<unknown>
  /** Opened beside a writer: one moment of it, no migration, no writing. */
  readonly readOnly: boolean
  /** Opened beside a writer: no migration. */
  readonly beside: boolean
  /** Ends all connections and gives up the folder. */
  close(): Promise<void>
}

/** A folder of one's own: `plenum.sqlite` inside the process. */
export interface SqliteDatabase extends OpenDatabase {
  readonly engine: 'sqlite'
  /** The one connection, for prepared look-ups. A Kysely transaction in progress is visible on it. */
  readonly sqlite: DatabaseSync
}

/** A PostgreSQL server that several processes may share. */
export interface PostgresDatabase extends OpenDatabase {
  readonly engine: 'postgres'
  readonly pool: Pool
}

/** An open database. */
export type Database = SqliteDatabase | PostgresDatabase

/** How to open one. `databaseUrl` chooses PostgreSQL; without it SQLite in the folder `data`. */
export interface DatabaseOptions {
  readonly data: string
  readonly databaseUrl?: string | undefined
  /** Opens beside a running writer, sees it as it is at this moment until it is closed, and writes nothing. */
  readonly readOnly?: boolean
  /** Opens beside a running writer for a row that stands alone, in one statement; never for the record. */
  readonly beside?: boolean
  /** Waits for the disk only when it is closed: for what is thrown away and made anew after an interruption. SQLite alone knows it. */
  readonly hurried?: boolean
}

/** One step of the schema, forward only. Names are unique over all modules, such as `record-1`. */
export interface Migration {
  readonly name: string
  up(kysely: Kysely<unknown>, engine: Engine): Promise<void>
}
