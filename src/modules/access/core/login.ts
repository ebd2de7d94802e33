import type { Refusal } from '#kernel/refusal'
import { refuseAccess } from './messages.ts'

// RFC 5321, 4.5.3.1.3: the longest path is 256 characters with its brackets.
const LONGEST = 254
const ADDRESS = /^[^\s@]+@[^\s@]+$/

/** Whether what somebody typed is longer than any login, with room for space around it. */
export function isTooLong(typed: string): boolean {
  return typed.length > 2 * LONGEST
}

/** What is stored and looked up for what somebody typed. */
export function normalizeLogin(typed: string): string {
  return typed.normalize('NFC').trim().toLowerCase()
}

/** A login is an e-mail address or the member's own id: nobody can take another member's id. */
export function checkLogin(member: string, login: string): Refusal | undefined {
  const isAddress = ADDRESS.test(login) && login.length <= LONGEST
  return login === normalizeLogin(member) || isAddress ? undefined : refuseAccess('login-malformed')
}
