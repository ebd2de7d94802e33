import { inverseMod, powerMod, toBytes, toWhole } from './big-bytes.ts'
import { encodePss, isPssOf } from './pss.ts'

// RFC 9474, RSABSSA-SHA384-PSS-Randomized. The names of its steps stand in brackets.

export const RSA_BITS = 3072
export const RSA_BYTES = RSA_BITS / 8
const EXPONENT = 65_537n

/** The public part of an issuing key. */
export interface IssuerKey {
  readonly modulus: bigint
  readonly bits: number
}

/**
 * The issuing key with this modulus; undefined where it does not have exactly so many bits or is even. The exponent is always 65,537:
 * a key of another exponent could mark its voter.
 */
export function issuerKey(modulus: Uint8Array, bits = RSA_BITS): IssuerKey | undefined {
  const whole = toWhole(modulus)
  const fits = modulus.length === bits / 8 && whole >> BigInt(bits - 1) === 1n && (whole & 1n) === 1n
  return fits ? { modulus: whole, bits } : undefined
}

/** What a voter keeps between asking and unblinding: without it the answer is of no use. */
export interface Blinded {
  /** What the issuer gets. */
  readonly request: Uint8Array
  readonly inverse: bigint
}

/**
 * Blinds a prepared message (its random prefix and what is to be signed) with a factor below the modulus [Blind]. Undefined where the
 * factor has no inverse, which happens with one of 2^1500 random ones.
 */
export function blind(
  { modulus, bits }: IssuerKey,
  message: Uint8Array,
  { salt, factor }: { readonly salt: Uint8Array; readonly factor: bigint },
): Blinded | undefined {
  const encoded = toWhole(encodePss(message, salt, bits - 1))
  const inverse = inverseMod(factor, modulus)
  if (inverse === undefined || inverseMod(encoded, modulus) === undefined) return undefined
  const request = (encoded * powerMod(factor, EXPONENT, modulus)) % modulus
  return { request: toBytes(request, bits / 8), inverse }
}

/** The signature out of the issuer's answer; undefined where the answer is not its signature of what was asked [Finalize]. */
export function finalize(
  key: IssuerKey,
  message: Uint8Array,
  answer: Uint8Array,
  { inverse }: Pick<Blinded, 'inverse'>,
): Uint8Array | undefined {
  const length = key.bits / 8
  if (answer.length !== length) return undefined
  const signature = toBytes((toWhole(answer) * inverse) % key.modulus, length)
  return verify(key, message, signature) ? signature : undefined
}

/** Whether this signature of the prepared message is the issuer's. Of two numbers that are the same modulo the key only the lower counts. */
export function verify({ modulus, bits }: IssuerKey, message: Uint8Array, signature: Uint8Array): boolean {
  const whole = toWhole(signature)
  if (signature.length !== bits / 8 || whole >= modulus) return false
  const length = Math.ceil((bits - 1) / 8)
  const encoded = powerMod(whole, EXPONENT, modulus)
  return encoded >> BigInt(8 * length) === 0n && isPssOf(toBytes(encoded, length), message, bits - 1)
}

/** Whether an answer is the raw signature of a request: what an issuer asks of itself before it answers. */
export function signsBlindly({ modulus }: IssuerKey, request: Uint8Array, answer: Uint8Array): boolean {
  return powerMod(toWhole(answer), EXPONENT, modulus) === toWhole(request)
}
