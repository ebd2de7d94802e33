import { ed25519 } from '@noble/curves/ed25519.js'

/** The public key (32 bytes) of an Ed25519 seed. The browser's twin of `ed25519.ts`. */
export function publicKeyOf(seed: Uint8Array): Uint8Array {
  return ed25519.getPublicKey(seed)
}

/** Signs with Ed25519: 64 bytes. */
export function signEd25519(seed: Uint8Array, message: Uint8Array): Uint8Array {
  return ed25519.sign(message, seed)
}

/** Verifies an Ed25519 signature; false for a key or signature of another length, and for a key that is none. */
export function verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== 32 || signature.length !== 64) return false
  // The stricter reading of RFC 8032, which OpenSSL has too.
  return ed25519.verify(signature, message, publicKey, { zip215: false })
}
