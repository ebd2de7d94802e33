import { randomBytes } from 'node:crypto'
import { codeLetters, codeNumber, shortCode } from '#kernel/short-code'

// Twenty bits for whom it is of, sixty that nobody guesses.
const INDEX_LETTERS = 4
const RANDOM_LETTERS = 12

/** A code that opens a voting screen once, for the member of this index on the roll: `0007-K3MQ-0ZDX-W2P1`. */
export function screenCode(index: number): string {
  const letters = Array.from(
    { length: INDEX_LETTERS },
    (_, i) => (index >> (5 * (INDEX_LETTERS - 1 - i))) & 31,
  )
  return shortCode(Uint8Array.from([...letters, ...randomBytes(RANDOM_LETTERS)]))
}

/** The index of the member whom a code is of; undefined where it is none. */
export function indexInCode(code: string): number | undefined {
  const letters = codeLetters(code)
  return letters.length === INDEX_LETTERS + RANDOM_LETTERS
    ? codeNumber(letters.slice(0, INDEX_LETTERS))
    : undefined
}
