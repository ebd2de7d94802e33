import type { Votes } from './result.ts'

/** Whole units of 10^-digits as exact decimal text. */
export function sayUnits(units: number | bigint, digits: number): Votes {
  if (digits === 0) return String(units)
  const text = String(units < 0 ? -units : units).padStart(digits + 1, '0')
  const sign = units < 0 ? '-' : ''
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`
}

/** The units of a number of votes as a result tells it: '938.24707' is 93824707n. */
export function unitsOf(votes: Votes): bigint {
  return BigInt(votes.replace('.', ''))
}

/** How many times a whole number goes into another, without the rounding of a division of doubles. */
export function wholeQuotient(of: number, by: number): number {
  return (of - (of % by)) / by
}
