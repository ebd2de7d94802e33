import * as crypto from 'node:crypto'

/** SHA-256 of text (as UTF-8) or bytes: 32 bytes. */
export function sha256(data: string | Uint8Array): Uint8Array {
  return crypto.hash('sha256', data, 'buffer')
}
