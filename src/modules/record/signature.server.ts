import * as crypto from 'node:crypto'
import type { VerifyEd25519 } from './core/index.ts'

// DER around the 32 bytes of an Ed25519 key (RFC 8410): what node:crypto reads.
const PRIVATE = Buffer.from('302e020100300506032b657004220420', 'hex')
const PUBLIC = Buffer.from('302a300506032b6570032100', 'hex')

/** An Ed25519 key pair: 32 bytes of seed and 32 bytes of public key (RFC 8032). */
export interface SigningKey {
  readonly seed: Uint8Array
  readonly publicKey: Uint8Array
}

/** Makes a key pair from 32 random bytes. */
export function createSigningKey(seed: Uint8Array = crypto.randomBytes(32)): SigningKey {
  const der = crypto.createPublicKey(privateKey(seed)).export({ format: 'der', type: 'spki' })
  return { seed, publicKey: new Uint8Array(der.subarray(PUBLIC.length)) }
}

/** Signs with Ed25519. */
export function signEd25519(seed: Uint8Array, message: Uint8Array): Uint8Array {
  return crypto.sign(null, message, privateKey(seed))
}

/** Verifies an Ed25519 signature; false for a key or signature of another length. */
export const verifyEd25519: VerifyEd25519 = (publicKey, message, signature) => {
  if (publicKey.length !== 32 || signature.length !== 64) return false
  const key = crypto.createPublicKey({ key: Buffer.concat([PUBLIC, publicKey]), format: 'der', type: 'spki' })
  return crypto.verify(null, message, key, signature)
}

function privateKey(seed: Uint8Array): crypto.KeyObject {
  return crypto.createPrivateKey({ key: Buffer.concat([PRIVATE, seed]), format: 'der', type: 'pkcs8' })
}
