import { Buffer } from 'node:buffer'
import * as crypto from 'node:crypto'

/** The public key (32 bytes) of an Ed25519 seed (32 bytes, RFC 8032). */
export function publicKeyOf(seed: Uint8Array): Uint8Array {
  return new Uint8Array(crypto.createPublicKey(privateKey(seed)).export({ format: 'raw-public' }))
}

/** Signs with Ed25519: 64 bytes. */
export function signEd25519(seed: Uint8Array, message: Uint8Array): Uint8Array {
  return new Uint8Array(crypto.sign(null, message, privateKey(seed)))
}

/** Verifies an Ed25519 signature; false for a key or signature of another length, and for a key that is none. */
export function verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== 32 || signature.length !== 64) return false
  const key = crypto.createPublicKey({
    key: Buffer.from(publicKey),
    format: 'raw-public',
    asymmetricKeyType: 'ed25519',
  })
  return crypto.verify(null, message, key, signature)
}

function privateKey(seed: Uint8Array): crypto.KeyObject {
  return crypto.createPrivateKey({
    key: Buffer.from(seed),
    format: 'raw-private',
    asymmetricKeyType: 'ed25519',
  })
}
