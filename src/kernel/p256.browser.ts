import { p256 } from '@noble/curves/nist.js'

/** Verifies ECDSA on P-256 with SHA-256. The browser's twin of `p256.ts`. */
export function verifyP256(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== 65 || publicKey[0] !== 4 || signature.length !== 64) return false
  try {
    // WebCrypto does not bring s into its lower half.
    return p256.verify(signature, message, publicKey, { lowS: false })
  } catch {
    return false
  }
}
