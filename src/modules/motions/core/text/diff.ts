import { cutIntoWords } from './words.ts'
import { findHunks } from './hunks.ts'

/** A stretch of text that stayed, came in or went out. */
export interface DiffPart {
  readonly kind: 'same' | 'inserted' | 'deleted'
  readonly text: string
}

/**
 * What changed, word by word: same and deleted parts joined are `before`, same and inserted parts joined are `after`,
 * to the letter. At one place what went out comes before what came in. Work is bounded: two long texts with little in
 * common come out as one deletion and one insertion.
 */
export function diffWords(before: string, after: string): readonly DiffPart[] {
  const words = cutIntoWords(before)
  const parts: DiffPart[] = []
  const add = (kind: DiffPart['kind'], tokens: readonly string[]): void => {
    if (tokens.length > 0) parts.push({ kind, text: tokens.join('') })
  }
  let at = 0
  for (const hunk of findHunks(words, cutIntoWords(after))) {
    add('same', words.slice(at, hunk.start))
    add('deleted', words.slice(hunk.start, hunk.end))
    add('inserted', hunk.tokens)
    at = hunk.end
  }
  add('same', words.slice(at))
  return parts
}
