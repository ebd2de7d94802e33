import { isRefusal, type Refusal } from '#kernel/refusal'
import { readCsv, type CsvRecord } from './csv-records.ts'
import { faultOnLine } from './fault.ts'
import { MOST_BALLOTS, MOST_IN_FILE } from './limits.ts'
import { textOf } from './text-lines.ts'
import { wholeOf } from './whole.ts'

/** A CSV of ballots: what its columns are called, and a row for each ballot, or for many that are alike. */
export interface CsvTable {
  readonly headings: readonly string[]
  readonly rows: readonly CsvRow[]
}

export interface CsvRow {
  readonly line: number
  readonly weight: number
  /** As many as there are headings. */
  readonly cells: readonly string[]
}

/** Columns that say how many ballots a row stands for, and columns that number or name ballots and are not counted. */
const WEIGHTS = ['ballots', 'weight', 'count', 'votes', 'voters', 'boletas', 'papeletas', 'votos', 'peso']
const NUMBERS = ['', '#', 'id', 'ballot', 'ballot id', 'voter', 'voter id', 'timestamp', 'boleta', 'papeleta']

/** Reads a CSV of ballots: its first line names the columns. */
export function readTable(bytes: Uint8Array): CsvTable | Refusal {
  const text = textOf(bytes)
  if (isRefusal(text)) return text
  const records = readCsv(text)
  if (isRefusal(records)) return records
  const [heading = { line: 1, cells: [] }, ...rest] = records
  const words = heading.cells.map((cell) => cell.toLowerCase())
  const weightAt = words.findIndex((word) => WEIGHTS.includes(word))
  const columns = words.flatMap((word, i) => (i === weightAt || NUMBERS.includes(word) ? [] : [i]))
  const headings = columns.map((i) => heading.cells[i] ?? '')
  const twice = headings.find((name, i) => headings.indexOf(name) !== i)
  if (twice !== undefined) return faultOnLine('ballots-column-twice', heading.line, { found: twice })
  if (headings.length === 0 || rest.length === 0) return faultOnLine('ballots-none', heading.line)
  const rows: CsvRow[] = []
  for (const record of rest) {
    if (record.cells.length !== heading.cells.length)
      return faultOnLine('ballots-ragged', record.line, {
        found: record.cells.length,
        expected: heading.cells.length,
      })
    const row = rowOf(record, weightAt, columns)
    if (isRefusal(row)) return row
    rows.push(row)
  }
  return headings.length > MOST_IN_FILE
    ? faultOnLine('ballots-number-out-of-range', heading.line, {
        found: String(headings.length),
        expected: 'candidates',
        least: 1,
        most: MOST_IN_FILE,
      })
    : { headings, rows }
}

function rowOf({ line, cells }: CsvRecord, weightAt: number, columns: readonly number[]): CsvRow | Refusal {
  const weight = weightAt < 0 ? 1 : wholeOf(cells[weightAt] ?? '', line, 'weight', [1, MOST_BALLOTS])
  return isRefusal(weight) ? weight : { line, weight, cells: columns.map((i) => cells[i] ?? '') }
}
