// Crockford's letters: none looks like another, so that a code can be read from a screen or from paper, and typed.
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A code of a letter a byte, five bits each, in groups of four unless said otherwise: `7K3M-Q0ZD-XW2P`. */
export function shortCode(random: Uint8Array, group = 4): string {
  return groupedCode(Array.from(random, (byte) => LETTERS.charAt(byte & 31)).join(''), group)
}

/** A code as it was made, from whatever way it was typed. */
export function normalizeCode(typed: string): string {
  return groupedCode(codeLetters(typed), 4)
}

/** The letters of a typed code, without what stands between them. */
export function codeLetters(typed: string): string {
  return typed
    .slice(0, 100)
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
}

/** The number that letters of a code write, five bits each; undefined where one is no letter of a code. */
export function codeNumber(letters: string): number | undefined {
  const digits = Array.from(letters, (letter) => LETTERS.indexOf(letter))
  return digits.includes(-1) ? undefined : digits.reduce((number, digit) => number * 32 + digit, 0)
}

function groupedCode(letters: string, group: number): string {
  return letters.match(new RegExp(`.{1,${group}}`, 'g'))?.join('-') ?? ''
}
