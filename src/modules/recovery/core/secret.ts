import { toBase64 } from '#kernel/bytes'
import { sha256 } from '#kernel/hash'
import { codeLetters, normalizeCode, shortCode } from '#kernel/short-code'

const LENGTH = 16
const NUMBER_LENGTH = 12

/** What follows from a requester's code, each by a hash from the one before, so that nobody can go back. */
export interface RecoveryProof {
  /** SHA-256 of the code, base64: shown in the entry that ends the recovery, and by nobody who does not have the code. */
  readonly proof: string
  /** SHA-256 of that, base64: what vouchers vouch for, in the record before anything can be used. */
  readonly request: string
  /** The beginning of that as twelve letters: what the requester tells those who vouch. */
  readonly number: string
}

/** A code of sixteen letters, 80 random bits, from as many random bytes: the requester keeps it, nobody else. */
export function recoveryCode(random: Uint8Array): string {
  return shortCode(random.subarray(0, LENGTH))
}

/** The code as it was made, from whatever way it was typed; undefined where it is none. */
export function readRecoveryCode(typed: string): string | undefined {
  return codeLetters(typed).length === LENGTH ? normalizeCode(typed) : undefined
}

/** A request's number as it was told, from whatever way it was typed. */
export function readRequestNumber(typed: string): string {
  return normalizeCode(typed)
}

/** What follows from a code. */
export function proofOf(code: string): RecoveryProof {
  const proof = sha256(code)
  const request = sha256(proof)
  return { proof: toBase64(proof), request: toBase64(request), number: numberOf(request) }
}

function numberOf(request: Uint8Array): string {
  return shortCode(request.subarray(0, NUMBER_LENGTH))
}
