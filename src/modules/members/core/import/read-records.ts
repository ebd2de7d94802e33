// The browser build brings its own Buffer: a core must run in both.
import { CsvError, parse } from 'csv-parse/browser/esm/sync'
import { bug } from '#kernel/bug'
import { problem, type ImportProblem } from './problem.ts'

/** The cells of one record and the line on which it begins. */
export interface CsvRecord {
  readonly line: number
  readonly cells: readonly string[]
}

/** The records of a text up to the first broken quote, without empty ones. */
export interface CsvRecords {
  readonly records: readonly CsvRecord[]
  readonly broken: ImportProblem | undefined
}

/** Reads a CSV text (RFC 4180, lines ended by LF) whose separator shows in its first line: comma, semicolon or tab. */
export function readRecords(text: string): CsvRecords {
  const records: CsvRecord[] = []
  let read = 0
  try {
    parse(text, {
      delimiter: findSeparator(text),
      record_delimiter: '\n',
      relax_column_count: true,
      trim: true,
      on_record: (cells: string[], { lines }) => {
        if (cells.some((cell) => cell.trim() !== '')) records.push({ line: read + 1, cells })
        read = lines
        return null
      },
    })
  } catch (error) {
    if (!(error instanceof CsvError)) return bug(`csv-parse: ${String(error)}`)
    return { records, broken: brokenQuote(error, read + 1) }
  }
  return { records, broken: undefined }
}

/** A quote that opens on one line and runs into trouble on a later one was meant to close before. */
function brokenQuote(error: CsvError, line: number): ImportProblem {
  const found = Number(error['lines'])
  const open = error.code === 'CSV_QUOTE_NOT_CLOSED' || found > line
  return problem(open ? 'quote-not-closed' : 'stray-quote', line)
}

function findSeparator(text: string): string {
  const heading = text.split('\n').find((line) => line.trim() !== '') ?? ''
  const bare = heading.replace(/"[^"]*"/g, '')
  const count = (separator: string): number => bare.split(separator).length
  return [';', '\t'].reduce((best, other) => (count(other) > count(best) ? other : best), ',')
}
