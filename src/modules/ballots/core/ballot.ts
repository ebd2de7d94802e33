import { concat } from '#kernel/bytes'
import { verifyEd25519, signEd25519 } from '#kernel/ed25519'
import { refuse, type Refusal } from '#kernel/refusal'
import { RSA_BYTES, verify, type IssuerKey } from './blind-rsa.ts'
import { whyChoiceInvalid, type ChoiceForm } from './choice.ts'
import {
  BALLOT_SALT_BYTES,
  castMessage,
  HASH_BYTES,
  issuedMessage,
  KEY_BYTES,
  keyMessage,
  PREFIX_BYTES,
  SIGNATURE_BYTES,
  wholeBytes,
  type BallotContent,
} from './signed.ts'
import type { VoterKey } from './slip.ts'

const VERSION = 1

/** All that is needed to check what belongs to one secret vote. */
export interface SecretVote {
  /** See `contextOf`. */
  readonly context: Uint8Array
  readonly issuers: readonly IssuerKey[]
  /** How many issuers have to sign a voter's key. */
  readonly k: number
  /** Whether the first issuer, which is the organization itself, has to be among them: so everybody who votes is told of. */
  readonly needsFirst: boolean
  readonly form: ChoiceForm
}

/** One issuer's signature of a voter's key. */
export interface IssuerSignature {
  /** Its place among the issuers, from 0. */
  readonly issuer: number
  readonly prefix: Uint8Array
  readonly signature: Uint8Array
}

/** A ballot as it is cast and stands on the board. */
export interface SecretBallot extends BallotContent {
  readonly issued: readonly IssuerSignature[]
  /** Ed25519 by the voter's key. */
  readonly signature: Uint8Array
}

/** A voter's key as it is put on the list of keys, where keys come first. */
export interface KeyRegistration {
  readonly publicKey: Uint8Array
  readonly issued: readonly IssuerSignature[]
  readonly signature: Uint8Array
}

const ISSUED_BYTES = 1 + PREFIX_BYTES + RSA_BYTES

/** Bytes of every ballot of a vote, whatever it says. */
export function ballotBytes({ form, k }: Pick<SecretVote, 'form' | 'k'>): number {
  return 1 + KEY_BYTES + 4 + form.length + BALLOT_SALT_BYTES + k * ISSUED_BYTES + SIGNATURE_BYTES
}

/** Bytes of every registration of a key. */
function registrationBytes({ k }: Pick<SecretVote, 'k'>): number {
  return 1 + KEY_BYTES + k * ISSUED_BYTES + SIGNATURE_BYTES
}

/** Signs a ballot with the voter's key. */
export function signBallot(
  context: Uint8Array,
  voter: VoterKey,
  issued: readonly IssuerSignature[],
  content: Omit<BallotContent, 'publicKey'>,
): SecretBallot {
  const { publicKey } = voter
  const ballot = { ...content, publicKey }
  return { ...ballot, issued, signature: signEd25519(voter.seed, castMessage(context, ballot)) }
}

/** Signs the registration of the voter's key. */
export function signRegistration(
  context: Uint8Array,
  { seed, publicKey }: VoterKey,
  issued: readonly IssuerSignature[],
): KeyRegistration {
  return { publicKey, issued, signature: signEd25519(seed, keyMessage(context, publicKey)) }
}

/** A ballot as bytes. */
export function encodeBallot({
  publicKey,
  number,
  choice,
  salt,
  issued,
  signature,
}: SecretBallot): Uint8Array {
  const head = [Uint8Array.of(VERSION), publicKey, wholeBytes(number), choice, salt]
  return concat(...head, ...issued.map(encodeIssued), signature)
}

/** A registration as bytes. */
export function encodeRegistration({ publicKey, issued, signature }: KeyRegistration): Uint8Array {
  return concat(Uint8Array.of(VERSION), publicKey, ...issued.map(encodeIssued), signature)
}

function encodeIssued({ issuer, prefix, signature }: IssuerSignature): Uint8Array {
  return concat(Uint8Array.of(issuer), prefix, signature)
}

/** The ballot in these bytes, checked in all that needs no knowledge of others. Every other string of bytes is refused. */
export function readBallot(vote: SecretVote, bytes: Uint8Array): SecretBallot | Refusal {
  const expected = ballotBytes(vote)
  if (bytes.length !== expected) return refuse('ballot-length', { expected, found: bytes.length })
  const take = reader(bytes)
  if (take(1)[0] !== VERSION) return refuse('ballot-version')
  const publicKey = take(KEY_BYTES)
  const number = new DataView(take(4).buffer).getUint32(0)
  const choice = take(vote.form.length)
  const salt = take(BALLOT_SALT_BYTES)
  const issued = readIssued(vote.k, take)
  const ballot = { publicKey, number, choice, salt, issued, signature: take(SIGNATURE_BYTES) }
  if (number === 0) return refuse('ballot-number')
  return (
    whyChoiceInvalid(vote.form, choice) ??
    whyNotIssued(vote, publicKey, issued) ??
    (verifyEd25519(publicKey, castMessage(vote.context, ballot), ballot.signature)
      ? ballot
      : refuse('ballot-not-signed'))
  )
}

/** The registration in these bytes. */
export function readRegistration(vote: SecretVote, bytes: Uint8Array): KeyRegistration | Refusal {
  const expected = registrationBytes(vote)
  if (bytes.length !== expected) return refuse('ballot-length', { expected, found: bytes.length })
  const take = reader(bytes)
  if (take(1)[0] !== VERSION) return refuse('ballot-version')
  const publicKey = take(KEY_BYTES)
  const issued = readIssued(vote.k, take)
  const signature = take(SIGNATURE_BYTES)
  return (
    whyNotIssued(vote, publicKey, issued) ??
    (verifyEd25519(publicKey, keyMessage(vote.context, publicKey), signature)
      ? { publicKey, issued, signature }
      : refuse('ballot-not-signed'))
  )
}

type Take = (length: number) => Uint8Array

/** Takes so many bytes after the other, each a copy of its own. */
function reader(bytes: Uint8Array): Take {
  let at = 0
  return (length) => bytes.slice(at, (at += length))
}

function readIssued(k: number, take: Take): readonly IssuerSignature[] {
  return Array.from({ length: k }, () => ({
    issuer: take(1)[0] ?? 0,
    prefix: take(PREFIX_BYTES),
    signature: take(RSA_BYTES),
  }))
}

/** Refuses a key that not enough issuers signed in this vote, each once, in the order of their places: else one key had many ballots. */
function whyNotIssued(
  { context, issuers, needsFirst }: SecretVote,
  publicKey: Uint8Array,
  issued: readonly IssuerSignature[],
): Refusal | undefined {
  let last = -1
  if (needsFirst && issued[0]?.issuer !== 0) return refuse('ballot-issuers')
  for (const { issuer, prefix, signature } of issued) {
    const key = issuers[issuer]
    if (key === undefined || issuer <= last) return refuse('ballot-issuers')
    if (!verify(key, issuedMessage(context, issuer, publicKey, prefix), signature))
      return refuse('ballot-not-issued', { issuer: issuer + 1 })
    last = issuer
  }
  return undefined
}

/** The choice in a ballot that was checked before. */
export function choiceIn({ length }: Pick<ChoiceForm, 'length'>, bytes: Uint8Array): Uint8Array {
  const start = 1 + KEY_BYTES + 4
  return bytes.slice(start, start + length)
}

/** Bytes of a receipt: key, number, hash of the choice, signature. */
export const RECEIPT_BYTES = KEY_BYTES + 4 + HASH_BYTES + SIGNATURE_BYTES
