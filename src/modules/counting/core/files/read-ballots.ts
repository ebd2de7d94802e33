import type { Refusal } from '#kernel/refusal'
import { foreignFile, isUtf16 } from '#kernel/text-file'
import type { RankedBallots } from '../ballots.ts'
import { faultOfText, faultOnLine } from './fault.ts'
import { readBlt } from './read-blt.ts'
import { readPreflib } from './read-preflib.ts'
import { readRankingsCsv } from './read-rankings-csv.ts'
import { readTally } from './read-tally.ts'

/** The formats that ballots are read in. */
export type BallotFormat = 'blt' | 'preflib' | 'tally' | 'csv'

const READERS: Readonly<Record<BallotFormat, (bytes: Uint8Array) => RankedBallots | Refusal>> = {
  blt: readBlt,
  preflib: readPreflib,
  tally: readTally,
  csv: readRankingsCsv,
}

/** Reads ranked ballots in whatever format the file shows. */
export function readBallots(bytes: Uint8Array): RankedBallots | Refusal {
  const foreign = foreignFile(bytes)
  if (foreign !== undefined) return faultOfText(foreign)
  const format = formatOf(bytes)
  if (format === undefined)
    return faultOnLine(bytes.length === 0 ? 'ballots-empty' : 'ballots-kind-unknown', 1)
  return READERS[format](bytes)
}

// As much of a file as shows what it is.
const HEAD = 10_000

/** Which format a file shows by its first lines. */
export function formatOf(bytes: Uint8Array): BallotFormat | undefined {
  const encoding = !isUtf16(bytes) ? 'utf-8' : bytes[0] === 0xff ? 'utf-16le' : 'utf-16be'
  const text = new TextDecoder(encoding).decode(bytes.subarray(0, HEAD))
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '')
  if (lines.some((line) => /^\s*#\s*(?:NUMBER ALTERNATIVES|ALTERNATIVE NAME)\b/i.test(line))) return 'preflib'
  if (lines.some((line) => /^\s*V:\s*[1-9a-z-]+(?:\s|$)/i.test(line))) return 'tally'
  const [first = '', second = ''] = lines.filter((line) => !line.trimStart().startsWith('#'))
  if (/^\s*\d+\s*$/.test(first) && /^\s*1\s*,/.test(second)) return 'preflib'
  const isHeading = /^\s*\d+(?:\s*[,;]\s*\d+)+\s*$/.test(first) && /^\s*[^\s\d([-]/.test(second)
  if (/^\s*\d+(?:[\s,]+\d|\s*$)/.test(first) && !isHeading) return 'blt'
  return /[,;\t]/.test(first) ? 'csv' : undefined
}
