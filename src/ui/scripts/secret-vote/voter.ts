import { fromBase64, toBase64 } from '#kernel/bytes'
import { fieldOf, type Json } from '#kernel/canonical'
import {
  ballotBytes,
  blind,
  contextOf,
  encodeBallot,
  encodeRegistration,
  finalize,
  issuedMessage,
  issuerKey,
  issuerSecrets,
  readReceipt,
  signBallot,
  signRegistration,
  voterKey,
  type BallotContent,
  type ChoiceForm,
  type IssuerKey,
  type IssuerSignature,
  type SecretVote,
} from '#modules/ballots/core'
import { isRefusal } from '#kernel/refusal'
import { checkProof, parseProof, type Checkpoint } from '#modules/record/core'

/** A secret vote as its opening in the record says, which the voter has checked. */
export interface OpenedVote extends SecretVote {
  readonly receiptKey: Uint8Array
  /** The checkpoint under which the opening stands. */
  readonly checkpoint: Checkpoint
}

/**
 * What went wrong. `refused`: by the server, which says why; `opening-unproved`: its opening does not stand in the record as this browser
 * knows it; `answer-wrong`, `receipt-wrong`: the server signed something else; `silent`: it did not answer.
 */
export interface VoterFault {
  readonly fault: 'refused' | 'opening-unproved' | 'answer-wrong' | 'receipt-wrong' | 'silent'
  readonly said?: string
  /** Another slip of this member was given a key. */
  readonly issuedElsewhere?: boolean
  /** Where a ballot of this key has a higher number already: that number. */
  readonly superseded?: number
}

/** Asks the server: `issue` signed in, `cast` and `key` without credentials. What it refuses is a `said`. */
export interface VoteServer {
  /** The proof that the entry with the keys of the vote stands in the record. */
  opening(seq: number): Promise<string | VoterFault>
  issue(requests: readonly string[]): Promise<readonly string[] | VoterFault>
  cast(ballot: Uint8Array): Promise<string | VoterFault>
  key(registration: Uint8Array): Promise<undefined | VoterFault>
}

/**
 * The vote that an entry of the record opened, out of the proof that it stands there: a key that is not in the record could be one
 * that was made for this voter alone.
 */
export function openingIn(proof: string, seq: number, form: ChoiceForm): OpenedVote | VoterFault {
  const file = parseProof(proof)
  if (typeof file === 'string' || file.entry.seq !== seq || file.entry.body === undefined)
    return { fault: 'opening-unproved' }
  const checkpoint = checkProof(file)
  if (typeof checkpoint === 'string' || isRefusal(checkpoint)) return { fault: 'opening-unproved' }
  const vote = voteOf(file.entry.body, form)
  const isOfThisLog = fieldOf(fieldOf(file.entry.body, 'secret'), 'origin') === file.origin
  return vote !== undefined && isOfThisLog ? { ...vote, checkpoint } : { fault: 'opening-unproved' }
}

/** Keys and sizes of a vote out of the body of its opening; undefined where they are not those of a secret vote. */
function voteOf(opening: Json, form: ChoiceForm): Omit<OpenedVote, 'checkpoint'> | undefined {
  const secret = fieldOf(opening, 'secret')
  const [issuers, k, size] = ['issuers', 'k', 'size'].map((field) => fieldOf(secret, field))
  if (!Array.isArray(issuers) || typeof k !== 'number') return undefined
  const keys = issuers.flatMap((issuer: Json) => keyOf(fieldOf(issuer, 'modulus')) ?? [])
  const receiptKey = bytesOf(fieldOf(secret, 'receiptKey'))
  if (keys.length !== issuers.length || receiptKey?.length !== 32) return undefined
  if (size !== ballotBytes({ form, k })) return undefined
  return { context: contextOf(opening), issuers: keys, k, form, receiptKey }
}

function keyOf(modulus: Json | undefined): IssuerKey | undefined {
  const bytes = bytesOf(modulus)
  return bytes === undefined ? undefined : issuerKey(bytes)
}

function bytesOf(text: Json | undefined): Uint8Array | undefined {
  return typeof text === 'string' ? fromBase64(text) : undefined
}

/** Has the key of a slip signed by the issuers. The same slip gets the same signatures again, so that nothing but it has to be kept. */
export async function askIssuers(
  vote: OpenedVote,
  slip: Uint8Array,
  server: Pick<VoteServer, 'issue'>,
): Promise<readonly IssuerSignature[] | VoterFault> {
  const { publicKey } = voterKey(slip, vote.context)
  const asked = vote.issuers.map((key, issuer) => {
    const { prefix, salt, factor } = issuerSecrets(slip, vote.context, issuer, key)
    const message = issuedMessage(vote.context, issuer, publicKey, prefix)
    return { key, issuer, prefix, message, blinded: blind(key, message, { salt, factor }) }
  })
  const answers = await server.issue(
    asked.map(({ blinded }) => toBase64(blinded?.request ?? new Uint8Array())),
  )
  if ('fault' in answers) return answers
  const issued = asked.flatMap(({ key, issuer, prefix, message, blinded }, i) => {
    const answer = fromBase64(answers[i] ?? '')
    if (answer === undefined || blinded === undefined) return []
    const signature = finalize(key, message, answer, blinded)
    return signature === undefined ? [] : [{ issuer, prefix, signature }]
  })
  return issued.length < vote.k ? { fault: 'answer-wrong' } : issued.slice(0, vote.k)
}

/** Puts the key of a slip on the list of keys. */
export async function registerKey(
  vote: OpenedVote,
  slip: Uint8Array,
  issued: readonly IssuerSignature[],
  server: Pick<VoteServer, 'key'>,
): Promise<undefined | VoterFault> {
  const registration = signRegistration(vote.context, voterKey(slip, vote.context), issued)
  return server.key(encodeRegistration(registration))
}

/**
 * Casts a ballot and answers its receipt, base64, once it is seen to be the receipt of this very ballot. Where another device has cast
 * under a higher number, the next one is taken.
 */
export async function castBallot(
  vote: OpenedVote,
  slip: Uint8Array,
  issued: readonly IssuerSignature[],
  content: Pick<BallotContent, 'number' | 'choice' | 'salt'>,
  server: Pick<VoteServer, 'cast'>,
): Promise<{ readonly number: number; readonly receipt: string } | VoterFault> {
  const voter = voterKey(slip, vote.context)
  const answer = await server.cast(encodeBallot(signBallot(vote.context, voter, issued, content)))
  if (typeof answer !== 'string') {
    const number = (answer.superseded ?? 0) + 1
    return number > content.number ? castBallot(vote, slip, issued, { ...content, number }, server) : answer
  }
  const bytes = fromBase64(answer)
  const receipt = bytes === undefined ? undefined : readReceipt(vote.receiptKey, vote.context, bytes)
  return receipt?.number === content.number && toBase64(receipt.publicKey) === toBase64(voter.publicKey)
    ? { number: content.number, receipt: answer }
    : { fault: 'receipt-wrong' }
}
