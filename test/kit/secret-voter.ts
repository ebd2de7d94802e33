import { fromBase64, toBase64 } from '#kernel/bytes'
import {
  blind,
  contextOf,
  encodeBallot,
  encodeRegistration,
  finalize,
  issuedMessage,
  issuerKey,
  issuerSecrets,
  signBallot,
  signRegistration,
  voterKey,
  type IssuerSignature,
  type VoterKey,
} from '#modules/ballots/core'
import type { Json } from '#kernel/canonical'
import type { SecretQuestion } from '#modules/voting/core'

/** A voter's device in a test: it knows the entry that announced the keys, and a slip. */
export interface TestVoter {
  readonly key: VoterKey
  /** What the device asks to be signed, base64. */
  readonly request: string
  /** Takes the answer to the request. */
  take(answer: string): SignedVoter
}

/** A voter whose key was signed. */
export interface SignedVoter {
  ballot(choice: Uint8Array, number?: number): Uint8Array
  registration(): Uint8Array
}

/** The device of a voter with this slip. */
export function testVoter(
  announced: Json & { readonly secret: SecretQuestion },
  slip: Uint8Array,
): TestVoter {
  const context = contextOf(announced)
  const key = voterKey(slip, context)
  const issuer = there(issuerKey(there(fromBase64(announced.secret.issuers[0]?.modulus ?? ''))))
  const { prefix, salt, factor } = issuerSecrets(slip, context, 0, issuer)
  const message = issuedMessage(context, 0, key.publicKey, prefix)
  const blinded = there(blind(issuer, message, { salt, factor }))
  return {
    key,
    request: toBase64(blinded.request),
    take(answer) {
      const signature = there(finalize(issuer, message, there(fromBase64(answer)), blinded))
      const issued: readonly IssuerSignature[] = [{ issuer: 0, prefix, signature }]
      return {
        ballot: (choice, number = 1) =>
          encodeBallot(
            signBallot(context, key, issued, { number, choice, salt: new Uint8Array(32).fill(number) }),
          ),
        registration: () => encodeRegistration(signRegistration(context, key, issued)),
      }
    },
  }
}

function there<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('the voter got nothing')
  return value
}
