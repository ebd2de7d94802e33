import { randomBytes } from 'node:crypto'
import { sha256 } from '#kernel/hash'

/** 256 random bits for a cookie or a link. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of a secret. One round of SHA-256 suffices where the secret is random and long. */
export function hashSecret(secret: string): Uint8Array {
  return sha256(secret)
}

// Crockford's letters: none looks like another, so that the code can be read from a screen and typed.
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Twelve letters, 60 random bits, as `7K3M-Q0ZD-XW2P`. */
export function newSetupCode(): string {
  const text = Array.from(randomBytes(12), (byte) => LETTERS.charAt(byte & 31)).join('')
  return [text.slice(0, 4), text.slice(4, 8), text.slice(8)].join('-')
}

/** The code as it was made, from whatever way it was typed. */
export function normalizeSetupCode(typed: string): string {
  const text = typed
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  return [text.slice(0, 4), text.slice(4, 8), text.slice(8)].join('-')
}

const PAPER_LETTERS = 16

/** Sixteen letters, 80 random bits, as `7K3M-Q0ZD-XW2P-11RB`: an invitation that somebody types from paper. */
export function newPaperCode(): string {
  return grouped(Array.from(randomBytes(PAPER_LETTERS), (byte) => LETTERS.charAt(byte & 31)).join(''))
}

/** Whether this is a code as it is printed on paper, however it was typed. The secret of a link is none. */
export function isPaperCode(typed: string): boolean {
  return /^(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}$/.test(normalizeInvitation(typed))
}

/** An invitation's secret as it was made: a code from paper however it was typed, that of a link as it is. */
export function normalizeInvitation(typed: string): string {
  const letters = typed
    .slice(0, 100)
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  return letters.length === PAPER_LETTERS ? grouped(letters) : typed
}

function grouped(letters: string): string {
  return letters.match(/.{4}/g)?.join('-') ?? ''
}
