import { randomBytes } from 'node:crypto'
import { publicKeyOf } from '#kernel/ed25519'

/** An Ed25519 key pair: 32 bytes of seed and 32 bytes of public key (RFC 8032). */
export interface SigningKey {
  readonly seed: Uint8Array
  readonly publicKey: Uint8Array
}

/** Makes a key pair from 32 random bytes. */
export function createSigningKey(seed: Uint8Array = randomBytes(32)): SigningKey {
  return { seed, publicKey: publicKeyOf(seed) }
}
