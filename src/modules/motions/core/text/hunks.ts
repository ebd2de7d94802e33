import { editScript } from './edit-script.ts'
import { isWord } from './words.ts'

/** A changed region: tokens start to end (exclusive) of the base give way to these tokens. */
export interface Hunk {
  readonly start: number
  readonly end: number
  readonly tokens: readonly string[]
}

/** The changed regions in order. Between two of them stands at least one unchanged word. */
export function findHunks(before: readonly string[], after: readonly string[]): readonly Hunk[] {
  let head = 0
  while (head < before.length && head < after.length && before[head] === after[head]) head++
  let tail = 0
  while (
    tail < Math.min(before.length, after.length) - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  )
    tail++
  const endBefore = before.length - tail
  const endAfter = after.length - tail
  if (head === endBefore && head === endAfter) return []

  // Regions found, as pairs of ranges; what touches or has no word between becomes one region.
  const regions: { start: number; end: number; from: number; to: number }[] = []
  for (const step of editScript(before.slice(head, endBefore), after.slice(head, endAfter))) {
    const next = {
      start: head + step.start,
      end: head + step.end,
      from: head + step.from,
      to: head + step.to,
    }
    const last = regions.at(-1)
    if (last !== undefined && !before.slice(last.end, next.start).some(isWord)) {
      last.end = next.end
      last.to = next.to
    } else regions.push(next)
  }
  return regions.map(({ start, end, from, to }) => ({ start, end, tokens: after.slice(from, to) }))
}

/** Whether both may be made at once: they are the same, or an unchanged word of the base stands between them. */
export function compatible(base: readonly string[], a: Hunk, b: Hunk): boolean {
  if (sameHunk(a, b)) return true
  const [first, second] = a.start <= b.start ? [a, b] : [b, a]
  return base.slice(first.end, Math.max(first.end, second.start)).some(isWord)
}

/** Whether both do the same at the same place. */
function sameHunk(a: Hunk, b: Hunk): boolean {
  return a.start === b.start && a.end === b.end && a.tokens.join('') === b.tokens.join('')
}

/** The base with these hunks made. They must be compatible with each other; of equal ones one is made. */
export function applyHunks(base: readonly string[], hunks: readonly Hunk[]): string {
  const parts: string[] = []
  let last: Hunk | undefined
  for (const hunk of [...hunks].sort((a, b) => a.start - b.start)) {
    if (last !== undefined && sameHunk(last, hunk)) continue
    parts.push(base.slice(last?.end ?? 0, hunk.start).join(''), hunk.tokens.join(''))
    last = hunk
  }
  return parts.concat(base.slice(last?.end ?? 0)).join('')
}
