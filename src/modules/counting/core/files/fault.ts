import type { Json } from '#kernel/canonical'
import { refuse, type Refusal } from '#kernel/refusal'
import { lineAt, type TextFault } from '#kernel/text-file'

/** What can be wrong with a file of ballots. */
export type BallotFileCode =
  | 'ballots-empty'
  | 'ballots-spreadsheet'
  | 'ballots-not-text'
  | 'ballots-not-utf8'
  | 'ballots-number-expected'
  | 'ballots-number-out-of-range'
  | 'ballots-option-unknown'
  | 'ballots-option-open'
  | 'ballots-option-incomplete'
  | 'ballots-candidate-unknown'
  | 'ballots-too-many'
  | 'ballots-line-open'
  | 'ballots-equal-to-nothing'
  | 'ballots-cut-off'
  | 'ballots-names-missing'
  | 'ballots-names-extra'
  | 'ballots-quote-open'
  | 'ballots-quote-stray'
  | 'ballots-kind-unknown'
  | 'ballots-head-missing'
  | 'ballots-voters-differ'
  | 'ballots-bracket-open'
  | 'ballots-ragged'
  | 'ballots-column-twice'
  | 'ballots-none'
  | 'ballots-options-differ'

/** Numbers that are expected somewhere, so that a sentence can name them. */
export type ExpectedNumber = 'candidates' | 'seats' | 'weight' | 'voters' | 'rank' | 'score'

/** Refuses a file for what stands on a line; 1 is the first. */
export function faultOnLine(
  code: BallotFileCode,
  line: number,
  facts: Readonly<Record<string, Json>> = {},
): Refusal {
  return refuse(code, { line, ...facts })
}

/** Refuses a file for what stands at a byte. */
export function faultAt(
  code: BallotFileCode,
  bytes: Uint8Array,
  at: number,
  facts: Readonly<Record<string, Json>> = {},
): Refusal {
  return faultOnLine(code, lineAt(bytes, at), facts)
}

const CODES: Readonly<Record<TextFault['fault'], BallotFileCode>> = {
  'spreadsheet-file': 'ballots-spreadsheet',
  'not-text': 'ballots-not-text',
  'not-utf8': 'ballots-not-utf8',
  'not-utf16': 'ballots-not-utf8',
}

/** Refuses a file that is no text. */
export function faultOfText({ fault, line }: TextFault): Refusal {
  return faultOnLine(CODES[fault], line)
}
