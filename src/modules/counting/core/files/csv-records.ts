import type { Refusal } from '#kernel/refusal'
import { faultOnLine } from './fault.ts'

/** The fields of one record and the line on which it begins. */
export interface CsvRecord {
  readonly line: number
  readonly cells: readonly string[]
}

/** The records of a text (RFC 4180, lines ended by LF) whose separator shows in its first line, without empty ones. */
export function readCsv(text: string): readonly CsvRecord[] | Refusal {
  const separator = separatorOf(text)
  const records: CsvRecord[] = []
  let cells: string[] = []
  let line = 1
  let start = 1
  for (let at = 0; at <= text.length;) {
    const field = fieldAt(text, at, separator)
    if (field === undefined) return faultOnLine('ballots-quote-open', line)
    const sign = text[field.end]
    if (sign !== undefined && sign !== '\n' && sign !== separator)
      return faultOnLine('ballots-quote-stray', line)
    cells.push(field.value)
    line += field.lines
    at = field.end + 1
    if (sign === separator) continue
    if (cells.some((cell) => cell !== '')) records.push({ line: start, cells })
    start = ++line
    cells = []
  }
  return records
}

interface Field {
  readonly value: string
  /** Where what stands behind it begins: a separator, the end of the line, or what should not be there. */
  readonly end: number
  /** Ends of lines within it. */
  readonly lines: number
}

/** The field that begins here; `undefined` where a quotation mark opens it and none closes it. */
function fieldAt(text: string, at: number, separator: string): Field | undefined {
  let start = at
  while (text[start] === ' ') start++
  if (text[start] !== '"') {
    let end = start
    while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '"') end++
    return { value: text.slice(start, end).trim(), end, lines: 0 }
  }
  let close = text.indexOf('"', start + 1)
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2)
  if (close < 0) return undefined
  const inside = text.slice(start + 1, close)
  let end = close + 1
  while (text[end] === ' ') end++
  return { value: inside.replaceAll('""', '"').trim(), end, lines: inside.split('\n').length - 1 }
}

function separatorOf(text: string): string {
  const heading = text.split('\n').find((line) => line.trim() !== '') ?? ''
  const bare = heading.replace(/"[^"]*"/g, '')
  const count = (separator: string): number => bare.split(separator).length
  return [';', '\t'].reduce((best, other) => (count(other) > count(best) ? other : best), ',')
}
