import type { CompiledQuery } from 'kysely'
import type { Json } from '#kernel/canonical'
import type { Instant } from '#kernel/instant'
import type { Refusal } from '#kernel/refusal'
import type { KeptEntry } from './core/entry.ts'
import type { NodeRun } from './core/frontier.ts'

/** An entry as the clerk hands it over: with its salt (16 bytes, base64) and its body. */
export interface NewEntry extends KeptEntry {
  readonly salt: string
  readonly body: Json
}

/** Whose act it is and the act's id: together unique in the record. */
export interface ActKey {
  readonly by: string
  readonly id: string
}

/** What `decide` gets to see while it is alone on the record. */
export interface Gathered {
  /** What stands in the record from `from` on: what other processes appended. */
  readonly tail: readonly KeptEntry[]
  /** The entries, wherever they stand, that hold one of the asked ids. */
  readonly known: readonly KeptEntry[]
  /** The database's clock; on SQLite undefined, because it has no clock but ours. */
  readonly now: Instant | undefined
}

/** What `decide` wants written: entries whose `seq` continue the record, and held rows that go with them. */
export interface Batch {
  /** Those whose body is sealed have none here: its row goes alongside. */
  readonly entries: readonly KeptEntry[]
  /** Compiled by the same database's Kysely; run after the entries, in order, in the same transaction. */
  readonly alongside: readonly CompiledQuery[]
}

/** The record in its database: takes entries at its end, gives them back in order, changes none. */
export interface RecordStore {
  /**
   * Alone on the record across all processes: reads what stands from `from` on and which of `ids` are taken, lets `decide`
   * say (synchronously) what to append, writes entries, tree nodes and `alongside`, commits. All or nothing.
   *
   * Refusals: `database-gone` and `disk-full` (nothing was written), `outcome-unknown` (the connection broke during
   * COMMIT: read the record before answering anybody). What `decide` throws is rolled back and rethrown; entries whose
   * `seq` do not continue the record, and an `alongside` that the database rejects, are bugs and throw.
   */
  append(
    from: number,
    ids: readonly ActKey[],
    decide: (gathered: Gathered) => Batch,
  ): Promise<'done' | Refusal>
  /** Entries from `from` to before `to` (default: the end), in pages of some thousands, bodies parsed. Throws when the database is gone. */
  read(from: number, to?: number): AsyncIterable<readonly KeptEntry[]>
  /** The entry of this act, if it was accepted. */
  find(by: string, id: string): Promise<KeptEntry | undefined>
  /** How many entries there are; also the position of the next. */
  size(): Promise<number>
  /** Leaf hashes of entries, 32 bytes each; fewer than `count` where the record ends. */
  leafHashes(from: number, count: number): Promise<readonly Uint8Array[]>
  /** Hashes of complete subtrees at level 0, 8, 16, 24 …; fewer than asked where the record ends. */
  nodes(run: NodeRun): Promise<readonly Uint8Array[]>
}
