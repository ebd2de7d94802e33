import type { Instant } from './instant.ts'
import type { Journal } from './journal.ts'

/** Something that falls due by itself: what kind of thing, of which subject, when. */
export interface Deadline {
  readonly at: Instant
  readonly kind: string
  readonly subject: string
}

/** All that will fall due. One subject has at most one deadline of a kind. */
export interface Deadlines {
  set(kind: string, subject: string, at: Instant): void
  clear(kind: string, subject: string): void
  /** When this falls due; undefined where it does not. */
  at(kind: string, subject: string): Instant | undefined
  /** What falls due first, if anything will; ties in the order of kind, then subject. */
  next(): Deadline | undefined
  toJSON(): unknown
}

/** Deadlines under this journal: a heap, of which only what the map confirms still counts. */
export function createDeadlines(journal: Journal): Deadlines {
  const heap: Deadline[] = []
  const held = new Map<string, Map<string, Instant>>()

  const put = (kind: string, subject: string, at: Instant | undefined): void => {
    const subjects = held.get(kind) ?? new Map<string, Instant>()
    held.set(kind, subjects)
    if (at === undefined) subjects.delete(subject)
    else {
      subjects.set(subject, at)
      push(heap, { at, kind, subject })
    }
  }
  const change = (kind: string, subject: string, at: Instant | undefined): void => {
    const before = held.get(kind)?.get(subject)
    if (journal.open)
      journal.undo.push(() => {
        put(kind, subject, before)
      })
    put(kind, subject, at)
  }
  return {
    set: change,
    clear: (kind, subject) => {
      change(kind, subject, undefined)
    },
    at: (kind, subject) => held.get(kind)?.get(subject),
    next() {
      for (;;) {
        const first = heap[0]
        if (first === undefined || held.get(first.kind)?.get(first.subject) === first.at) return first
        pop(heap)
      }
    },
    toJSON: () =>
      [...held]
        .flatMap(([kind, subjects]) => [...subjects].map(([subject, at]) => ({ at, kind, subject })))
        .sort(order),
  }
}

function order(a: Deadline, b: Deadline): number {
  if (a.at !== b.at) return a.at - b.at
  if (a.kind !== b.kind) return a.kind < b.kind ? -1 : 1
  return a.subject === b.subject ? 0 : a.subject < b.subject ? -1 : 1
}

function push(heap: Deadline[], deadline: Deadline): void {
  let at = heap.length
  heap.push(deadline)
  while (at > 0) {
    const parent = (at - 1) >> 1
    if (!swapIfBefore(heap, at, parent)) return
    at = parent
  }
}

function pop(heap: Deadline[]): void {
  const last = heap.pop()
  if (last === undefined || heap.length === 0) return
  heap[0] = last
  let at = 0
  for (;;) {
    const left = 2 * at + 1
    const right = left + 1
    const a = heap[left]
    const b = heap[right]
    const child = a !== undefined && b !== undefined && order(b, a) < 0 ? right : left
    if (a === undefined || !swapIfBefore(heap, child, at)) return
    at = child
  }
}

/** Swaps two places when the first holds what falls due before the second. */
function swapIfBefore(heap: Deadline[], first: number, second: number): boolean {
  const a = heap[first]
  const b = heap[second]
  if (a === undefined || b === undefined || order(a, b) >= 0) return false
  heap[first] = b
  heap[second] = a
  return true
}
