import { codeLetters, codeNumber, shortCode } from '#kernel/short-code'

const LENGTH = 20
const GROUP = 5

/** Bytes of chance that a code is made of: a hundred bits are used, so that a hash of it cannot be tried out. */
export const CODE_BYTES = LENGTH

/** A member's code at one issuer, as it is written down: four groups of five. */
export function codeOf(chance: Uint8Array): string {
  return shortCode(chance.subarray(0, LENGTH), GROUP)
}

/** A code however it was typed, without its dashes; undefined where it is none. */
export function plainCode(typed: string): string | undefined {
  const bare = typed.replaceAll(/[\s-]/g, '')
  const letters = codeLetters(bare)
  const isCode = bare.length === LENGTH && letters.length === LENGTH && codeNumber(letters) !== undefined
  return isCode ? letters : undefined
}
