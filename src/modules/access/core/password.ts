import type { Refusal } from '#kernel/refusal'
import { COMMON } from './common-passwords.ts'
import { normalizeLogin } from './login.ts'
import { refuseAccess } from './messages.ts'

export const LEAST_CHARACTERS = 10
export const MOST_CHARACTERS = 200
// 'abababab…' and '1111111111' stand in every list of first guesses.
const LEAST_DIFFERENT = 4

/** The form that is hashed, so that the same password typed on another keyboard is the same (NIST SP 800-63B, 3.1.1.2). */
export function normalizePassword(password: string): string {
  return password.normalize('NFKC')
}

/** Whether a member may take this password. Length is all that is demanded of it (NIST SP 800-63B, 3.1.1.2). */
export function checkPassword(password: string, login: string): Refusal | undefined {
  const characters = [...normalizePassword(password)]
  if (characters.length < LEAST_CHARACTERS) return refuseAccess('password-short', { least: LEAST_CHARACTERS })
  if (characters.length > MOST_CHARACTERS) return refuseAccess('password-long', { most: MOST_CHARACTERS })
  if (normalizeLogin(password) === normalizeLogin(login)) return refuseAccess('password-is-login')
  const isCommon = COMMON.has(password.toLowerCase()) || new Set(characters).size < LEAST_DIFFERENT
  return isCommon ? refuseAccess('password-common') : undefined
}
