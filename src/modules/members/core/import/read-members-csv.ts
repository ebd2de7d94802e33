import { decodeTextFile, type TextFault } from '#kernel/text-file'
import { readColumns, type Columns } from './columns.ts'
import { problem, type ImportProblem } from './problem.ts'
import { readRecords, type CsvRecord } from './read-records.ts'
import { readRow, type MemberRow } from './read-row.ts'

/** The most lines a file may have, the heading among them. */
export const MOST_LINES = 50_000

const CODES: Readonly<Record<TextFault['fault'], ImportProblem['code']>> = {
  'spreadsheet-file': 'spreadsheet-file',
  'not-text': 'not-a-csv',
  'not-utf8': 'not-utf8',
  'not-utf16': 'not-utf16',
}

/** What a file of members holds. */
export interface MembersCsv {
  /** The members whose line has nothing wrong, in the order of the file. */
  readonly rows: readonly MemberRow[]
  /** All that is wrong, in the order of the file. Import only a file that has none. */
  readonly problems: readonly ImportProblem[]
  /** The headings of the columns that are not read. */
  readonly ignored: readonly string[]
}

/**
 * Reads a CSV of members: UTF-8 or UTF-16 with a mark; comma, semicolon or tab; a heading in English or Spanish with at
 * least a column of names, and if wanted mail address, place and whether they are an organizer. An address may stand
 * once (capitals do not tell addresses apart). A broken quote ends the reading, as nobody can say where the next line is.
 */
export function readMembersCsv(bytes: Uint8Array): MembersCsv {
  const text = decodeTextFile(bytes)
  if (typeof text !== 'string') return failed(problem(CODES[text.fault], text.line))
  const lines = text.trimEnd().split('\n').length
  if (lines > MOST_LINES)
    return failed(problem('too-many-lines', MOST_LINES + 1, null, { lines, most: MOST_LINES }))
  const { records, broken } = readRecords(text)
  const [heading, ...members] = records
  if (heading === undefined) return failed(broken ?? problem('empty-file', 1))
  const columns = readColumns(heading)
  if (columns.problems.length > 0) return { ...failed(...columns.problems), ignored: columns.ignored }
  if (members.length === 0 && broken === undefined) return failed(problem('no-members', heading.line))
  const { rows, problems } = readRows(columns, members)
  return { rows, problems: broken === undefined ? problems : [...problems, broken], ignored: columns.ignored }
}

function readRows(columns: Columns, members: readonly CsvRecord[]): Pick<MembersCsv, 'rows' | 'problems'> {
  const rows: MemberRow[] = []
  const problems: ImportProblem[] = []
  const lineOf = new Map<string, number>()
  for (const record of members) {
    const row = readRow(columns, record)
    if (!('name' in row)) {
      problems.push(...row)
      continue
    }
    const address = row.email?.toLowerCase()
    const first = address === undefined ? undefined : lineOf.get(address)
    if (first !== undefined) {
      problems.push(
        problem('address-twice', row.line, columns.at.email?.heading ?? null, { address: row.email, first }),
      )
      continue
    }
    if (address !== undefined) lineOf.set(address, row.line)
    rows.push(row)
  }
  return { rows, problems }
}

function failed(...problems: readonly ImportProblem[]): MembersCsv {
  return { rows: [], problems, ignored: [] }
}
