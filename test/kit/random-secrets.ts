import { hasBit } from '#kernel/bitmap'
import { bug } from '#kernel/bug'
import { fromBase64, toBase64 } from '#kernel/bytes'
import { publicKeyOf } from '#kernel/ed25519'
import { sha256 } from '#kernel/hash'
import { openSigner } from '#modules/ballots'
import {
  choiceOfLetters,
  choiceOfRanks,
  issuedMessage,
  listKeys,
  makeBoard,
  signBallot,
  voterKey,
  type SecretBallot,
} from '#modules/ballots/core'
import { idAt } from '#modules/members/core'
import { ballotVote, secretVote, type Board, type SecretVote, type VoteKeys } from '#modules/voting/core'
import type { BallotBox } from '#organization'
import { encodePss } from '../../src/modules/ballots/core/pss.ts'
import keys from '../fixtures/issuing-keys.json' with { type: 'json' }
import { SOME_HASH, type World } from './given.ts'
import { slip } from './secret-world.ts'
import { must } from './storage.ts'

// The secret votes of a random history. Who takes part, and how they vote, comes from the vote's id alone: so the same history has
// the same boards, also when it went back in between. The issuing keys stand in the repository for the same reason: they open nothing.

const POOL = keys.map(({ modulus, secret }) => {
  const key = { modulus: bytesOf(modulus), secret: bytesOf(secret) }
  return { modulus, signer: openSigner(key) }
})

function bytesOf(text: string): Uint8Array {
  return fromBase64(text) ?? bug('no base64')
}

/** A number below 256 that is the same for the same. */
function byteOf(...parts: readonly (string | number)[]): number {
  return sha256(parts.join(' '))[0] ?? 0
}

/** What the secret votes of this world have outside its record. */
export function randomBox({ org }: World): BallotBox {
  return {
    keys(id) {
      const vote = org.voting.votes.get(id)
      const last = vote?.status === 'open' ? vote.secret?.issuers[0]?.modulus : undefined
      return keysWith(POOL.find(({ modulus }) => modulus !== last)?.modulus ?? '', id)
    },
    list(id) {
      const vote = must(secretVote(org, id))
      return isLost(vote) ? 'lost' : listKeys(registered(vote).map((n) => keyOf(vote, n).publicKey))
    },
    board(id) {
      const vote = must(secretVote(org, id))
      return isLost(vote) ? 'lost' : boardOf(vote, (n) => idAt(org.members, n))
    },
  }
}

function keysWith(modulus: string, id: string): VoteKeys {
  const receiptKey = toBase64(publicKeyOf(sha256(`${modulus} ${id}`)))
  return { origin: 'plenum/test/1', issuers: [{ name: 'Plenum', modulus }], k: 1, receiptKey }
}

/** Some votes lose their keys once, and begin again. */
function isLost({ id, renewals }: SecretVote): boolean {
  return renewals === undefined && byteOf(id, 'lost') < 50
}

/** Who of the roll was given a key: most. */
function issued({ id, onRoll }: SecretVote): readonly number[] {
  return Array.from({ length: onRoll.length * 8 }, (_, n) => n).filter(
    (n) => hasBit(onRoll, n) && byteOf(id, 'issue', n) > 40,
  )
}

function registered(vote: SecretVote): readonly number[] {
  return issued(vote).filter((n) => byteOf(vote.id, 'register', n) > 30)
}

function boardOf(vote: SecretVote, idOf: (n: number) => string): Board {
  const given = issued(vote)
  const able = vote.keyList === undefined ? given : registered(vote)
  const cast = able.filter((n) => byteOf(vote.id, 'cast', n) > 20)
  const ballots = cast.map((n) => ballotOf(vote, n))
  const participation =
    vote.secret.participation === 'named'
      ? { kind: 'named' as const, members: given.map(idOf).sort() }
      : { kind: 'committed' as const, commitments: Array.from({ length: vote.roll.size }, () => SOME_HASH) }
  const keysUsed = vote.keyList === undefined ? cast.length : able.length
  return { issued: [given.length], participation, keys: keysUsed, board: makeBoard(ballots), paper: [] }
}

function keyOf(vote: SecretVote, n: number) {
  return voterKey(slip(n), ballotVote(vote).context)
}

/** The ballot of the n-th member, with the signature that their browser would be left with after it took the blinding off. */
function ballotOf(vote: SecretVote, n: number): SecretBallot {
  const { context, issuers } = ballotVote(vote)
  const key = issuers[0] ?? bug('a vote without issuers')
  const { signer } =
    POOL.find(({ modulus }) => modulus === vote.secret.issuers[0]?.modulus) ?? bug('no such key')
  const prefix = new Uint8Array(32).fill(n)
  const salt = new Uint8Array(48).fill(n)
  const voter = keyOf(vote, n)
  const encoded = encodePss(issuedMessage(context, 0, voter.publicKey, prefix), salt, key.bits - 1)
  const signature = signer.sign(encoded) ?? bug('nothing to sign')
  const content = { number: 1, choice: choiceOf(vote, n), salt: new Uint8Array(32).fill(n) }
  return signBallot(context, voter, [{ issuer: 0, prefix, signature }], content)
}

/** Most say yes, and rank two alike; or chance alone would hardly ever adopt or elect anything. */
function choiceOf({ id, items, ranked, secret }: SecretVote, n: number): Uint8Array {
  if (ranked === undefined)
    return choiceOfLetters(items.map((_, i) => 'nayyyyyy'[byteOf(id, n, i) >> 5]).join(''))
  const { length } = ranked.candidates
  const first = byteOf(id, n) % length
  const ranks = length > 1 && secret.ranksMost !== 1 ? [[first], [(first + 1) % length]] : [[first]]
  return choiceOfRanks(ranks, length)
}
