import { Buffer } from 'node:buffer'
import * as crypto from 'node:crypto'

/** The beginning of every P-256 key in SPKI (RFC 5480): the 65 bytes of the uncompressed point follow. */
const SPKI = Buffer.from('3059301306072a8648ce3d020106082a8648ce3d030107034200', 'hex')

/**
 * Verifies ECDSA on P-256 with SHA-256, as WebCrypto writes it: key an uncompressed point of 65 bytes, signature r and s in 64 bytes.
 * False for a key or signature of another length, and for a key that is no point of the curve.
 */
export function verifyP256(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== 65 || publicKey[0] !== 4 || signature.length !== 64) return false
  try {
    const key = crypto.createPublicKey({
      key: Buffer.concat([SPKI, publicKey]),
      format: 'der',
      type: 'spki',
    })
    return crypto.verify('sha256', message, { key, dsaEncoding: 'ieee-p1363' }, signature)
  } catch {
    return false
  }
}
