import { randomBytes } from 'node:crypto'
import { fromBase64, toBase64 } from '#kernel/bytes'
import { publicKeyOf } from '#kernel/ed25519'
import { makeIssuingKey, openSigner, type BlindSigner } from '#modules/ballots'
import { choiceOfLetters, makeBoard, signKeyStatement, type SecretBallot } from '#modules/ballots/core'
import { ballotsOf, type BallotRules, type RuleSet } from '#modules/rulebook/core'
import {
  ballotVote,
  listPapers,
  secretVote,
  type Board,
  type Vote,
  type VoteKeys,
} from '#modules/voting/core'
import { check } from '#organization'
import {
  adoptLaws,
  carry,
  DEBATE,
  inDebate,
  openVote,
  person,
  ratifiedWorld,
  RESOLVE,
  ROOT,
  RULES,
  uuid,
  VOTING,
  type World,
} from './given.ts'
import { must } from './storage.ts'
import { ballotOf, type TestVote } from './secret-vote.ts'

/** The keys of a secret vote with what is secret about them. */
export interface Issuing {
  readonly keys: VoteKeys
  readonly signers: readonly BlindSigner[]
  readonly receiptSeed: Uint8Array
  /** The seeds of the lasting keys under which issuers besides the first deliver theirs. */
  readonly seeds: readonly Uint8Array[]
}

/** Makes keys for a vote of so many issuers, of whom k have to sign. */
export async function makeIssuing(issuers = 1, k = issuers): Promise<Issuing> {
  const made = await Promise.all(Array.from({ length: issuers }, async () => makeIssuingKey()))
  const receiptSeed = new Uint8Array(randomBytes(32))
  return {
    keys: {
      origin: 'plenum/test/1',
      issuers: made.map(({ modulus }, i) => ({ name: `Issuer ${i + 1}`, modulus: toBase64(modulus) })),
      k,
      receiptKey: toBase64(publicKeyOf(receiptSeed)),
    },
    signers: made.map((key) => openSigner(key)),
    receiptSeed,
    seeds: made.slice(1).map((_, i) => new Uint8Array(32).fill(100 + i)),
  }
}

/** The issuers besides the first, as a motion names them. */
export function namingOf({ keys, seeds }: Issuing) {
  const issuers = seeds.map((seed, i) => ({
    name: keys.issuers[i + 1]?.name ?? '',
    address: `https://issuer-${i + 1}.example`,
    key: toBase64(publicKeyOf(seed)),
  }))
  return { kind: 'issuers.name', issuers, k: keys.k }
}

/** What the n-th issuer besides the first delivers, with its key of these. */
export function deliveryOf({ keys, seeds }: Issuing, n: number) {
  const seed = seeds[n] ?? new Uint8Array(32)
  const modulus = keys.issuers[n + 1]?.modulus ?? ''
  const signature = toBase64(signKeyStatement(seed, fromBase64(modulus) ?? new Uint8Array()))
  return { issuer: toBase64(publicKeyOf(seed)), keys: [{ modulus, signature }] }
}

/** Every issuer besides the first delivers its key of these. */
export function deliver(world: World, issuing: Issuing): void {
  for (const n of issuing.seeds.keys()) world.given('nobody', 'issuer.deliver', deliveryOf(issuing, n), null)
}

/** An organization whose votes are secret, and what lies outside its record. */
export interface SecretWorld extends World {
  /** The keys of the next vote that opens. */
  issuing: Issuing
  readonly lists: Map<string, readonly string[] | 'lost'>
  readonly boards: Map<string, Board | 'lost'>
}

/** A ratified organization of this many members that has adopted rules under which its votes are secret. */
export function secretWorld(
  issuing: Issuing,
  members = 10,
  changed: Partial<BallotRules> = {},
  more: Partial<RuleSet> = {},
): SecretWorld {
  const world = Object.assign(ratifiedWorld(members), {
    issuing,
    lists: new Map<string, readonly string[] | 'lost'>(),
    boards: new Map<string, Board | 'lost'>(),
  })
  adoptLaws(world)
  const all = { motions: 'secret', elections: 'secret', recalls: 'secret' } as const
  const rules = { ...RULES, ...more, ballots: { ...ballotsOf(RULES), ...all, ...changed } }
  const everybody = Array.from({ length: members }, (_, n) => n)
  carry(world, 'Secret ballots', { kind: 'rules.adopt', rules }, everybody)
  if (issuing.seeds.length > 0) {
    // Issuers are always named by an open vote.
    carry(world, 'Issuers', namingOf(issuing), everybody)
    deliver(world, issuing)
  }
  world.box = {
    keys: () => world.issuing.keys,
    list: (vote) => world.lists.get(vote),
    board: (vote) => world.boards.get(vote),
  }
  return world
}

