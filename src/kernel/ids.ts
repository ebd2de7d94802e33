import { toHex } from './bytes.ts'
import { sha256 } from '#kernel/hash'
import type { Instant } from './instant.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz'

/** Whether the text is a UUID in lower case. */
export function isUuid(text: string): boolean {
  return UUID.test(text)
}

/** A UUID of version 7 (RFC 9562) from a moment and 10 random bytes. */
export function uuidV7(at: Instant, random: Uint8Array): string {
  const bytes = new Uint8Array(16)
  let time = at
  for (let i = 5; i >= 0; i--) {
    bytes[i] = time % 256
    time = Math.floor(time / 256)
  }
  bytes.set(random.subarray(0, 10), 6)
  return stamped(bytes, 7)
}

/** The moment in a UUID of version 7; undefined for any other id. */
export function momentOf(id: string): Instant | undefined {
  return isUuid(id) && id.charAt(14) === '7'
    ? Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
    : undefined
}

/** A UUID of version 8 that everybody derives alike from the same parts: for what falls due by itself. */
export function derivedUuid(...parts: readonly (string | number)[]): string {
  return stamped(sha256(JSON.stringify(parts)).slice(0, 16), 8)
}

/** This id, or where it is taken one that everybody derives alike from it and from what it is for. */
export function freeUuid(taken: { has(id: string): boolean }, id: string, purpose: string): string {
  let free = id
  while (taken.has(free)) free = derivedUuid('instead of', free, purpose)
  return free
}

function stamped(bytes: Uint8Array, version: number): string {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | (version << 4)
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = toHex(bytes)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** A short pseudonym: `prefix-` and twelve Crockford base32 letters (60 bits) from 12 random bytes. */
export function shortId(prefix: string, random: Uint8Array): string {
  let text = ''
  for (let i = 0; i < 12; i++) text += CROCKFORD.charAt((random[i] ?? 0) & 31)
  return `${prefix}-${text}`
}
