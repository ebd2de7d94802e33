import { fieldOf } from '#kernel/canonical'
import type { Instant } from '#kernel/instant'
import type { RecordStore } from '#modules/record'
import type { KeptEntry } from '#modules/record/core'
import { plenum } from './plenum.server.ts'

const MONTHS = 12
/** How long a page waits for the record to be walked; on a long one the first pages go without. */
const PATIENCE = 50

/** How many members there were at a moment. */
export interface Reading {
  readonly at: Instant
  readonly value: number
}

/** Who came and went, month by month, as far as the record has been walked. The image knows who is there, not since when. */
interface Walk {
  readonly store: RecordStore
  readonly changes: ReadonlyMap<number, number>
  /** How many entries have been walked. */
  reached(): number
  /** Goes on to the end of the record; all who wait for it wait for the same walk. */
  goOn(): Promise<void>
}

function startWalk(store: RecordStore): Walk {
  const changes = new Map<number, number>()
  const changeOf = createCount()
  let at = 0
  let walking: Promise<void> | undefined
  const goOn = async (): Promise<void> => {
    for await (const page of store.read(at)) {
      at += page.length
      for (const entry of page) {
        const change = changeOf(entry)
        const month = monthOf(entry.at)
        if (change !== 0) changes.set(month, (changes.get(month) ?? 0) + change)
      }
    }
  }
  return {
    store,
    changes,
    reached: () => at,
    goOn: () => (walking ??= goOn().finally(() => (walking = undefined))),
  }
}

/** By how much each entry, in order, changes the number of members. */
export function createCount(): (entry: Pick<KeptEntry, 'type' | 'by' | 'body'>) => number {
  const lapsed = new Set<string>()
  return ({ type, by, body }) => {
    const named = fieldOf(body, 'member')
    const member = typeof named === 'string' ? named : by
    switch (type) {
      case 'founding.member':
      case 'member.admit':
        return 1
      case 'founding.strike':
        return -1
      case 'standing.lapse':
        lapsed.add(member)
        return -1
      // A notice can be mended before anything lapses.
      case 'standing.mend':
        return lapsed.delete(member) ? 1 : 0
      case 'member.resign':
        return lapsed.delete(by) ? 0 : -1
      default:
        return 0
    }
  }
}

let walk: Walk | undefined

/**
 * How many members there were at the end of each of the last months, the oldest first; empty until the record, which has `size`
 * entries, has been walked.
 */
export async function growthUntil(now: Instant, size: number): Promise<readonly Reading[]> {
  const { store } = plenum()
  if (walk?.store !== store) walk = startWalk(store)
  const isWalked = walk.reached() >= size || (await goOnFor(walk, PATIENCE))
  return isWalked ? readingsUntil(now, walk.changes) : []
}

/** Whether a walk comes to its end in so many milliseconds; it goes on in any case. */
function goOnFor(walk: Walk, patience: number): Promise<boolean> {
  const done = walk.goOn().then(() => true)
  const waited = new Promise<false>((resolve) => setTimeout(() => resolve(false), patience).unref())
  return Promise.race([done, waited])
}

/** The readings that these changes by month come to. Months in which there was no organization yet are left out. */
export function readingsUntil(now: Instant, changes: ReadonlyMap<number, number>): readonly Reading[] {
  const first = Math.min(...changes.keys())
  const last = monthOf(now)
  const readings: Reading[] = []
  let value = 0
  for (let month = first; month <= last; month++) {
    value += changes.get(month) ?? 0
    readings.push({ at: month === last ? now : endOf(month), value })
  }
  return readings.slice(-MONTHS - 1)
}

/** Months counted from January 1970. */
function monthOf(at: Instant): number {
  const date = new Date(at)
  return (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth()
}

/** The last moment of a month. */
function endOf(month: number): Instant {
  return Date.UTC(1970, month + 1) - 1
}