/** The open secret vote, as voters and issuers know it. */
export function testVoteIn({ org, issuing }: SecretWorld, id: string): TestVote {
  return { ...ballotVote(must(secretVote(org, id))), signers: issuing.signers }
}

/** The slip of the n-th member: the same in every run. */
export function slip(n: number): Uint8Array {
  return new Uint8Array(16).fill(n + 1)
}

/** The ballots of members by their number. */
export function ballotsOfAll(
  vote: TestVote,
  choices: Readonly<Record<number, Uint8Array>>,
): readonly SecretBallot[] {
  return Object.entries(choices).map(([n, choice]) => ballotOf(vote, slip(Number(n)), choice))
}

/** The board with these ballots, where these members were given a key. */
export function boardOf(ballots: readonly SecretBallot[], members: readonly number[]): Board {
  return {
    issued: [members.length],
    participation: { kind: 'named', members: members.map(person).sort() },
    keys: ballots.length,
    board: makeBoard(ballots),
    paper: [],
  }
}

/** The board with papers beside it: who took one, what those say that two tellers read, and that one of the keys was given out at a screen. */
export function withPapers(board: Board, takers: readonly number[], choices: readonly Uint8Array[]): Board {
  const { participation } = board
  const named = participation.kind === 'named' ? participation.members : []
  const tellers: [string, string] = [person(1), person(2)]
  return {
    ...board,
    participation: { kind: 'named', members: [...named, ...takers.map(person)].sort() },
    paper: listPapers(choices),
    polling: {
      officers: [{ member: person(0), screens: 1, papers: takers.length }],
      batches: [{ tellers, papers: choices.length }],
    },
  }
}

export const [YES, NO, ABSTAIN] = ['y', 'n', 'a'].map(choiceOfLetters) as [Uint8Array, Uint8Array, Uint8Array]

/** A secret vote that is open. */
export interface Voting {
  readonly world: SecretWorld
  readonly id: string
  readonly vote: TestVote
}

/** A secret vote on a motion, under rules that are changed so. */
export function voting(issuing: Issuing, changed: Partial<BallotRules> = {}): Voting {
  const world = secretWorld(issuing, 10, changed)
  inDebate(world, 'Rent', RESOLVE, ['We withhold the rent.'])
  world.pass(DEBATE)
  const id = openVote(world)
  return { world, id, vote: testVoteIn(world, id) }
}

/** The vote as it stands. */
export function voteIn({ world, id }: Pick<Voting, 'world' | 'id'>): Vote {
  return world.org.voting.votes.get(id)!
}

/** The vote closes with this board. */
export function close({ world, id }: Voting, board: Board): void {
  world.boards.set(id, board)
  world.pass(VOTING)
}

/** Why the clerk cannot close the vote with this board, if so. */
export function whyNot(
  { world, id }: Voting,
  board: Board,
  at = voteIn({ world, id }).closes,
): string | undefined {
  const settlement = { adopted: true, notCarriedOut: null }
  const results = [{ tally: { yes: 2, no: 1, abstain: 0 }, outcome: 'adopted' }]
  const body = { vote: id, results, secret: board, settlement }
  const { size, law } = world.org.head.get()
  const header = { seq: size, at, by: 'clerk', id: uuid('close'), type: 'vote.close', law, unit: ROOT }
  return check(world.org, { ...header, body })?.code
}

/** Two yes, one no, of members 0 to 2, who were given keys. */
export function twoToOne(vote: TestVote): Board {
  return boardOf(ballotsOfAll(vote, { 0: YES, 1: YES, 2: NO }), [0, 1, 2])
}

/** Who took part, by name. */
export function participants(members: readonly number[]): Pick<Board, 'participation'> {
  return { participation: { kind: 'named', members: members.map(person).sort() } }
}
