import { DAY, type Instant } from '#kernel/instant'
import type { Mandate } from '#modules/delegates/core'

/** An office as far as the one who holds it changes: of one unit, or a seat for it in a council. */
export interface Office {
  readonly unit: string
  readonly council: string | null
  readonly office: string
}

/** Terms of one person in one office. */
export interface Tenure extends Office {
  /** Oldest first. */
  readonly terms: readonly Mandate[]
  /** Whole days in it so far. */
  readonly days: number
  /** Terms one after the other up to the last one, without as much as a month between. */
  readonly consecutive: number
}

/** Who held what, and how long in all; days in several offices at once count once. */
export interface HolderRecord {
  /** Index on the roll. */
  readonly holder: number
  readonly days: number
  readonly tenures: readonly Tenure[]
  readonly isHolding: boolean
}

/** A gap up to this long between two terms does not break the row: a successor who lasts a week would else renew it. */
const LONGEST_GAP = 31 * DAY

/** Everybody who ever held an office, longest first. */
export function rotation(mandates: readonly Mandate[], now: Instant): readonly HolderRecord[] {
  const byHolder = Map.groupBy(mandates, ({ holder }) => holder)
  return [...byHolder]
    .map(([holder, held]) => ({
      holder,
      days: daysIn(held, now),
      tenures: tenuresOf(held, now),
      isHolding: held.some(({ ended }) => ended === null),
    }))
    .sort((a, b) => b.days - a.days || a.holder - b.holder)
}

/** What one person held: the office held longest first. */
function tenuresOf(held: readonly Mandate[], now: Instant): readonly Tenure[] {
  const byOffice = Map.groupBy(held, (mandate) => officeKey(mandate))
  return [...byOffice.values()]
    .flatMap((group) => {
      const terms = group.toSorted((a, b) => a.from - b.from || a.seq - b.seq)
      const [first] = terms
      if (first === undefined) return []
      const { unit, council, office } = first
      const days = daysIn(terms, now)
      return { unit, council, office, terms, days, consecutive: consecutiveTerms(terms) }
    })
    .sort((a, b) => b.days - a.days)
}

/** The same office in other letters is the same office. */
function officeKey({ unit, council, office }: Office): string {
  return JSON.stringify([unit, council, office.toLowerCase()])
}

/** Whole days covered by these terms. */
function daysIn(terms: readonly Mandate[], now: Instant): number {
  let [covered, until] = [0, -Infinity]
  for (const { from, ended } of terms.toSorted((a, b) => a.from - b.from)) {
    const end = ended ?? now
    covered += Math.max(0, end - Math.max(from, until))
    until = Math.max(until, end)
  }
  return Math.floor(covered / DAY)
}

function consecutiveTerms(terms: readonly Mandate[]): number {
  let row = 0
  let last: Mandate | undefined
  for (const term of terms) {
    const follows = last !== undefined && term.from - (last.ended ?? Infinity) <= LONGEST_GAP
    row = follows ? row + 1 : 1
    last = term
  }
  return row
}
