export const METHODS = ['sainte-lague', 'hamilton'] as const

/** How seats are shared out: by highest quotients (Sainte-Laguë, Webster), or by largest remainders (Hamilton, Hare-Niemeyer). */
export type Method = (typeof METHODS)[number]

/** Seats to be shared out in proportion, and those that every unit has besides. */
export type ApportionRule = { readonly method: Method; readonly seats: number; readonly fixed: number }

/** A unit with the members that count for it, and its number in the order of forming. */
export interface Share {
  readonly unit: string
  readonly members: number
  readonly formed: number
}

/** What a unit had to show for a seat: `over` divided by `under`, both whole numbers. */
export type Claim = { readonly unit: string; readonly over: number; readonly under: number }

/** What came out for one unit. Its exact share of the seats is `whole` and `rest` divided by all members. */
export type AllottedRow = {
  readonly unit: string
  readonly members: number
  readonly whole: number
  readonly rest: number
  /** Seats won in proportion, and with the fixed ones. */
  readonly won: number
  readonly seats: number
}

/** What decided the last seat, where a claim did. */
export type LastSeat = {
  readonly last: Claim | null
  /** What the next seat would have gone to. */
  readonly next: Claim | null
  /** Units with equal claims to the last seats: those that won one, and those that did not. */
  readonly tie: { readonly won: readonly string[]; readonly lost: readonly string[] } | null
}

/** Seats shared out, with the arithmetic that anybody can redo. */
export type Apportionment = LastSeat & {
  /** All members counted, and all seats given, the fixed ones among them. */
  readonly members: number
  readonly seats: number
  /** In the order of forming. */
  readonly rows: readonly AllottedRow[]
}

/** Seats won so far, by place in the order of seniority. */
interface Won extends LastSeat {
  readonly won: readonly number[]
}

/**
 * Shares seats out among units. The order in which the units are given changes nothing. Of equal claims that of the smaller
 * unit comes first, then that of the unit formed first: nobody can turn that to their own use, as whoever draws a lot
 * without another side could. Products of members and seats must stay below 2^53, so that all of it is exact.
 */
export function apportion({ method, seats, fixed }: ApportionRule, shares: readonly Share[]): Apportionment {
  const senior = shares.toSorted((a, b) => a.members - b.members || a.formed - b.formed)
  const members = senior.reduce((sum, share) => sum + share.members, 0)
  const { won, ...lastSeat } =
    members === 0 || seats === 0
      ? { won: senior.map(() => 0), last: null, next: null, tie: null }
      : method === 'hamilton'
        ? byRemainders(seats, senior, members)
        : byQuotients(seats, senior)
  const rows = senior
    .map((share, i) => ({ ...share, won: won[i] ?? 0 }))
    .sort((a, b) => a.formed - b.formed)
    .map(({ unit, members: own, won }) => ({
      unit,
      members: own,
      whole: members === 0 ? 0 : Math.floor((own * seats) / members),
      rest: members === 0 ? 0 : (own * seats) % members,
      won,
      seats: fixed + won,
    }))
  return { members, seats: rows.reduce((sum, row) => sum + row.seats, 0), rows, ...lastSeat }
}

/** Whole shares first; what is left goes to the largest remainders. */
function byRemainders(seats: number, senior: readonly Share[], members: number): Won {
  const won = senior.map((share) => Math.floor((share.members * seats) / members))
  const left = seats - won.reduce((sum, each) => sum + each, 0)
  const claims = senior
    .map(({ unit, members: own }, i) => ({
      i,
      claim: { unit, over: (own * seats) % members, under: members },
    }))
    .sort((a, b) => compareClaims(b.claim, a.claim) || a.i - b.i)
  for (const { i } of claims.slice(0, left)) won[i] = (won[i] ?? 0) + 1
  const ordered = claims.map(({ claim }) => claim)
  return { won, ...lastSeatOf(ordered.slice(0, left), ordered.slice(left)) }
}

/** Each seat goes to the highest quotient of members by 1, 3, 5, …: the next odd number after twice the seats won. */
function byQuotients(seats: number, senior: readonly Share[]): Won {
  const won = senior.map(() => 0)
  const claimTo = (seat: number, { unit, members }: Share): Claim => ({
    unit,
    over: members,
    under: 2 * seat - 1,
  })
  for (let given = 0; given < seats; given++) {
    let best = 0
    for (let i = 1; i < senior.length; i++) if (isAhead(senior, won, i, best)) best = i
    won[best] = (won[best] ?? 0) + 1
  }
  const lastOf = senior.flatMap((share, i) => ((won[i] ?? 0) > 0 ? claimTo(won[i] ?? 0, share) : []))
  const nextOf = senior.map((share, i) => claimTo((won[i] ?? 0) + 1, share))
  const highestFirst = (a: Claim, b: Claim): number => compareClaims(b, a)
  return { won, ...lastSeatOf(lastOf.sort(highestFirst), nextOf.sort(highestFirst)) }
}

function isAhead(senior: readonly Share[], won: readonly number[], a: number, b: number): boolean {
  const [over, under] = [senior[a]?.members ?? 0, 2 * (won[a] ?? 0) + 1]
  return over * (2 * (won[b] ?? 0) + 1) > (senior[b]?.members ?? 0) * under
}

/** What decided, from the claims that won and those that did not, highest first. */
function lastSeatOf(winners: readonly Claim[], losers: readonly Claim[]): LastSeat {
  const [last, next] = [winners.at(-1), losers[0]]
  if (last === undefined || next === undefined) return { last: last ?? null, next: null, tie: null }
  if (compareClaims(last, next) !== 0) return { last, next, tie: null }
  const tied = (claims: readonly Claim[]): string[] =>
    claims.filter((claim) => compareClaims(claim, last) === 0).map(({ unit }) => unit)
  return { last, next, tie: { won: tied(winners), lost: tied(losers) } }
}

/** Negative, 0 or positive as a is less than, the same as or more than b; exact. */
function compareClaims(a: Claim, b: Claim): number {
  const difference = BigInt(a.over) * BigInt(b.under) - BigInt(b.over) * BigInt(a.under)
  return difference === 0n ? 0 : difference < 0n ? -1 : 1
}
