import type { Cursor } from './cursor.ts'
import { MOST_BALLOTS } from './limits.ts'
import type { Papers } from './papers.ts'

const SPACE = 32
const COMMA = 44
const LF = 10
const CR = 13
const ZERO = 48

/**
 * Reads lines of the plainest kind, `12 3 1 4 0`, as far as they go, and stops before the first that is anything else.
 * Nearly all lines of nearly all files are so, and this reads them at three times the speed.
 */
export function readPlainLines(cursor: Cursor, candidates: number, papers: Papers): void {
  const { bytes } = cursor
  const { starts, marks, weights } = papers
  let { count, marked, voters } = papers
  let done = cursor.at
  let weight = 0
  let number = 0
  for (let at = cursor.at; at < bytes.length; at++) {
    const byte = bytes[at]!
    if (byte >= ZERO && byte <= ZERO + 9) {
      number = number * 10 + (byte - ZERO)
    } else if (byte === SPACE || byte === COMMA) {
      if (number === 0) break
      if (weight === 0) weight = number
      else if (number <= candidates) marks[marked++] = number
      else break
      number = 0
    } else if ((byte === LF || byte === CR) && number === 0 && weight !== 0 && bytes[at - 1] === ZERO) {
      if (voters + weight > MOST_BALLOTS) break
      voters += weight
      weights[count++] = weight
      starts[count] = marked
      weight = 0
      if (byte === CR && bytes[at + 1] === LF) at++
      done = at + 1
    } else break
  }
  cursor.at = done
  papers.count = count
  papers.voters = voters
  papers.marked = starts[count]!
}
