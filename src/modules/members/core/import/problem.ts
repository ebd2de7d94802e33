import type { Json } from '#kernel/canonical'

/** What can be wrong with a file of members. */
export type ImportProblemCode =
  | 'empty-file'
  | 'spreadsheet-file'
  | 'not-a-csv'
  | 'not-utf8'
  | 'not-utf16'
  | 'too-many-lines'
  | 'no-members'
  | 'column-missing'
  | 'column-twice'
  | 'quote-not-closed'
  | 'stray-quote'
  | 'ragged-row'
  | 'no-name'
  | 'too-long'
  | 'control-character'
  | 'bad-address'
  | 'address-twice'
  | 'unclear-yes-no'

/** Something wrong at a line (1 is the first), in a column called as the file calls it, or in none. */
export interface ImportProblem {
  readonly line: number
  readonly column: string | null
  readonly code: ImportProblemCode
  readonly facts: Readonly<Record<string, Json>>
}

/** How a language tells problems of a list. */
export interface ImportWords {
  /** A sentence with where it belongs: the line, and the column where the problem is in one. */
  readonly at: (line: number, column: string | null, sentence: string) => string
  readonly problems: Readonly<Record<ImportProblemCode, (problem: ImportProblem) => string>>
}

/** Makes a problem. */
export function problem(
  code: ImportProblemCode,
  line: number,
  column: string | null = null,
  facts: ImportProblem['facts'] = {},
): ImportProblem {
  return { line, column, code, facts }
}
