/** Letters that nobody mistakes for others (Crockford's base 32). */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 20
const GROUP = 5

/** Bytes of chance that a code is made of: a hundred bits are used, so that a hash of it cannot be tried out. */
export const CODE_BYTES = LENGTH

/** A member's code at one issuer, as it is written down: four groups of five. */
export function codeOf(chance: Uint8Array): string {
  const letters = [...chance.subarray(0, LENGTH)].map((byte) => LETTERS[byte & 31] ?? '').join('')
  return Array.from({ length: LENGTH / GROUP }, (_, i) => letters.slice(i * GROUP, (i + 1) * GROUP)).join('-')
}

/** A code however it was typed, without its dashes; undefined where it is none. */
export function plainCode(typed: string): string | undefined {
  const letters = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  return letters.length === LENGTH && [...letters].every((letter) => LETTERS.includes(letter))
    ? letters
    : undefined
}
