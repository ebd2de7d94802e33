import { concat, fromBase64, sameBytes, toBase64, toHex } from '#kernel/bytes'
import { sha256 } from '#kernel/hash'
import { isRefusal, type Refusal } from '#kernel/refusal'
import { refuseRecord } from './messages.ts'

/** A key that signs notes: its name and its Ed25519 public key, 32 bytes. */
export interface NoteKey {
  readonly name: string
  readonly publicKey: Uint8Array
}

/** Ed25519 verification (RFC 8032), handed in because a core does no cryptography of its own. */
export type VerifyEd25519 = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean

const ED25519 = Uint8Array.of(1)
const MOST_SIGNATURES = 100
const DASH = '\u2014 '
const NAME = /^[^+\p{White_Space}]+$/u

/** SHA-256(name, newline, 0x01, public key), the first four bytes: c2sp.org/signed-note. */
function keyId(key: NoteKey): Uint8Array {
  return sha256(concat(utf8(`${key.name}\n`), ED25519, key.publicKey)).subarray(0, 4)
}

/** The key as verifiers pass it around: `name+hash+base64(0x01 || public key)`. */
export function formatVkey(key: NoteKey): string {
  return `${key.name}+${toHex(keyId(key))}+${toBase64(concat(ED25519, key.publicKey))}`
}

/** Reads a verifier key. Refuses with `key-malformed`. */
export function parseVkey(text: string): NoteKey | Refusal {
  const match = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text)
  const [, name = '', hash = '', encoded = ''] = match ?? []
  const bytes = fromBase64(encoded)
  if (!NAME.test(name) || bytes?.length !== 33 || bytes[0] !== 1) return refuseRecord('key-malformed')
  const key = { name, publicKey: bytes.slice(1) }
  return toHex(keyId(key)) === hash ? key : refuseRecord('key-malformed')
}

/** A signed note: the text, which must end in a newline, and one signature line. `sign` is Ed25519 over bytes. */
export function signNote(text: string, key: NoteKey, sign: (message: Uint8Array) => Uint8Array): string {
  const signature = concat(keyId(key), sign(utf8(text)))
  return `${text}\n${DASH}${key.name} ${toBase64(signature)}\n`
}

/**
 * The text of a note if this key signed it. Signatures by other keys are passed over; one by this key that does not
 * verify refuses the whole note, as the specification demands.
 */
export function openNote(note: string, key: NoteKey, verify: VerifyEd25519): string | Refusal {
  const parts = splitNote(note)
  if (isRefusal(parts)) return parts
  let signed = false
  for (const line of parts.lines) {
    const signature = parseSignature(line)
    if (signature === undefined)
      return refuseRecord('note-malformed', { why: 'a signature line is malformed' })
    const isOurs = signature.name === key.name && sameBytes(signature.bytes.subarray(0, 4), keyId(key))
    if (!isOurs) continue
    if (!verify(key.publicKey, utf8(parts.text), signature.bytes.subarray(4))) {
      return refuseRecord('note-signature-wrong', { name: key.name })
    }
    signed = true
  }
  return signed ? parts.text : refuseRecord('note-not-signed', { name: key.name })
}

/** The text is all up to the last empty line: it may have empty lines itself. */
function splitNote(note: string): { text: string; lines: readonly string[] } | Refusal {
  const split = note.lastIndexOf('\n\n')
  // eslint-disable-next-line no-control-regex -- the specification forbids exactly these
  if (!note.isWellFormed() || /[\u0000-\u0009\u000b-\u001f]/.test(note)) {
    return refuseRecord('note-malformed', { why: 'it holds a control character' })
  }
  if (split < 0 || !note.endsWith('\n')) return refuseRecord('note-malformed', { why: 'it has no signature' })
  const lines = note.slice(split + 2, -1).split('\n')
  return lines.length > MOST_SIGNATURES
    ? refuseRecord('note-malformed', { why: 'it has too many signatures' })
    : { text: note.slice(0, split + 1), lines }
}

function parseSignature(line: string): { name: string; bytes: Uint8Array } | undefined {
  const [name = '', encoded = '', ...more] = line.startsWith(DASH) ? line.slice(DASH.length).split(' ') : []
  const bytes = fromBase64(encoded)
  const isSound = more.length === 0 && NAME.test(name) && bytes !== undefined && bytes.length > 4
  return isSound ? { name, bytes } : undefined
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
