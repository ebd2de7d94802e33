import { problem, type ImportProblem } from './problem.ts'

/** What other files begin with: XLSX and ODS are ZIP files, XLS is an OLE file. */
const SPREADSHEETS: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
]
const PDF = [0x25, 0x50, 0x44, 0x46]
const CR = 0x0d
const LF = 0x0a

/** The text of a file in UTF-8 or in UTF-16 with a byte order mark, its lines ended by LF; or why it is none. */
export function decodeText(bytes: Uint8Array): string | ImportProblem {
  if (SPREADSHEETS.some((start) => begins(bytes, start))) return problem('spreadsheet-file', 1)
  if (begins(bytes, PDF)) return problem('not-a-csv', 1)
  for (const [encoding, mark] of [
    ['utf-16le', [0xff, 0xfe]],
    ['utf-16be', [0xfe, 0xff]],
  ] as const) {
    if (begins(bytes, mark)) return lines(decode(encoding, bytes)) ?? problem('not-utf16', 1)
  }
  if (bytes.subarray(0, 1000).includes(0)) return problem('not-a-csv', 1)
  return lines(decode('utf-8', bytes)) ?? problem('not-utf8', firstBadLine(bytes))
}

function begins(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte)
}

function decode(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function lines(text: string | undefined): string | undefined {
  return text?.replace(/\r\n?/g, '\n')
}

/** CR and LF never stand inside a longer UTF-8 character, so each line can be tried alone. */
function firstBadLine(bytes: Uint8Array): number {
  let line = 1
  let start = 0
  for (const [at, byte] of bytes.entries()) {
    const ends = byte === LF || (byte === CR && bytes[at + 1] !== LF)
    if (!ends) continue
    if (decode('utf-8', bytes.subarray(start, at)) === undefined) return line
    start = at + 1
    line++
  }
  return line
}
