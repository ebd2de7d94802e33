import * as crypto from 'node:crypto'
import { promisify } from 'node:util'
import { bug } from '#kernel/bug'
import { concat } from '#kernel/bytes'
import { issuerKey, RSA_BITS, signsBlindly, type IssuerKey } from './core/blind-rsa.ts'

const generateKeyPair = promisify(crypto.generateKeyPair)

/** An issuing key: made for one vote, and of no use after it. */
export interface IssuingKey {
  /** The public part, as others know it. */
  readonly modulus: Uint8Array
  /** PKCS #8 in DER: secret. */
  readonly secret: Uint8Array
}

/** Makes an issuing key. Takes 40 to 200 ms, beside the event loop. */
export async function makeIssuingKey(bits = RSA_BITS): Promise<IssuingKey> {
  const { privateKey } = await generateKeyPair('rsa', { modulusLength: bits, publicExponent: 65_537 })
  const { n } = privateKey.export({ format: 'jwk' })
  const modulus = new Uint8Array(Buffer.from(n ?? bug('an RSA key without a modulus'), 'base64url'))
  return { modulus, secret: new Uint8Array(privateKey.export({ format: 'der', type: 'pkcs8' })) }
}

/** Signs blinded requests with one key. */
export interface BlindSigner {
  /** The answer to a request; undefined where the request is no number below the modulus, of the modulus' length. */
  sign(request: Uint8Array): Uint8Array | undefined
}

/**
 * A signer with this key. OpenSSL does the secret exponentiation, blinded against being timed; JavaScript's own numbers would give the
 * key away (RFC 9474, 8.1). Every answer is checked before it leaves: one faulty computation would give it away as well.
 */
export function openSigner({ modulus, secret }: IssuingKey, bits = RSA_BITS): BlindSigner {
  const key: IssuerKey = issuerKey(modulus, bits) ?? bug('an issuing key of the wrong size')
  const privateKey = crypto.createPrivateKey({ key: Buffer.from(secret), format: 'der', type: 'pkcs8' })
  return {
    sign(request) {
      if (request.length !== bits / 8 || Buffer.compare(request, modulus) >= 0) return undefined
      const options = { key: privateKey, padding: crypto.constants.RSA_NO_PADDING }
      const raw = crypto.privateDecrypt(options, request)
      const answer = concat(new Uint8Array(bits / 8 - raw.length), new Uint8Array(raw))
      return signsBlindly(key, request, answer) ? answer : bug('a blind signature came out wrong')
    },
  }
}
