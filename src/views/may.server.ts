import type { Json } from '#kernel/canonical'
import { derivedUuid } from '#kernel/ids'
import type { Instant } from '#kernel/instant'
import type { Refusal } from '#kernel/refusal'
import { check, type Org } from '#organization'
import { sayRefusal } from '#ui/refusals.ts'

/** A held text of which only the form counts: for asking whether somebody could enter one. */
export const SOME_TEXT = { hash: `${'A'.repeat(43)}=`, length: 1 }

/** An id that nothing has: for asking whether somebody could enter something new. */
export const SOME_ID = derivedUuid('somebody asks')

/** What is due is entered by the clerk before anything else, and who is asked for a signature gives it with the form. */
const COMES_WITH_IT: ReadonlySet<string> = new Set([
  'something-is-due',
  'signature-demanded',
  'signature-missing',
])

/** What somebody might enter. */
export interface Possible {
  readonly by: string
  readonly type: string
  readonly unit: string | null
  readonly body: Json
}

/**
 * Why somebody could not enter this now, in a sentence; null where nothing stands against it. Asks the one function that
 * knows the rules, so that a page offers exactly what would be taken.
 */
export function whyNot(org: Org, now: Instant, possible: Possible): string | null {
  const refusal = refusalOf(org, now, possible)
  return refusal === undefined ? null : sayRefusal(refusal)
}

/** The refusal itself. */
export function refusalOf(org: Org, now: Instant, possible: Possible): Refusal | undefined {
  const { size, law } = org.head.get()
  const refusal = check(org, { ...possible, seq: size, at: now, id: SOME_ID, law })
  return refusal === undefined || COMES_WITH_IT.has(refusal.code) ? undefined : refusal
}
