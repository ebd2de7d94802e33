import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const CIPHER = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16

/**
 * Seals what is kept beside the record (AES-256-GCM, a key of 32 bytes), for one purpose: sealed for another it does not open.
 * 28 bytes more than there were.
 */
export function sealFor(key: Uint8Array, purpose: string, bytes: Uint8Array): Buffer {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(purpose))
  const body = Buffer.concat([cipher.update(bytes), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body])
}

/** What was sealed; undefined where key or purpose is another, or the bytes were changed. */
export function unsealFor(key: Uint8Array, purpose: string, sealed: Uint8Array): Uint8Array | undefined {
  const start = IV_BYTES + TAG_BYTES
  if (sealed.length < start) return undefined
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(purpose))
    .setAuthTag(sealed.subarray(IV_BYTES, start))
  try {
    return new Uint8Array(Buffer.concat([decipher.update(sealed.subarray(start)), decipher.final()]))
  } catch {
    // Node throws where the tag does not fit.
    return undefined
  }
}
