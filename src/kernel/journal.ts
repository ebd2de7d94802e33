import { bug } from './bug.ts'

/**
 * Remembers how to undo what was done to the image while a batch of acts is open, so that the image goes back when the
 * batch cannot be committed. While no batch is open nothing is remembered and a write costs what the plain one costs.
 */
export interface Journal {
  open: boolean
  readonly undo: (() => void)[]
}

/** A journal with no batch open. */
export function createJournal(): Journal {
  return { open: false, undo: [] }
}

/** Opens a batch. */
export function beginBatch(journal: Journal): void {
  if (journal.open) bug('a batch is open already')
  journal.open = true
}

/** Keeps what the batch did. */
export function keepBatch(journal: Journal): void {
  journal.open = false
  journal.undo.length = 0
}

/** A place within the open batch to go back to. */
export function markBatch(journal: Journal): number {
  return journal.undo.length
}

/** Takes back what the batch did since the mark, last first; the batch stays open. */
export function rollBackTo(journal: Journal, mark: number): void {
  // While undoing nothing is remembered: an undo that writes would otherwise never end.
  journal.open = false
  while (journal.undo.length > mark) journal.undo.pop()?.()
  journal.open = true
}

/** Takes back all that the batch did, and ends it. */
export function rollBack(journal: Journal): void {
  rollBackTo(journal, 0)
  keepBatch(journal)
}

/** A journaled map. Values are replaced, never changed in place. */
export interface Table<K, V> {
  get(key: K): V | undefined
  has(key: K): boolean
  set(key: K, value: V): void
  delete(key: K): void
  readonly size: number
  /** Another number after each change, one that was taken back included: what was made of the table is of it while this stays. */
  revision(): number
  keys(): MapIterator<K>
  values(): MapIterator<V>
  entries(): MapIterator<[K, V]>
  toJSON(): unknown
}

/** A journaled map under this journal. An undone delete puts the entry at the end of the order of iteration. */
export function createTable<K, V>(journal: Journal): Table<K, V> {
  const map = new Map<K, V>()
  let revision = 0
  const remember = (key: K): void => {
    revision++
    if (!journal.open) return
    const before = map.get(key)
    const had = before !== undefined || map.has(key)
    journal.undo.push(() => {
      revision++
      if (had) map.set(key, before as V)
      else map.delete(key)
    })
  }
  return {
    get: (key) => map.get(key),
    has: (key) => map.has(key),
    set(key, value) {
      remember(key)
      map.set(key, value)
    },
    delete(key) {
      remember(key)
      map.delete(key)
    },
    get size() {
      return map.size
    },
    revision: () => revision,
    keys: () => map.keys(),
    values: () => map.values(),
    entries: () => map.entries(),
    // The order of keys is left out of what a table is: a rolled-back delete moves a key to the end.
    toJSON: () => [...map.entries()].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
  }
}

/** A journaled value. */
export interface Cell<V> {
  get(): V
  set(value: V): void
  toJSON(): unknown
}

/** A journaled value under this journal. */
export function createCell<V>(journal: Journal, initial: V): Cell<V> {
  let held = initial
  return {
    get: () => held,
    set(value) {
      const before = held
      if (journal.open) journal.undo.push(() => void (held = before))
      held = value
    },
    toJSON: () => held,
  }
}

/** A journaled list that grows at its end. */
export interface List<V> {
  readonly length: number
  at(index: number): V | undefined
  push(value: V): void
  values(): readonly V[]
  toJSON(): unknown
}

/** A journaled list under this journal. */
export function createList<V>(journal: Journal): List<V> {
  const items: V[] = []
  return {
    get length() {
      return items.length
    },
    at: (index) => items.at(index),
    push(value) {
      if (journal.open) journal.undo.push(() => void items.pop())
      items.push(value)
    },
    values: () => items,
    toJSON: () => items,
  }
}

/** A journaled list of numbers that grows at its end: one property of many things, held small. */
export interface Column {
  get(index: number): number
  set(index: number, value: number): void
  /** All values to be read in one go, several times faster than one by one; not to be kept, the next `set` may move them. */
  view(): ArrayLike<number>
  toJSON(): unknown
}

/** A column over a typed array that doubles when full; what was never set is 0. */
export function createColumn(
  journal: Journal,
  create: (length: number) => Uint8Array | Uint32Array | Float64Array,
): Column {
  let cells = create(64)
  const used = (): number => cells.findLastIndex((cell: number) => cell !== 0) + 1
  return {
    get: (index) => cells[index] ?? 0,
    view: () => cells,
    toJSON: () => Array.from(cells.subarray(0, used())),
    set(index, value) {
      if (index >= cells.length) {
        const grown = create(Math.max(index + 1, cells.length * 2))
        grown.set(cells)
        cells = grown
      }
      const before = cells[index] ?? 0
      if (journal.open) journal.undo.push(() => void (cells[index] = before))
      cells[index] = value
    },
  }
}
