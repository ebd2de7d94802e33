import { canonical } from '#kernel/canonical'
import { toHex } from '#kernel/bytes'
import { sha256, sha256Base64 } from '#kernel/hash'
import type { TieAbout } from './result.ts'

/**
 * One party's part in a lot. Before anybody can know what it would decide, the party gives the commitment (a hash); once
 * the ballots are closed it opens the seed. `null`: it was not opened, and counts as empty; whoever shows the lot
 * names the party, because that is how it could have been leant on.
 */
export interface Seed {
  /** Who gives it, for instance a member's id, or `clerk`. */
  readonly by: string
  readonly commitment: string
  readonly opened: string | null
}

/** A lot that anybody can redo: the parties' seeds, joined with what fixes the question (the digest of its ballots). */
export interface Lot {
  readonly question: string
  readonly seeds: readonly Seed[]
}

/** What a party gives before: base64 of a SHA-256 that also covers whose it is, so that nobody can give another's. */
export function commitmentTo(seed: string, by: string): string {
  return sha256Base64(canonical({ what: 'plenum/seed/1', by, seed }))
}

/** Whether an opened seed is what was committed to. */
export function opensCommitment({ by, commitment, opened }: Seed): boolean {
  return opened !== null && commitmentTo(opened, by) === commitment
}

/** Those whose seed was not opened, or is not what they had committed to: it counts as empty. */
export function unopened(lot: Lot): readonly string[] {
  return lot.seeds.filter((seed) => !opensCommitment(seed)).map(({ by }) => by)
}

/**
 * The order that a lot gives to those tied: by the SHA-256 of the opened seeds, the question, what the tie is about and
 * the candidate's name. Who comes first is taken: excluded, transferred or elected first.
 */
export function drawLot(lot: Lot, tie: LotTie): readonly number[] {
  const drawn = tie.among.map((candidate) => ({ candidate, hash: hashOf(lot, tie, candidate) }))
  drawn.sort((a, b) => (a.hash < b.hash ? -1 : a.hash > b.hash ? 1 : a.candidate - b.candidate))
  return drawn.map(({ candidate }) => candidate)
}

/** What tells one draw of a count from another. */
export interface LotTie {
  readonly stage: number
  readonly about: TieAbout
  readonly among: readonly number[]
  readonly names: readonly string[]
}

function hashOf(lot: Lot, { stage, about, names }: LotTie, candidate: number): string {
  const name = names[candidate] ?? ''
  const { question } = lot
  const seeds = openedSeeds(lot)
  return toHex(sha256(canonical({ what: 'plenum/lot/1', question, seeds, stage, about, name })))
}

/** What the parties opened, in the order of their names; empty where it is not what was promised. */
function openedSeeds({ seeds }: Lot): readonly { readonly by: string; readonly seed: string }[] {
  return seeds
    .map((seed) => ({ by: seed.by, seed: opensCommitment(seed) ? (seed.opened ?? '') : '' }))
    .sort((a, b) => (a.by < b.by ? -1 : 1))
}

/**
 * Places drawn by a lot, in the order drawn and each once: `most` out of the places 0 to `of` - 1. The n-th hash (from 0) is the
 * SHA-256 of the lot's own hash and n; as a number, modulo `of`, it is a place, passed over where it was drawn before. Of 2^256
 * values and at most millions of places no place is likelier than another by as much as anybody could ever notice.
 */
export function drawPlaces(lot: Lot, of: number, most: number): readonly number[] {
  const { question } = lot
  const key = toHex(sha256(canonical({ what: 'plenum/draw/1', question, seeds: openedSeeds(lot) })))
  const drawn = new Set<number>()
  const wanted = Math.min(of, most)
  for (let n = 0; drawn.size < wanted; n++)
    drawn.add(Number(BigInt(`0x${toHex(sha256(`${key} ${n}`))}`) % BigInt(of)))
  return [...drawn]
}
