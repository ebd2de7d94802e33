import type { KeptEntry } from '#modules/record/core'
import { apply, type Org } from './core/index.ts'

/** Applies an entry that stands in the record; of one whose body is closed or withdrawn only the head is known. */
export function takeKept(org: Org, kept: KeptEntry): void {
  if (kept.body === undefined) org.head.set({ ...org.head.get(), size: kept.seq + 1, at: kept.at })
  else apply(org, { ...kept, body: kept.body })
}
