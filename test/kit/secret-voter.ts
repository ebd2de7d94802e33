import { fromBase64, toBase64 } from '#kernel/bytes'
import {
  contextOf,
  encodeBallot,
  encodeRegistration,
  issuerKey,
  keyRequest,
  signBallot,
  signRegistration,
  voterKey,
  type VoterKey,
} from '#modules/ballots/core'
import type { Json } from '#kernel/canonical'
import type { SecretQuestion } from '#modules/voting/core'

/** A voter's device in a test: it knows the entry that announced the keys, and a slip. */
export interface TestVoter {
  readonly key: VoterKey
  /** What the device asks the first issuer to sign, base64, and what it asks each of all. */
  readonly request: string
  readonly requests: readonly string[]
  /** Takes the answers of the first issuers, as many as have to sign. */
  take(...answers: readonly string[]): SignedVoter
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
  const issuers = announced.secret.issuers.map(({ modulus }) => there(issuerKey(there(fromBase64(modulus)))))
  const asked = issuers.map((_, place) => there(keyRequest({ context, issuers }, slip, place)))
  const requests = asked.map(({ request }) => toBase64(request))
  return {
    key,
    request: there(requests[0]),
    requests,
    take(...answers) {
      const issued = answers.map((answer, place) =>
        there(there(asked[place]).take(there(fromBase64(answer)))),
      )
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
