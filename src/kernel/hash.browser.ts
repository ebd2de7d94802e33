import { sha256 as noble } from '@noble/hashes/sha2.js'
import { toBase64 } from './bytes.ts'

/** SHA-256 of text (as UTF-8) or bytes: 32 bytes. The browser's twin of `hash.ts`. */
export function sha256(data: string | Uint8Array): Uint8Array {
  return noble(typeof data === 'string' ? new TextEncoder().encode(data) : data)
}

/** The same as base64 (RFC 4648, section 4). */
export function sha256Base64(data: string | Uint8Array): string {
  return toBase64(sha256(data))
}
