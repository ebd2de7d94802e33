import type { Org } from '#organization'

/**
 * Computed once for each state of the record, whoever asks: rolls and lists may be long, and every page that is read between
 * two entries sees the same. What it answers must not depend on who asks or when.
 */
export function oncePerEntry<Answer>(compute: (org: Org) => Answer): (org: Org) => Answer {
  let kept: { readonly org: Org; readonly size: number; readonly answer: Answer } | undefined
  return (org) => {
    const { size } = org.head.get()
    if (kept?.org !== org || kept.size !== size) kept = { org, size, answer: compute(org) }
    return kept.answer
  }
}
