import type { Refusal } from '#kernel/refusal'
import { SAME_RANK, SKIPPED } from '../ballots.ts'
import { candidateOf, type BltHead } from './blt-option.ts'
import { readPlainLines } from './blt-plain.ts'
import {
  BLANK,
  DIGIT,
  EQUALS,
  HASH,
  isBetween,
  KINDS,
  LINE_END,
  skipToWord,
  wordAt,
  wordEnd,
  wrongWord,
  type Cursor,
} from './cursor.ts'
import { faultAt } from './fault.ts'
import { MOST_BALLOTS } from './limits.ts'
import { createPapers, finishPapers, type Papers } from './papers.ts'

const ZERO = 48
const END = -1

/**
 * Reads the ballots up to the lone 0 behind them. A line ends what stands on it: were a forgotten 0 passed over, two
 * ballots would be read as one.
 */
export function readLines(
  cursor: Cursor,
  head: BltHead,
): Pick<Papers, 'starts' | 'marks' | 'weights'> | Refusal {
  const { bytes } = cursor
  // A mark takes at least two bytes, a paper at least four.
  const rest = bytes.length - cursor.at
  const papers = createPapers((rest >> 2) + 1, (rest >> 1) + 1)
  for (;;) {
    if (head.nicks === undefined) readPlainLines(cursor, head.candidates, papers)
    const weight = readWeight(cursor)
    if (typeof weight !== 'number') return weight
    if (weight === 0) return finishPapers(papers)
    papers.voters += weight
    if (papers.voters > MOST_BALLOTS)
      return faultAt('ballots-too-many', bytes, cursor.at - 1, { most: MOST_BALLOTS })
    papers.weights[papers.count++] = weight
    const fault = readMarks(cursor, head, papers)
    if (fault !== undefined) return fault
    papers.starts[papers.count] = papers.marked
  }
}

/** How many ballots a line stands for, or the 0 that ends them all. */
function readWeight(cursor: Cursor): number | Refusal {
  skipToWord(cursor)
  const { bytes } = cursor
  const start = cursor.at
  if (start === bytes.length) return faultAt('ballots-cut-off', bytes, start)
  let weight = 0
  let at = start
  for (; at < bytes.length && KINDS[bytes[at]!] === DIGIT; at++) weight = weight * 10 + (bytes[at]! - ZERO)
  if (at === start || (at < bytes.length && !isBetween(bytes[at]!)))
    return wrongWord(cursor, 'ballots-number-expected', { expected: 'weight' })
  if (weight > MOST_BALLOTS) return wrongWord(cursor, 'ballots-too-many', { most: MOST_BALLOTS })
  cursor.at = at
  return weight === 0 ? endOfBallots(cursor, start) : weight
}

/** A 0 with ranks behind it would be no end but a line that stands for no ballot. */
function endOfBallots(cursor: Cursor, start: number): 0 | Refusal {
  const { bytes } = cursor
  let at = cursor.at
  while (at < bytes.length && KINDS[bytes[at]!] === BLANK) at++
  const isEnd = at === bytes.length || KINDS[bytes[at]!] !== DIGIT
  return isEnd
    ? 0
    : faultAt('ballots-number-out-of-range', bytes, start, {
        found: '0',
        expected: 'weight',
        least: 1,
        most: MOST_BALLOTS,
      })
}

/** Reads the ranks of one paper up to its 0. */
function readMarks(cursor: Cursor, head: BltHead, papers: Papers): Refusal | undefined {
  const { bytes } = cursor
  const start = cursor.at
  let shared = 0
  for (;;) {
    while (cursor.at < bytes.length && KINDS[bytes[cursor.at]!] === BLANK) cursor.at++
    const sign = cursor.at < bytes.length ? bytes[cursor.at]! : HASH
    if (sign === HASH || KINDS[sign] === LINE_END) return faultAt('ballots-line-open', bytes, start)
    const mark = head.nicks === undefined ? readNumber(cursor, head) : readNick(cursor, head)
    if (typeof mark !== 'number') return mark
    const isShared = cursor.at < bytes.length && bytes[cursor.at] === EQUALS
    if (mark <= SKIPPED && (isShared || shared !== 0))
      return faultAt('ballots-equal-to-nothing', bytes, start)
    if (mark === END) return undefined
    papers.marks[papers.marked++] = mark | shared
    shared = isShared ? SAME_RANK : 0
    if (isShared) cursor.at++
  }
}

/** The mark that a number or a dash makes, or the end of the paper. */
function readNumber(cursor: Cursor, head: BltHead): number | Refusal {
  const { bytes } = cursor
  let { at } = cursor
  let number = 0
  for (; at < bytes.length && KINDS[bytes[at]!] === DIGIT; at++) number = number * 10 + (bytes[at]! - ZERO)
  const isWord = at === bytes.length || isBetween(bytes[at]!) || bytes[at] === EQUALS
  if (!isWord || at === cursor.at) return readNick(cursor, head)
  if (number > head.candidates)
    return wrongWord(cursor, 'ballots-candidate-unknown', { most: head.candidates })
  cursor.at = at
  return number === 0 ? END : number
}

/** The mark that any word makes: a nickname, a number or a dash; or the end of the paper. */
function readNick(cursor: Cursor, head: BltHead): number | Refusal {
  const word = wordAt(cursor)
  const mark = word === '-' ? SKIPPED : word === '0' ? END : candidateOf(word, head)
  if (mark === undefined) return wrongWord(cursor, 'ballots-candidate-unknown', { most: head.candidates })
  cursor.at = wordEnd(cursor)
  return mark
}
