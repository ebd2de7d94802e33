import { isRefusal, type Refusal } from '#kernel/refusal'
import { decodeTextFile } from '#kernel/text-file'
import { faultOfText, faultOnLine } from './fault.ts'

/** What stands behind the ballots of a BLT file. */
export interface BltNames {
  readonly candidates: readonly string[]
  readonly title: string
}

interface Row {
  readonly line: number
  readonly text: string
}

// Behind the title some programs write where the ballots are from and a remark.
const MOST_BEHIND_NAMES = 3

/**
 * Reads the names of the candidates and the title, with or without quotation marks, one on a line or all on one.
 * Lines of refusals count from where the names begin.
 */
export function readNames(bytes: Uint8Array, expected: number): BltNames | Refusal {
  const text = decodeTextFile(bytes)
  if (typeof text !== 'string') return faultOfText(text)
  const lines = text.split('\n')
  const rows = lines
    .map((line, i): Row => ({ line: i + 1, text: line.trim() }))
    .filter((row) => row.text !== '' && !row.text.startsWith('#'))
    .flatMap(apart)
  if (rows.length < expected)
    return faultOnLine('ballots-names-missing', lines.length, { found: rows.length, expected })
  const quoted = rows.slice(expected).filter((row) => row.text.startsWith('"'))
  const extra = quoted[MOST_BEHIND_NAMES]
  if (extra !== undefined)
    return faultOnLine('ballots-names-extra', extra.line, { found: rows.length, expected })
  const names: string[] = []
  for (const row of rows.slice(0, expected + 1)) {
    const name = bare(row)
    if (isRefusal(name)) return name
    names.push(name)
  }
  return { candidates: names.slice(0, expected), title: names[expected] ?? '' }
}

/** Several names on one line stand in quotation marks. One mark within a name does not part it: `"Ann "Red" Lee"`. */
function apart({ line, text }: Row): readonly Row[] {
  if (!text.startsWith('"')) return [{ line, text }]
  return text.split(/(?<=")[\s,]+(?=")/).map((part) => ({ line, text: part }))
}

/** A name without the quotation marks around it, and without what stands behind them. */
function bare({ line, text }: Row): string | Refusal {
  if (!text.startsWith('"')) return text
  const end = text.lastIndexOf('"')
  return end === 0 ? faultOnLine('ballots-quote-open', line) : text.slice(1, end)
}
