import { atLeast, compareFractions, moreThan, type Fraction } from '#kernel/fraction'

/** Open ballots counted: whole numbers of members. */
export type Tally = { readonly yes: number; readonly no: number; readonly abstain: number }

/**
 * How many yes votes adopt: at least (or more than) a share of a base. `cast` is yes and no together, `present` is yes,
 * no and abstentions, `roll` is everybody who could vote.
 */
export type Majority = {
  readonly share: Fraction
  readonly more: boolean
  readonly of: 'cast' | 'present' | 'roll'
}

/** What decides a question: the majority, and the share of the roll that must take part (abstentions count). */
export type Threshold = { readonly majority: Majority; readonly quorum: Fraction }

const BASES = ['cast', 'present', 'roll'] as const

/** A threshold that is met only where both are: the larger shares, of the wider base. */
export function stricter(a: Threshold, b: Threshold): Threshold {
  const byShare = compareFractions(a.majority.share, b.majority.share)
  const { share } = byShare < 0 ? b.majority : a.majority
  const more = byShare === 0 ? a.majority.more || b.majority.more : (byShare < 0 ? b : a).majority.more
  const of = BASES[Math.max(BASES.indexOf(a.majority.of), BASES.indexOf(b.majority.of))] ?? 'roll'
  return {
    majority: { share, more, of },
    quorum: compareFractions(a.quorum, b.quorum) < 0 ? b.quorum : a.quorum,
  }
}

/** How a question ended. `tied` and `nothing-cast` are not adopted, like `short`; `no-quorum` decides nothing. */
export type Outcome = 'adopted' | 'short' | 'tied' | 'nothing-cast' | 'no-quorum'

/** A decision with its arithmetic, for a page to show. */
export interface Decision {
  readonly outcome: Outcome
  readonly tally: Tally
  readonly roll: number
  readonly threshold: Threshold
  /** Members who took part, and how many had to. */
  readonly took: number
  readonly quorumNeeded: number
  /** What the share was taken of, and how many yes votes that made necessary. */
  readonly base: number
  readonly needed: number
}

/**
 * Decides a yes/no question. 0 of 0 is never adopted; a tie under "more than half" is named `tied`; without a quorum
 * nothing is decided, whatever the votes.
 */
export function decide(tally: Tally, roll: number, threshold: Threshold): Decision {
  const { majority, quorum } = threshold
  const cast = tally.yes + tally.no
  const took = cast + tally.abstain
  const base = majority.of === 'cast' ? cast : majority.of === 'present' ? took : roll
  const needed = majority.more ? moreThan(majority.share, base) : Math.max(1, atLeast(majority.share, base))
  const quorumNeeded = Math.max(1, atLeast(quorum, roll))
  const facts = { tally, roll, threshold, took, quorumNeeded, base, needed }
  if (cast === 0) return { outcome: took < quorumNeeded ? 'no-quorum' : 'nothing-cast', ...facts }
  if (took < quorumNeeded) return { outcome: 'no-quorum', ...facts }
  if (tally.yes >= needed) return { outcome: 'adopted', ...facts }
  return { outcome: tally.yes === tally.no ? 'tied' : 'short', ...facts }
}
