import type { Columns, Field } from './columns.ts'
import { problem, type ImportProblem } from './problem.ts'
import type { CsvRecord } from './read-records.ts'

/** One member as the file has them. */
export interface MemberRow {
  readonly line: number
  readonly name: string
  readonly email: string | null
  readonly place: string | null
  readonly organizer: boolean
}

/**
 * 254 is the longest address that mail can carry (RFC 5321, section 4.5.3.1.3, less the brackets); a place becomes a
 * unit, whose name has 120 at most.
 */
const LONGEST: Readonly<Record<Field, number>> = { name: 200, email: 254, place: 120, organizer: 20 }
const FIELDS = ['name', 'email', 'place', 'organizer'] as const
const YES = ['yes', 'y', 'true', '1', 'x', '✓', 'sí', 'si', 's', 'verdadero', 'organizer', 'officer']
const NO = ['', 'no', 'n', 'false', '0', '-', 'falso']

// Besides control characters: line separators and the marks that turn the direction of writing, which falsify a name.
const HIDDEN = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u
const ADDRESS =
  /^(?!\.)(?!.*\.[.@])[^\s@<>()[\]\\,;:"]+@(?:[\p{L}\p{N}][\p{L}\p{N}-]*\.)+[\p{L}\p{N}][\p{L}\p{N}-]+$/u

/** Reads one record under the heading: the member, or all that is wrong with them. */
export function readRow(columns: Columns, { line, cells }: CsvRecord): MemberRow | readonly ImportProblem[] {
  if (cells.length !== columns.width) {
    return [problem('ragged-row', line, null, { found: cells.length, expected: columns.width })]
  }
  const cell = (field: Field): string => {
    const index = columns.at[field]?.index
    return index === undefined ? '' : (cells[index] ?? '').trim().normalize('NFC')
  }
  const problems = FIELDS.flatMap((field) => {
    const heading = columns.at[field]?.heading
    const wrong = heading === undefined ? undefined : whatIsWrong(field, cell(field))
    return wrong === undefined || heading === undefined
      ? []
      : [problem(wrong.code, line, heading, wrong.facts)]
  })
  if (problems.length > 0) return problems
  return {
    line,
    name: cell('name'),
    email: cell('email') || null,
    place: cell('place') || null,
    organizer: YES.includes(cell('organizer').toLowerCase()),
  }
}

function whatIsWrong(field: Field, value: string): Pick<ImportProblem, 'code' | 'facts'> | undefined {
  if (value.length > LONGEST[field])
    return { code: 'too-long', facts: { length: value.length, most: LONGEST[field] } }
  const hidden = HIDDEN.exec(value)?.[0].codePointAt(0)
  if (hidden !== undefined) {
    return {
      code: 'control-character',
      facts: { character: `U+${hidden.toString(16).toUpperCase().padStart(4, '0')}` },
    }
  }
  switch (field) {
    case 'name':
      return value === '' ? { code: 'no-name', facts: {} } : undefined
    case 'email':
      return value === '' || ADDRESS.test(value)
        ? undefined
        : { code: 'bad-address', facts: { address: value } }
    case 'organizer':
      return [...YES, ...NO].includes(value.toLowerCase())
        ? undefined
        : { code: 'unclear-yes-no', facts: { found: value } }
    case 'place':
      return undefined
  }
}
