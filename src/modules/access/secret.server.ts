import { randomBytes } from 'node:crypto'
import { sha256 } from '#kernel/hash'
import { codeLetters, normalizeCode, shortCode } from '#kernel/short-code'

/** 256 random bits for a cookie or a link. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of a secret. One round of SHA-256 suffices where the secret is random and long. */
export function hashSecret(secret: string): Uint8Array {
  return sha256(secret)
}

/** Twelve letters, 60 random bits, as `7K3M-Q0ZD-XW2P`. */
export function newSetupCode(): string {
  return shortCode(randomBytes(12))
}

const PAPER_LETTERS = 16

/** Sixteen letters, 80 random bits, as `7K3M-Q0ZD-XW2P-11RB`: an invitation that somebody types from paper. */
export function newPaperCode(): string {
  return shortCode(randomBytes(PAPER_LETTERS))
}

/** Whether this is a code as it is printed on paper, however it was typed. The secret of a link is none. */
export function isPaperCode(typed: string): boolean {
  return /^(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}$/.test(normalizeInvitation(typed))
}

/** An invitation's secret as it was made: a code from paper however it was typed, that of a link as it is. */
export function normalizeInvitation(typed: string): string {
  return codeLetters(typed).length === PAPER_LETTERS ? normalizeCode(typed) : typed
}
