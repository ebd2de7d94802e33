import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'

const CIPHER = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16

/** What a sealed row is for: one that was moved to another place does not open. */
export type Purpose = 'vote' | 'issue' | 'key' | 'ballot'

/** A new seal: 32 random bytes. */
export function makeSeal(): Uint8Array {
  return new Uint8Array(randomBytes(32))
}

/** Under which a row stands: whoever does not have the seal cannot tell of what. */
export function tagOf(seal: Uint8Array, purpose: Purpose, of: Uint8Array): string {
  return createHmac('sha256', seal).update(purpose).update(Uint8Array.of(0)).update(of).digest('base64')
}

/** Seals bytes (AES-256-GCM): 28 more than there were. */
export function sealBytes(seal: Uint8Array, purpose: Purpose, bytes: Uint8Array): Buffer {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(CIPHER, seal, iv, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(purpose))
  const body = Buffer.concat([cipher.update(bytes), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body])
}

/** What was sealed; undefined where the seal is another, or the bytes were changed. */
export function unsealBytes(seal: Uint8Array, purpose: Purpose, sealed: Uint8Array): Uint8Array | undefined {
  const start = IV_BYTES + TAG_BYTES
  if (sealed.length < start) return undefined
  const decipher = createDecipheriv(CIPHER, seal, sealed.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(purpose))
    .setAuthTag(sealed.subarray(IV_BYTES, start))
  try {
    return new Uint8Array(Buffer.concat([decipher.update(sealed.subarray(start)), decipher.final()]))
  } catch {
    // Node throws where the tag does not fit.
    return undefined
  }
}
