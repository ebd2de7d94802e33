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
import {
  ballotVote,
  listPapers,
  secretVote,
  type Board,
  type SecretVote,
  type VoteKeys,
} from '#modules/voting/core'
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

/** The first two are the organization's own, one after the other. */
const OWN = POOL.slice(0, 2)

/** Issuers that members can name, and the keys that each can deliver, once. */
export const ISSUERS = [0, 1].map((n) => {
  const seed = sha256(`issuer ${n}`)
  return {
    named: {
      name: `Issuer ${n + 1}`,
      address: `https://issuer-${n + 1}.example`,
      key: toBase64(publicKeyOf(seed)),
    },
    seed,
    moduli: POOL.slice(2 + 4 * n, 6 + 4 * n).map(({ modulus }) => modulus),
  }
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
      return keysWith(OWN.find(({ modulus }) => modulus !== last)?.modulus ?? '', id)
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

function rollIn({ onRoll }: Pick<SecretVote, 'onRoll'>): readonly number[] {
  return Array.from({ length: onRoll.length * 8 }, (_, n) => n).filter((n) => hasBit(onRoll, n))
}

/** Who of the roll was given a key: most. */
function issued(vote: SecretVote): readonly number[] {
  return rollIn(vote).filter((n) => byteOf(vote.id, 'issue', n) > 60)
}

/** By which issuers the key of a member was signed: by the organization's own, and as many others as are needed, in their order. */
function signedBy({ id, secret }: SecretVote, n: number): readonly number[] {
  const { issuers, k } = secret
  const others = issuers.map((_, i) => i).slice(1)
  const first = byteOf(id, 'issuers', n) % (others.length || 1)
  return [0, ...[...others.slice(first), ...others.slice(0, first)].slice(0, k - 1)].sort((a, b) => a - b)
}

function registered(vote: SecretVote): readonly number[] {
  return issued(vote).filter((n) => byteOf(vote.id, 'register', n) > 30)
}

function boardOf(vote: SecretVote, idOf: (n: number) => string): Board {
  const [given, takers] = [issued(vote), takersIn(vote)]
  const able = vote.keyList === undefined ? given : registered(vote)
  const cast = able.filter((n) => byteOf(vote.id, 'cast', n) > 20)
  const ballots = cast.map((n) => ballotOf(vote, n))
  const participation =
    vote.secret.participation === 'named'
      ? { kind: 'named' as const, members: [...given, ...takers].map(idOf).sort() }
      : { kind: 'committed' as const, commitments: Array.from({ length: vote.roll.size }, () => SOME_HASH) }
  const keysUsed = vote.keyList === undefined ? cast.length : able.length
  const counts = vote.secret.issuers.map((_, i) => given.filter((n) => signedBy(vote, n).includes(i)).length)
  return {
    issued: counts,
    participation,
    keys: keysUsed,
    board: makeBoard(ballots),
    ...polledIn(vote, takers, idOf),
  }
}

/** Who of those without a key took a paper ballot: some, where polling sessions were held. */
function takersIn(vote: SecretVote): readonly number[] {
  const given = new Set(issued(vote))
  const isHeld = (vote.sessions ?? []).length > 0
  return rollIn(vote).filter((n) => isHeld && !given.has(n) && byteOf(vote.id, 'paper', n) > 40)
}

/** What was done at polling sessions: one key was given out at a screen, and most papers were handed in. */
function polledIn(
  vote: SecretVote,
  takers: readonly number[],
  idOf: (n: number) => string,
): Pick<Board, 'paper' | 'polling'> {
  const [session] = vote.sessions ?? []
  const screens = Math.min(1, issued(vote).length)
  if (session === undefined || screens + takers.length === 0) return { paper: [] }
  const handedIn = takers.filter((n) => byteOf(vote.id, 'handed in', n) > 40)
  const tellers = rollIn(vote).slice(0, 2).map(idOf).sort()
  const officers = [{ member: idOf(session.by), screens, papers: takers.length }]
  const [first, second] = tellers
  // Nobody reads papers alone.
  if (handedIn.length === 0 || first === undefined || second === undefined)
    return { paper: [], polling: { officers, batches: [] } }
  return {
    paper: listPapers(handedIn.map((n) => choiceOf(vote, n))),
    polling: { officers, batches: [{ tellers: [first, second], papers: handedIn.length }] },
  }
}

function keyOf(vote: SecretVote, n: number) {
  return voterKey(slip(n), ballotVote(vote).context)
}

/** The ballot of the n-th member, with the signatures that their browser would be left with after it took the blinding off. */
function ballotOf(vote: SecretVote, n: number): SecretBallot {
  const { context, issuers } = ballotVote(vote)
  const prefix = new Uint8Array(32).fill(n)
  const salt = new Uint8Array(48).fill(n)
  const voter = keyOf(vote, n)
  const signatures = signedBy(vote, n).map((issuer) => {
    const key = issuers[issuer] ?? bug('a vote without this issuer')
    const { signer } =
      POOL.find(({ modulus }) => modulus === vote.secret.issuers[issuer]?.modulus) ?? bug('no such key')
    const encoded = encodePss(issuedMessage(context, issuer, voter.publicKey, prefix), salt, key.bits - 1)
    return { issuer, prefix, signature: signer.sign(encoded) ?? bug('nothing to sign') }
  })
  const content = { number: 1, choice: choiceOf(vote, n), salt: new Uint8Array(32).fill(n) }
  return signBallot(context, voter, signatures, content)
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
