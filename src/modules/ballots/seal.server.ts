import { createHmac, randomBytes } from 'node:crypto'
import { sealFor, unsealFor } from '#modules/record'

/** What a sealed row is for: one that was moved to another place does not open. */
export type Purpose = 'vote' | 'issue' | 'count' | 'key' | 'ballot' | 'paper'

/** A new seal: 32 random bytes. */
export function makeSeal(): Uint8Array {
  return new Uint8Array(randomBytes(32))
}

/** Under which a row stands: whoever does not have the seal cannot tell of what. */
export function tagOf(seal: Uint8Array, purpose: Purpose, of: Uint8Array): string {
  return createHmac('sha256', seal).update(purpose).update(Uint8Array.of(0)).update(of).digest('base64')
}

/** Seals bytes: 28 more than there were. */
export const sealBytes: (seal: Uint8Array, purpose: Purpose, bytes: Uint8Array) => Buffer = sealFor

/** What was sealed; undefined where the seal is another, or the bytes were changed. */
export const unsealBytes: (seal: Uint8Array, purpose: Purpose, sealed: Uint8Array) => Uint8Array | undefined =
  unsealFor
