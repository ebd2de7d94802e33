import type { IssuerSignature, SecretVote } from './ballot.ts'
import { blind, finalize } from './blind-rsa.ts'
import { issuedMessage } from './signed.ts'
import { issuerSecrets, voterKey } from './slip.ts'

/** The key of a slip as one issuer is asked to sign it. */
export interface KeyRequest {
  /** The blinded key, 384 bytes. */
  readonly request: Uint8Array
  /** The issuer's signature out of its answer; undefined where it signed something else. */
  take(answer: Uint8Array): IssuerSignature | undefined
}

/** The request to the issuer at this place. The same slip makes the same. Undefined where there is no such issuer. */
export function keyRequest(
  { context, issuers }: Pick<SecretVote, 'context' | 'issuers'>,
  slip: Uint8Array,
  issuer: number,
): KeyRequest | undefined {
  const key = issuers[issuer]
  if (key === undefined) return undefined
  const { prefix, salt, factor } = issuerSecrets(slip, context, issuer, key)
  const message = issuedMessage(context, issuer, voterKey(slip, context).publicKey, prefix)
  const blinded = blind(key, message, { salt, factor })
  if (blinded === undefined) return undefined
  return {
    request: blinded.request,
    take(answer) {
      const signature = finalize(key, message, answer, blinded)
      return signature === undefined ? undefined : { issuer, prefix, signature }
    },
  }
}
