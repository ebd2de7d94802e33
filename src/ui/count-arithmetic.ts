import { sayUnits, unitsOf, type CountResult, type Votes } from '#modules/counting/core'
import { exactVotes } from './short-votes.ts'

/** What the quota of a count follows from. For readers only: nothing is decided by these numbers. */
export interface QuotaArithmetic {
  /** Votes for anybody at the first stage: the ballots with a choice; and those still in the count at the last. */
  readonly first: string
  readonly last: string
  /** One more than there are seats. */
  readonly parts: number
  /** The quota at the first stage and at the last. */
  readonly begun: Votes
  readonly ended: Votes
}

/** The arithmetic of a count's quota, where its method has one. */
export function quotaArithmetic({ stages, seats }: CountResult): QuotaArithmetic | undefined {
  const quotas = stages.flatMap(({ quota }) => quota ?? [])
  const [begun, ended] = [quotas[0], quotas.at(-1)]
  if (begun === undefined || ended === undefined) return undefined
  const [first = '0', last = '0'] = [stages[0], stages.at(-1)].map((stage) => sumOf(stage?.votes ?? []))
  return { first, last, parts: seats + 1, begun, ended }
}

/** Exact to the last digit, or nobody could check the division. */
function sumOf(votes: readonly Votes[]): Votes {
  return sayUnits(
    votes.reduce((sum, each) => sum + unitsOf(each), 0n),
    digitsOf(votes[0] ?? ''),
  )
}

function digitsOf(votes: Votes): number {
  return votes.split('.')[1]?.length ?? 0
}

/** A division as counting rules cut it off: so many digits, the remainder ignored. */
export function quotientOf(votes: Votes, parts: number, digits: number): Votes {
  const units = (unitsOf(votes) * 10n ** BigInt(digits)) / (BigInt(parts) * 10n ** BigInt(digitsOf(votes)))
  return sayUnits(units, digits)
}

/** The part of its value at which a ballot goes on, to five places. */
export function partOf(surplus: Votes, of: Votes): string {
  return exactVotes(sayUnits((unitsOf(surplus) * 100_000n) / unitsOf(of), 5))
}
