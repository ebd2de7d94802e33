import type { Refusal } from '#kernel/refusal'
import { faultAt, type BallotFileCode, type ExpectedNumber } from './fault.ts'

/** A place in the bytes of a file. Positions become lines only where something is wrong: counting lines costs time. */
export interface Cursor {
  readonly bytes: Uint8Array
  at: number
}

export const BLANK = 1
export const LINE_END = 2
export const DIGIT = 3

/** What each byte is between words. A comma separates like a space: spreadsheets write such files. */
export const KINDS = new Uint8Array(256)
for (const sign of ' \t,\v\f') KINDS[sign.charCodeAt(0)] = BLANK
for (const sign of '\n\r') KINDS[sign.charCodeAt(0)] = LINE_END
for (const sign of '0123456789') KINDS[sign.charCodeAt(0)] = DIGIT

export const EQUALS = '='.charCodeAt(0)
export const HASH = '#'.charCodeAt(0)
const ZERO = 48
const LONGEST_SHOWN = 40

/** Goes to the next word: over blanks, ends of lines and comments, which begin with a hash. */
export function skipToWord(cursor: Cursor): void {
  const { bytes } = cursor
  let at = cursor.at
  for (; at < bytes.length; at++) {
    const kind = KINDS[bytes[at]!]
    if (kind === BLANK || kind === LINE_END) continue
    if (bytes[at] !== HASH) break
    while (at < bytes.length && KINDS[bytes[at]!] !== LINE_END) at++
  }
  cursor.at = at
}

/** Where the word here ends: at what stands between words, or at the sign that two candidates are ranked alike. */
export function wordEnd({ bytes, at }: Cursor): number {
  let end = at
  while (end < bytes.length && bytes[end] !== EQUALS && !isBetween(bytes[end]!)) end++
  return end
}

/** The word here, such as it can be shown to a person: at most 40 letters of it. */
export function wordAt(cursor: Cursor): string {
  const { bytes, at } = cursor
  const word = new TextDecoder().decode(bytes.subarray(at, Math.min(wordEnd(cursor), at + 4 * LONGEST_SHOWN)))
  return word.length > LONGEST_SHOWN ? `${word.slice(0, LONGEST_SHOWN)}…` : word
}

/** Whether a byte stands between words. */
export function isBetween(byte: number): boolean {
  return KINDS[byte] === BLANK || KINDS[byte] === LINE_END
}

/** Reads a whole number of at least 1 and goes behind it. */
export function readWhole(cursor: Cursor, expected: ExpectedNumber, most: number): number | Refusal {
  skipToWord(cursor)
  const { bytes } = cursor
  const start = cursor.at
  if (start === bytes.length) return faultAt('ballots-cut-off', bytes, start)
  let value = 0
  let at = start
  for (; at < bytes.length && KINDS[bytes[at]!] === DIGIT; at++) value = value * 10 + (bytes[at]! - ZERO)
  const ends = at > start && (at === bytes.length || isBetween(bytes[at]!))
  if (!ends) return wrongWord(cursor, 'ballots-number-expected', { expected })
  if (value < 1 || value > most)
    return wrongWord(cursor, 'ballots-number-out-of-range', { expected, least: 1, most })
  cursor.at = at
  return value
}

/** Refuses a file for the word here. */
export function wrongWord(
  cursor: Cursor,
  code: BallotFileCode,
  facts: Readonly<Record<string, string | number>> = {},
): Refusal {
  return faultAt(code, cursor.bytes, cursor.at, { found: wordAt(cursor), ...facts })
}
