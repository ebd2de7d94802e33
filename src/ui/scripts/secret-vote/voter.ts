import { fromBase64, toBase64 } from '#kernel/bytes'
import { fieldOf, type Json } from '#kernel/canonical'
import {
  ballotBytes,
  contextOf,
  encodeBallot,
  encodeRegistration,
  isKeyStatement,
  issuerKey,
  keyRequest,
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

/** Where an issuer is asked: this server in the member's session, another one at its address. */
export type IssuerPlace = 'here' | { readonly name: string; readonly address: string }

/** A secret vote as its opening in the record says, which the voter has checked. */
export interface OpenedVote extends SecretVote {
  /** By the place of the issuer. */
  readonly places: readonly IssuerPlace[]
  readonly receiptKey: Uint8Array
  /** The checkpoint under which the opening stands. */
  readonly checkpoint: Checkpoint
}

/**
 * What went wrong. `refused`: by the server, which says why; `opening-unproved`: its opening does not stand in the record as this browser
 * knows it; `answer-wrong`, `receipt-wrong`: the server signed something else; `silent`: it did not answer.
 */
export interface VoterFault {
  readonly fault: 'refused' | 'opening-unproved' | 'answer-wrong' | 'receipt-wrong' | 'silent' | 'issuersFew'
  readonly said?: string
  /** How many issuers have signed, where that is too few. */
  readonly have?: number
  /** Another slip of this member was given a key. */
  readonly issuedElsewhere?: boolean
  /** Where a ballot of this key has a higher number already: that number. */
  readonly superseded?: number
}

/** Asks the servers: `issue` this one signed in, or another with the member's code; `cast` and `key` without credentials. What is refused is a `said`. */
export interface VoteServer {
  /** The proof that the entry with the keys of the vote stands in the record. */
  opening(seq: number): Promise<string | VoterFault>
  issue(place: IssuerPlace, request: string, code: string): Promise<string | VoterFault>
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
  const places = issuers.flatMap((issuer: Json) => placeOf(issuer) ?? [])
  if (places.length !== issuers.length) return undefined
  const receiptKey = bytesOf(fieldOf(secret, 'receiptKey'))
  if (keys.length !== issuers.length || receiptKey?.length !== 32) return undefined
  if (size !== ballotBytes({ form, k })) return undefined
  return {
    context: contextOf(opening),
    issuers: keys,
    places,
    k,
    needsFirst: places.length > 1,
    form,
    receiptKey,
  }
}

/** Where an issuer is; undefined where its lasting key, by which members named it, does not say that the modulus is its own. */
function placeOf(issuer: Json): IssuerPlace | undefined {
  const named = fieldOf(issuer, 'named')
  if (named === undefined) return 'here'
  const [key, signature] = ['key', 'signature'].map((field) => bytesOf(fieldOf(named, field)))
  const [name, address, modulus] = [
    fieldOf(issuer, 'name'),
    fieldOf(named, 'address'),
    bytesOf(fieldOf(issuer, 'modulus')),
  ]
  if (typeof name !== 'string' || typeof address !== 'string') return undefined
  if (key === undefined || signature === undefined || modulus === undefined) return undefined
  return isKeyStatement(key, modulus, signature) ? { name, address } : undefined
}

function keyOf(modulus: Json | undefined): IssuerKey | undefined {
  const bytes = bytesOf(modulus)
  return bytes === undefined ? undefined : issuerKey(bytes)
}

function bytesOf(text: Json | undefined): Uint8Array | undefined {
  return typeof text === 'string' ? fromBase64(text) : undefined
}

/** What one issuer did: signed, was not asked for want of a code, or why not. */
export type IssuerAnswer = 'signed' | 'no-code' | VoterFault

/**
 * Has the key of a slip signed by issuers, this server first, which always has to, until as many have signed as the vote asks for. What was
 * signed before is kept; the same slip gets the same signatures again. `told` hears of every issuer, and of each signature at once, so that a crash loses none.
 */
export async function askIssuers(
  vote: OpenedVote,
  slip: Uint8Array,
  server: Pick<VoteServer, 'issue'>,
  {
    kept,
    codeAt,
    told,
  }: {
    readonly kept: readonly IssuerSignature[]
    readonly codeAt: (issuer: number) => string
    readonly told: (issuer: number, answer: IssuerAnswer, issued: readonly IssuerSignature[]) => void
  },
): Promise<readonly IssuerSignature[] | VoterFault> {
  let issued = kept
  let fault: VoterFault | undefined
  for (const [issuer, place] of vote.places.entries()) {
    // Without this server's own nothing that others sign is of use.
    if (issuer > 0 && !issued.some((each) => each.issuer === 0)) break
    if (issued.some((each) => each.issuer === issuer)) told(issuer, 'signed', issued)
    if (issued.length >= vote.k || issued.some((each) => each.issuer === issuer)) continue
    const code = codeAt(issuer)
    const answer =
      place !== 'here' && code === '' ? 'no-code' : await askOne(vote, slip, { issuer, place, code }, server)
    if (typeof answer === 'object' && 'signature' in answer)
      issued = [...issued, answer].sort((a, b) => a.issuer - b.issuer)
    else if (answer !== 'no-code') fault = worse(fault, answer)
    told(issuer, typeof answer === 'object' && 'signature' in answer ? 'signed' : answer, issued)
  }
  if (issued.length >= vote.k) return issued.slice(0, vote.k)
  if (fault === undefined) return { fault: 'issuersFew', have: issued.length }
  // That another slip got a key, or what this server says, says more than that too few have signed.
  const saysAll = fault.issuedElsewhere === true || !issued.some(({ issuer }) => issuer === 0)
  return saysAll ? { ...fault, have: issued.length } : { fault: 'issuersFew', have: issued.length }
}

/** Of two faults the one to be told: the first, but that another slip got a key comes before all. */
function worse(before: VoterFault | undefined, after: VoterFault): VoterFault {
  return before === undefined || (after.issuedElsewhere === true && before.issuedElsewhere !== true)
    ? after
    : before
}

async function askOne(
  vote: OpenedVote,
  slip: Uint8Array,
  { issuer, place, code }: { readonly issuer: number; readonly place: IssuerPlace; readonly code: string },
  server: Pick<VoteServer, 'issue'>,
): Promise<IssuerSignature | VoterFault> {
  const asked = keyRequest(vote, slip, issuer)
  if (asked === undefined) return { fault: 'opening-unproved' }
  const answer = await server.issue(place, toBase64(asked.request), code)
  if (typeof answer !== 'string') return answer
  const bytes = fromBase64(answer)
  return (bytes === undefined ? undefined : asked.take(bytes)) ?? { fault: 'answer-wrong' }
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
