import { concat, sameBytes } from '#kernel/bytes'
import { signEd25519, verifyEd25519 } from '#kernel/ed25519'
import { RECEIPT_BYTES, type SecretBallot } from './ballot.ts'
import {
  choiceHash,
  HASH_BYTES,
  KEY_BYTES,
  receiptMessage,
  SIGNATURE_BYTES,
  wholeBytes,
  type BallotContent,
} from './signed.ts'

/** What a voter gets for a ballot: it tells nothing of how they voted, and convicts whoever drops it. */
export interface BallotReceipt {
  readonly publicKey: Uint8Array
  readonly number: number
  /** See `choiceHash`. */
  readonly hash: Uint8Array
}

/** Signs the receipt of a ballot with the vote's receipt key: 132 bytes. */
export function makeReceipt(seed: Uint8Array, context: Uint8Array, ballot: BallotContent): Uint8Array {
  const signature = signEd25519(seed, receiptMessage(context, receiptOf(ballot)))
  return concat(ballot.publicKey, wholeBytes(ballot.number), choiceHash(ballot), signature)
}

/** The receipt in these bytes; undefined where it is not signed by the receipt key of this vote. */
export function readReceipt(
  receiptKey: Uint8Array,
  context: Uint8Array,
  bytes: Uint8Array,
): BallotReceipt | undefined {
  if (bytes.length !== RECEIPT_BYTES) return undefined
  const publicKey = bytes.slice(0, KEY_BYTES)
  const number = new DataView(bytes.slice(KEY_BYTES, KEY_BYTES + 4).buffer).getUint32(0)
  const hash = bytes.slice(KEY_BYTES + 4, KEY_BYTES + 4 + HASH_BYTES)
  const receipt = { publicKey, number, hash }
  const signature = bytes.slice(RECEIPT_BYTES - SIGNATURE_BYTES)
  return verifyEd25519(receiptKey, receiptMessage(context, receipt), signature) ? receipt : undefined
}

/**
 * Whether a board does what a receipt promises: a ballot of the key stands there with the receipt's number and choice, or with a
 * higher number. Where it does not, the receipt convicts whoever signed it, and says nothing of the choice.
 */
export function boardKeeps(board: readonly SecretBallot[], receipt: BallotReceipt): boolean {
  const found = board.find(({ publicKey }) => sameBytes(publicKey, receipt.publicKey))
  if (found === undefined || found.number < receipt.number) return false
  return found.number > receipt.number || sameBytes(choiceHash(found), receipt.hash)
}

function receiptOf(ballot: BallotContent): BallotReceipt {
  return { publicKey: ballot.publicKey, number: ballot.number, hash: choiceHash(ballot) }
}
