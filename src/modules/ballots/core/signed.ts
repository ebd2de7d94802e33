import { canonical, type Json } from '#kernel/canonical'
import { concat } from '#kernel/bytes'
import { sha256 } from '#kernel/hash'

/** Bytes of an Ed25519 public key, an Ed25519 signature, a prefix, a ballot's salt and a SHA-256. */
export const KEY_BYTES = 32
export const SIGNATURE_BYTES = 64
export const PREFIX_BYTES = 32
export const BALLOT_SALT_BYTES = 32
export const HASH_BYTES = 32

/** What keeps a signature of one vote, and of one purpose, from meaning anything in another: the hash of how the vote was opened. */
export function contextOf(opening: Json): Uint8Array {
  return sha256(canonical(opening))
}

type Purpose = 'issue' | 'key' | 'cast' | 'receipt'

function tag(purpose: Purpose, context: Uint8Array): Uint8Array {
  return concat(new TextEncoder().encode(`plenum/ballot/1/${purpose}\0`), context)
}

/** The message that an issuer signs blindly, with the voter's prefix in front of it (prepared, in the words of RFC 9474). */
export function issuedMessage(
  context: Uint8Array,
  issuer: number,
  publicKey: Uint8Array,
  prefix: Uint8Array,
): Uint8Array {
  return concat(prefix, tag('issue', context), Uint8Array.of(issuer), publicKey)
}

/** What the voter's key signs to be put on the list of keys, where keys come first. */
export function keyMessage(context: Uint8Array, publicKey: Uint8Array): Uint8Array {
  return concat(tag('key', context), publicKey)
}

/** What the voter's key signs of a ballot. */
export function castMessage(context: Uint8Array, ballot: BallotContent): Uint8Array {
  const { publicKey, number, choice, salt } = ballot
  return concat(tag('cast', context), publicKey, wholeBytes(number), choice, salt)
}

/** What the vote's receipt key signs of a ballot that was taken: nothing of when. */
export function receiptMessage(
  context: Uint8Array,
  {
    publicKey,
    number,
    hash,
  }: { readonly publicKey: Uint8Array; readonly number: number; readonly hash: Uint8Array },
): Uint8Array {
  return concat(tag('receipt', context), publicKey, wholeBytes(number), hash)
}

/** The part of a ballot that is signed by the voter. */
export interface BallotContent {
  readonly publicKey: Uint8Array
  /** 1, 2, …: of several ballots of one key the highest counts. */
  readonly number: number
  readonly choice: Uint8Array
  readonly salt: Uint8Array
}

/** What a receipt says of a choice: a hash that its salt keeps from being guessed. */
export function choiceHash({ choice, salt }: Pick<BallotContent, 'choice' | 'salt'>): Uint8Array {
  return sha256(concat(choice, salt))
}

/** A whole number below 2^32 as four bytes, the first the highest. */
export function wholeBytes(whole: number): Uint8Array {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, whole)
  return bytes
}
