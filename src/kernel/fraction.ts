import { bug } from './bug.ts'

/** An exact share such as `2/3`, as rules write it: whole numbers, 0 ≤ numerator ≤ denominator, denominator > 0. */
export type Fraction = `${number}/${number}`

const SHAPE = /^(0|[1-9]\d{0,5})\/([1-9]\d{0,5})$/

/** Whether the text is a fraction between 0 and 1. */
export function isFraction(text: string): text is Fraction {
  const match = SHAPE.exec(text)
  return match !== null && Number(match[1]) <= Number(match[2])
}

function parts(fraction: Fraction): readonly [bigint, bigint] {
  const match = SHAPE.exec(fraction)
  return match?.[1] === undefined || match[2] === undefined
    ? bug(`not a fraction: ${fraction}`)
    : [BigInt(match[1]), BigInt(match[2])]
}

/** Negative, 0 or positive as a is less than, the same as or more than b. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const [an, ad] = parts(a)
  const [bn, bd] = parts(b)
  return Number(an * bd - bn * ad)
}

/** The least whole number that is at least this share of the base. */
export function atLeast(fraction: Fraction, base: number): number {
  const [n, d] = parts(fraction)
  return Number((n * BigInt(base) + d - 1n) / d)
}

/** The least whole number that is more than this share of the base. */
export function moreThan(fraction: Fraction, base: number): number {
  const [n, d] = parts(fraction)
  return Number((n * BigInt(base)) / d + 1n)
}
