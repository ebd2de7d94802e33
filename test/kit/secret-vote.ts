import {
  issuerKey,
  keyRequest,
  signBallot,
  voterKey,
  type ChoiceForm,
  type IssuerSignature,
  type SecretBallot,
  type SecretVote,
} from '#modules/ballots/core'
import { makeIssuingKey, openSigner, type BlindSigner } from '#modules/ballots'

/** A secret vote outside any organization, with the signers of its issuers. */
export interface TestVote extends SecretVote {
  readonly signers: readonly BlindSigner[]
}

/** A vote of so many issuers, of which k have to sign. */
export async function testVote(
  context: Uint8Array,
  form: ChoiceForm,
  { issuers = 1, k = issuers }: { readonly issuers?: number; readonly k?: number } = {},
): Promise<TestVote> {
  const keys = await Promise.all(Array.from({ length: issuers }, async () => makeIssuingKey()))
  const known = keys.map(({ modulus }) => there(issuerKey(modulus)))
  return { context, form, k, needsFirst: false, issuers: known, signers: keys.map((key) => openSigner(key)) }
}

/** The signatures that a slip gets of these issuers (by their places), the way that a voter's browser does it. */
export function issuedTo(
  vote: TestVote,
  slip: Uint8Array,
  by: readonly number[],
): readonly IssuerSignature[] {
  return by.map((issuer) => {
    const asked = there(keyRequest(vote, slip, issuer))
    return there(asked.take(there(there(vote.signers[issuer]).sign(asked.request))))
  })
}

/** The ballot of a slip. */
export function ballotOf(
  vote: TestVote,
  slip: Uint8Array,
  choice: Uint8Array,
  { number = 1, by }: { readonly number?: number; readonly by?: readonly number[] } = {},
): SecretBallot {
  const issued = issuedTo(vote, slip, by ?? Array.from({ length: vote.k }, (_, i) => i))
  const salt = slip.length === 16 ? new Uint8Array(32).fill(slip[0] ?? 0) : new Uint8Array(32)
  return signBallot(vote.context, voterKey(slip, vote.context), issued, { number, choice, salt })
}

function there<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('the room gave nothing')
  return value
}
