import { isRefusal, type Refusal } from '#kernel/refusal'
import { decodeTextFile, foreignFile, isUtf16, lineAt } from '#kernel/text-file'
import type { RankedBallots } from '../ballots.ts'
import { readHead } from './blt-head.ts'
import { readLines } from './blt-lines.ts'
import { readNames } from './blt-names.ts'
import type { Cursor } from './cursor.ts'
import { faultOfText, faultOnLine } from './fault.ts'

const MARK = [0xef, 0xbb, 0xbf]

/**
 * Reads ballots in the format of Hill, Wichmann and Woodall (Algorithm 123, 1987) in the shapes that are found: with byte
 * order mark, commas, comments, options in brackets, nicknames, shared (`1=2`) and skipped (`-`) ranks, names without
 * quotation marks or all on one line. Over the bytes, as a million ballots are to be read in a blink.
 */
export function readBlt(bytes: Uint8Array): RankedBallots | Refusal {
  const foreign = foreignFile(bytes)
  if (foreign !== undefined) return faultOfText(foreign)
  if (isUtf16(bytes)) return readUtf16(bytes)
  const cursor: Cursor = { bytes, at: MARK.every((byte, i) => bytes[i] === byte) ? MARK.length : 0 }
  if (cursor.at === bytes.length) return faultOnLine('ballots-empty', 1)
  const head = readHead(cursor)
  if (isRefusal(head)) return head
  const lines = readLines(cursor, head)
  if (isRefusal(lines)) return lines
  const names = readNames(bytes.subarray(cursor.at), head.candidates)
  if (isRefusal(names)) return fromLine(lineAt(bytes, cursor.at), names)
  const ballots = {
    ...names,
    ...lines,
    seats: head.seats,
    withdrawn: [...new Set(head.withdrawn)].map((candidate) => candidate - 1).sort((a, b) => a - b),
  }
  return head.tieOrder === undefined
    ? ballots
    : { ...ballots, tieOrder: head.tieOrder.map((candidate) => candidate - 1) }
}

/** A refusal for a part of the file that begins on a line. */
function fromLine(first: number, fault: Refusal): Refusal {
  const { line } = fault.facts
  return typeof line === 'number' ? { ...fault, facts: { ...fault.facts, line: first + line - 1 } } : fault
}

function readUtf16(bytes: Uint8Array): RankedBallots | Refusal {
  const text = decodeTextFile(bytes)
  return typeof text === 'string' ? readBlt(new TextEncoder().encode(text)) : faultOfText(text)
}
