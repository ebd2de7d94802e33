/** Joins byte strings. */
export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  let length = 0
  for (const part of parts) length += part.length
  const joined = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}

/** Whether two byte strings are the same. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const CODES = Uint8Array.from(ALPHABET, (letter) => letter.charCodeAt(0))
const PADDING = 61
const VALUES = new Int8Array(128).fill(-1)
for (let i = 0; i < 64; i++) VALUES[ALPHABET.charCodeAt(i)] = i

// Bytes turned into letters in one go; a function takes only so many arguments.
const AT_ONCE = 3 * 4096

/** Standard base64 with padding (RFC 4648, section 4). */
export function toBase64(bytes: Uint8Array): string {
  if (bytes.length <= AT_ONCE) return encode(bytes)
  let text = ''
  for (let from = 0; from < bytes.length; from += AT_ONCE)
    text += encode(bytes.subarray(from, from + AT_ONCE))
  return text
}

/** Letter by letter onto a text would take three times as long, and every entry of a record has some. */
function encode(bytes: Uint8Array): string {
  const { length } = bytes
  const codes = new Array<number>(Math.ceil(length / 3) * 4)
  let at = 0
  for (let i = 0; i < length; i += 3) {
    const three = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0)
    codes[at++] = CODES[three >> 18] ?? 0
    codes[at++] = CODES[(three >> 12) & 63] ?? 0
    codes[at++] = i + 1 < length ? (CODES[(three >> 6) & 63] ?? 0) : PADDING
    codes[at++] = i + 2 < length ? (CODES[three & 63] ?? 0) : PADDING
  }
  return String.fromCharCode(...codes)
}

/** The bytes of standard base64 with padding, or undefined where the text is not exactly that. */
export function fromBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0) return undefined
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  const bytes = new Uint8Array((text.length / 4) * 3 - padding)
  let at = 0
  let bits = 0
  let held = 0
  for (let i = 0; i < text.length - padding; i++) {
    const value = VALUES[text.charCodeAt(i)] ?? -1
    if (value < 0) return undefined
    held = (held << 6) | value
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[at++] = (held >> bits) & 255
    }
    held &= (1 << bits) - 1
  }
  return held === 0 ? bytes : undefined
}

/** Lower-case hexadecimal. */
export function toHex(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += PAIRS[byte] ?? ''
  return text
}

const PAIRS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
