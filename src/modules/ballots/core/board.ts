import { fromBase64, toBase64, toHex } from '#kernel/bytes'
import { sha256 } from '#kernel/hash'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { encodeBallot, readBallot, type SecretBallot, type SecretVote } from './ballot.ts'

/** What decides the order of a board: SHA-256 of the voter's key, in hexadecimal, so that it says nothing of when a ballot came. */
export function boardOrder(publicKey: Uint8Array): string {
  return toHex(sha256(publicKey))
}

/** The board of these ballots: base64 of each, in the order of a board. */
export function makeBoard(ballots: readonly SecretBallot[]): string[] {
  return inOrder(ballots.map((ballot) => [ballot.publicKey, encodeBallot(ballot)]))
}

/** Keys as a list in the order of a board, base64. */
export function listKeys(keys: readonly Uint8Array[]): string[] {
  return inOrder(keys.map((key) => [key, key]))
}

function inOrder(keyed: readonly (readonly [publicKey: Uint8Array, bytes: Uint8Array])[]): string[] {
  return keyed
    .map(([publicKey, bytes]) => ({ order: boardOrder(publicKey), text: toBase64(bytes) }))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ text }) => text)
}

/** Whether texts are keys in the order of a board, none twice; the refusal names the first that is not, from 1. */
export function checkKeys(keys: readonly string[]): Refusal | undefined {
  let last = ''
  for (const [i, text] of keys.entries()) {
    const key = fromBase64(text)
    const order = key?.length === 32 ? boardOrder(key) : ''
    if (order <= last) return refuse('keys-unsorted', { number: i + 1 })
    last = order
  }
  return undefined
}

/** What is known besides the vote, when a board is checked. */
export interface BoardKnowledge {
  /** The list of keys, base64, where keys came first. */
  readonly keys?: readonly string[] | undefined
  /** Whether this process checked this very ballot (base64) in this vote before: its signatures are not checked again. */
  readonly known?: ((ballot: string) => SecretBallot | undefined) | undefined
}

/**
 * The ballots of a board: every one is signed by enough issuers and by its own key, each key stands there once and on the list of
 * keys where there is one, and they are in order. The refusal's `number` says which is not, from 1.
 */
export function readBoard(
  vote: SecretVote,
  board: readonly string[],
  { keys, known }: BoardKnowledge = {},
): readonly SecretBallot[] | Refusal {
  const listed = keys === undefined ? undefined : new Set(keys)
  const ballots: SecretBallot[] = []
  let last = ''
  for (const [i, text] of board.entries()) {
    const ballot = known?.(text) ?? readText(vote, text)
    if (isRefusal(ballot)) return refuse(ballot.code, { ...ballot.facts, number: i + 1 })
    const order = boardOrder(ballot.publicKey)
    if (order === last) return refuse('ballot-twice', { number: i + 1 })
    if (order < last) return refuse('board-unsorted', { number: i + 1 })
    if (listed?.has(toBase64(ballot.publicKey)) === false) return refuse('key-not-listed', { number: i + 1 })
    last = order
    ballots.push(ballot)
  }
  return ballots
}

function readText(vote: SecretVote, text: string): SecretBallot | Refusal {
  const bytes = fromBase64(text)
  return bytes === undefined ? refuse('ballot-length', { expected: 0, found: 0 }) : readBallot(vote, bytes)
}
