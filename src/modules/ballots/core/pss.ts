import { concat, sameBytes } from '#kernel/bytes'
import { sha384 } from '#kernel/hash'

const HASH = 48
const SALT = 48
const TRAILER = 0xbc

/**
 * EMSA-PSS-ENCODE with SHA-384, MGF1 with SHA-384 and a salt of 48 bytes (RFC 8017, 9.1.1): what is signed in place of the message.
 * `bits` is one less than the bits of the modulus.
 */
export function encodePss(message: Uint8Array, salt: Uint8Array, bits: number): Uint8Array {
  const length = Math.ceil(bits / 8)
  const hash = hashOf(message, salt)
  const block = new Uint8Array(length - HASH - 1)
  block[block.length - salt.length - 1] = 1
  block.set(salt, block.length - salt.length)
  const masked = xor(block, mask(hash, block.length))
  masked[0] = (masked[0] ?? 0) & (0xff >> (8 * length - bits))
  return concat(masked, hash, Uint8Array.of(TRAILER))
}

/** Whether these bytes are such an encoding of the message (EMSA-PSS-VERIFY, RFC 8017, 9.1.2). */
export function isPssOf(encoded: Uint8Array, message: Uint8Array, bits: number): boolean {
  const length = Math.ceil(bits / 8)
  if (encoded.length !== length || encoded[length - 1] !== TRAILER) return false
  const masked = encoded.subarray(0, length - HASH - 1)
  const hash = encoded.subarray(length - HASH - 1, length - 1)
  const unused = 8 * length - bits
  if (unused > 0 && (masked[0] ?? 0) >> (8 - unused) !== 0) return false
  const block = xor(masked, mask(hash, masked.length))
  block[0] = (block[0] ?? 0) & (0xff >> unused)
  const zeros = block.length - SALT - 1
  if (block.subarray(0, zeros).some((byte) => byte !== 0) || block[zeros] !== 1) return false
  return sameBytes(hash, hashOf(message, block.subarray(zeros + 1)))
}

function hashOf(message: Uint8Array, salt: Uint8Array): Uint8Array {
  return sha384(concat(new Uint8Array(8), sha384(message), salt))
}

/** MGF1 (RFC 8017, B.2.1). */
function mask(seed: Uint8Array, length: number): Uint8Array {
  const blocks: Uint8Array[] = []
  for (let counter = 0; counter * HASH < length; counter++)
    blocks.push(sha384(concat(seed, Uint8Array.of(0, 0, counter >> 8, counter & 0xff))))
  return concat(...blocks).subarray(0, length)
}

function xor(a: Uint8Array, b: Uint8Array): Uint8Array {
  return a.map((byte, i) => byte ^ (b[i] ?? 0))
}
