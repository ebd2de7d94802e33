import { concat, fromBase64, toBase64 } from '#kernel/bytes'
import { canonical, type Json } from '#kernel/canonical'
import { sha256 } from '#kernel/hash'

/** What a member signs of an act: all of it, and the log that it is for. Position and time are the clerk's to set. */
export interface Signable {
  readonly origin: string
  readonly by: string
  readonly id: string
  readonly type: string
  readonly unit: string | null
  readonly body: Json
}

/** What a device signs, as text: canonical JSON (RFC 8785). */
export function signedText({ origin, by, id, type, unit, body }: Signable): string {
  return canonical({ body, by, id, origin, type, unit })
}

const encoder = new TextEncoder()
// Nothing else that is signed in Plenum begins like this, so that no signature can pass for one under another thing.
const PREFIX = encoder.encode('plenum/act/1\0')

/** The bytes that a device signs for this text. */
export function signedBytes(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(concat(PREFIX, encoder.encode(text)))
}

const ID_LENGTH = 8

/** The name of a device: the first 8 bytes of the SHA-256 hash of its public key, in hexadecimal digits. */
export function deviceId(publicKey: Uint8Array): string {
  return [...sha256(publicKey).subarray(0, ID_LENGTH)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
}

/** A signature as an entry carries it: the name of the device, 8 bytes, and 64 bytes of signature; base64. */
export function formatSignature(publicKey: Uint8Array, signature: Uint8Array): string {
  return toBase64(concat(sha256(publicKey).subarray(0, ID_LENGTH), signature))
}

/** Which device an entry says that it was signed by, and the signature; undefined where it is none. */
export function parseSignature(
  text: string,
): { readonly device: string; readonly signature: Uint8Array } | undefined {
  const bytes = fromBase64(text)
  if (bytes?.length !== ID_LENGTH + 64) return undefined
  const device = [...bytes.subarray(0, ID_LENGTH)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return { device, signature: bytes.subarray(ID_LENGTH) }
}
