import { concat } from '#kernel/bytes'
import { signEd25519, verifyEd25519 } from '#kernel/ed25519'
import { wholeBytes } from './signed.ts'

// What an issuer says under the lasting key by which members named it. None of these means anything as another, or in a vote.

function tag(purpose: 'key' | 'count'): Uint8Array {
  return new TextEncoder().encode(`plenum/issuer/1/${purpose}\0`)
}

function keyStatement(modulus: Uint8Array): Uint8Array {
  return concat(tag('key'), modulus)
}

function countStatement(modulus: Uint8Array, count: number): Uint8Array {
  return concat(tag('count'), modulus, wholeBytes(count))
}

/** Signs that this modulus is an issuing key of the issuer's, good for one vote: 64 bytes. */
export function signKeyStatement(seed: Uint8Array, modulus: Uint8Array): Uint8Array {
  return signEd25519(seed, keyStatement(modulus))
}

/** Whether the issuer with this lasting key said that the modulus is its own. */
export function isKeyStatement(key: Uint8Array, modulus: Uint8Array, signature: Uint8Array): boolean {
  return verifyEd25519(key, keyStatement(modulus), signature)
}

/** Signs how many voters' keys were signed with this issuing key: 64 bytes. */
export function signCountStatement(seed: Uint8Array, modulus: Uint8Array, count: number): Uint8Array {
  return signEd25519(seed, countStatement(modulus, count))
}

/** Whether the issuer with this lasting key said so. */
export function isCountStatement(
  key: Uint8Array,
  modulus: Uint8Array,
  count: number,
  signature: Uint8Array,
): boolean {
  return verifyEd25519(key, countStatement(modulus, count), signature)
}
