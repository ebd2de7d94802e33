import { toHex } from '#kernel/bytes'

/** Bytes as a whole number, the first byte the highest (OS2IP of RFC 8017). */
export function toWhole(bytes: Uint8Array): bigint {
  return bytes.length === 0 ? 0n : BigInt(`0x${toHex(bytes)}`)
}

/** A whole number as so many bytes, the first byte the highest (I2OSP of RFC 8017). It has to fit. */
export function toBytes(whole: bigint, length: number): Uint8Array {
  const hex = whole.toString(16).padStart(Math.ceil(length / WORD) * WORD * 2, '0')
  const words = new Uint8Array(hex.length / 2)
  const view = new DataView(words.buffer)
  for (let at = 0; at < words.length; at += WORD)
    view.setUint32(at, Number.parseInt(hex.slice(at * 2, at * 2 + WORD * 2), 16))
  return words.subarray(words.length - length)
}

// Read in words of four bytes: one by one takes three times as long.
const WORD = 4

/** base^exponent mod modulus. Its time tells the exponent, so no secret one is ever given to it. */
export function powerMod(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let [result, square, rest] = [1n, base % modulus, exponent]
  while (rest > 0n) {
    if ((rest & 1n) === 1n) result = (result * square) % modulus
    square = (square * square) % modulus
    rest >>= 1n
  }
  return result
}

/** The inverse of a number modulo another, or undefined where they have a common divisor. */
export function inverseMod(value: bigint, modulus: bigint): bigint | undefined {
  let [r, nextR] = [modulus, value % modulus]
  let [t, nextT] = [0n, 1n]
  while (nextR !== 0n) {
    const quotient = r / nextR
    ;[r, nextR] = [nextR, r - quotient * nextR]
    ;[t, nextT] = [nextT, t - quotient * nextT]
  }
  if (r !== 1n) return undefined
  return t < 0n ? t + modulus : t
}
