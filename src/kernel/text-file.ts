/** Why the bytes of a file are no text, and the line where that shows (1 is the first). */
export interface TextFault {
  readonly fault: 'spreadsheet-file' | 'not-text' | 'not-utf8' | 'not-utf16'
  readonly line: number
}

/** What other files begin with: XLSX and ODS are ZIP files, XLS is an OLE file. */
const SPREADSHEETS: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
]
const PDF = [0x25, 0x50, 0x44, 0x46]
const MARKS = [
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
] as const
const CR = 0x0d
const LF = 0x0a

/** The text of a file in UTF-8 or in UTF-16 with a byte order mark, its lines ended by LF; or why it is none. */
export function decodeTextFile(bytes: Uint8Array): string | TextFault {
  const foreign = foreignFile(bytes)
  if (foreign !== undefined) return foreign
  for (const [encoding, mark] of MARKS) {
    if (begins(bytes, mark)) return lines(decode(encoding, bytes)) ?? { fault: 'not-utf16', line: 1 }
  }
  return lines(decode('utf-8', bytes)) ?? { fault: 'not-utf8', line: firstBadLine(bytes) }
}

/** Tells by its first bytes a file of another kind, such as a spreadsheet or a picture. */
export function foreignFile(bytes: Uint8Array): TextFault | undefined {
  if (SPREADSHEETS.some((start) => begins(bytes, start))) return { fault: 'spreadsheet-file', line: 1 }
  if (begins(bytes, PDF)) return { fault: 'not-text', line: 1 }
  return !isUtf16(bytes) && bytes.subarray(0, 1000).includes(0) ? { fault: 'not-text', line: 1 } : undefined
}

/** Whether a file says that it is written in UTF-16. */
export function isUtf16(bytes: Uint8Array): boolean {
  return MARKS.some(([, mark]) => begins(bytes, mark))
}

/** On which line a byte stands, whichever of LF, CR LF and CR end the lines. */
export function lineAt(bytes: Uint8Array, at: number): number {
  let line = 1
  for (let i = 0; i < at && i < bytes.length; i++) if (endsLine(bytes, i)) line++
  return line
}

function endsLine(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === LF || (bytes[at] === CR && bytes[at + 1] !== LF)
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
  for (let at = 0; at < bytes.length; at++) {
    if (!endsLine(bytes, at)) continue
    if (decode('utf-8', bytes.subarray(start, at)) === undefined) return line
    start = at + 1
    line++
  }
  return line
}
