import { hkdf as nobleHkdf } from '@noble/hashes/hkdf.js'
import { sha256 as noble, sha384 as noble384 } from '@noble/hashes/sha2.js'
import { toBase64 } from './bytes.ts'

/** SHA-256 of text (as UTF-8) or bytes: 32 bytes. The browser's twin of `hash.ts`. */
export function sha256(data: string | Uint8Array): Uint8Array {
  return noble(typeof data === 'string' ? new TextEncoder().encode(data) : data)
}

/** The same as base64 (RFC 4648, section 4). */
export function sha256Base64(data: string | Uint8Array): string {
  return toBase64(sha256(data))
}

/** SHA-384 of bytes: 48 bytes. */
export function sha384(data: Uint8Array): Uint8Array {
  return noble384(data)
}

/** HKDF with SHA-256 (RFC 5869): `length` bytes, 8,160 at most. */
export function hkdf(secret: Uint8Array, salt: Uint8Array, info: Uint8Array, length: number): Uint8Array {
  return nobleHkdf(noble, secret, salt, info, length)
}
