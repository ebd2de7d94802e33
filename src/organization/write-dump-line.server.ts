import type { CompiledQuery } from 'kysely'
import { fromBase64 } from '#kernel/bytes'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { insertAccount } from '#modules/access'
import { insertPerson } from '#modules/members'
import {
  holdText,
  insertErasedText,
  insertRow,
  type Column,
  type Database,
  type RecordLoader,
} from '#modules/record'
import type { KeptEntry } from '#modules/record/core'
import { parseDumpLine, type DumpLine, type HeldLine } from './dump-line.ts'

/** Writes the lines of a dump, which was checked, into a database. */
export interface DumpWriter {
  /** Refusals: `dump-changed` since it was checked, `dump-newer`. */
  take(text: string | undefined, number: number): Promise<Refusal | undefined>
  /** Writes what waits. */
  flush(): Promise<void>
}

const AT_ONCE = 1000

/** Begins to write. `columns` are those of the tables that are restored row by row. */
export function createWriter(
  database: Database,
  loader: RecordLoader,
  columns: ReadonlyMap<string, readonly Column[]>,
): DumpWriter {
  let waiting: KeptEntry[] = []
  const flush = async (): Promise<void> => {
    if (waiting.length > 0) await loader.entries(waiting)
    waiting = []
  }
  return {
    flush,
    async take(text, number) {
      const line = text === undefined ? refuse('dump-changed') : parseDumpLine(text, number)
      if (isRefusal(line)) return refuse('dump-changed')
      if (line.kind === 'entry') {
        waiting.push(line.entry)
        if (waiting.length >= AT_ONCE) await flush()
        return undefined
      }
      // What follows refers to entries: a sealed body stands in the schema as one of an entry.
      await flush()
      const query = line.kind === 'row' ? rowQuery(database, columns, line) : heldQuery(database, line)
      if (query === undefined || isRefusal(query)) return query
      await loader.run(query)
      return undefined
    },
  }
}

/** Columns that an older dump lacks get what the schema says; one that this schema lacks is of a newer program. */
function rowQuery(
  database: Database,
  columns: ReadonlyMap<string, readonly Column[]>,
  { row: table, values }: Extract<HeldLine, { kind: 'row' }>,
): CompiledQuery | Refusal {
  const known = columns.get(table) ?? []
  const unknown = Object.keys(values).find((name) => known.every((column) => column.name !== name))
  return unknown === undefined
    ? insertRow(database, table, known, values)
    : refuse('dump-newer', { what: `${table}.${unknown}` })
}

function heldQuery(
  database: Database,
  line: Exclude<DumpLine, { kind: 'entry' | 'row' }>,
): CompiledQuery | undefined {
  switch (line.kind) {
    case 'text': {
      const { text: hash, salt, value: text } = line
      return holdText(database, { hash, salt: fromBase64(salt) ?? new Uint8Array(), text })
    }
    case 'erased':
      return insertErasedText(database, { hash: line.erased, erasedAt: line.erasedAt })
    case 'person': {
      const { person: member, name, email, salt } = line
      return insertPerson(database, { member, name, email, salt: fromBase64(salt) ?? new Uint8Array() })
    }
    case 'account': {
      const { account: member, login, passwordHash } = line
      return insertAccount(database, { member, login, passwordHash })
    }
    case 'head':
    case 'end':
      return undefined
  }
}
