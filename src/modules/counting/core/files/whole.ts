import type { Refusal } from '#kernel/refusal'
import { faultOnLine, type ExpectedNumber } from './fault.ts'

const LONGEST_SHOWN = 40

/** A whole number written in digits, within bounds; or why it is none. */
export function wholeOf(
  text: string,
  line: number,
  expected: ExpectedNumber,
  [least, most]: readonly [number, number],
): number | Refusal {
  const found = text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text
  if (!/^\d+$/.test(text)) return faultOnLine('ballots-number-expected', line, { found, expected })
  const value = Number(text)
  return value >= least && value <= most
    ? value
    : faultOnLine('ballots-number-out-of-range', line, { found, expected, least, most })
}
