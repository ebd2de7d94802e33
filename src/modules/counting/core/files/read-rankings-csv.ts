import { isRefusal, type Refusal } from '#kernel/refusal'
import type { Rank, RankedBallots } from '../ballots.ts'
import { readTable, type CsvRow, type CsvTable } from './csv-table.ts'
import { faultOnLine } from './fault.ts'
import { MOST_IN_FILE } from './limits.ts'
import { ballotsOf } from './text-lines.ts'
import { wholeOf } from './whole.ts'

/** What columns of ranks are called: `1`, `Rank 1`, `1st choice`, `Preferencia 1`. */
const RANK =
  /^(?:(?:rank|choice|preference|preferencia|lugar|opción)\s*)?\d+(?:st|nd|rd|th|\.|ª|º)?(?:\s*(?:rank|choice|preference|preferencia|lugar|opción))?$/i

// Above, a rank is a typing error: there are never more ranks than candidates.
const LARGEST_RANK = MOST_IN_FILE

/**
 * Reads a CSV of rankings in either shape: a column for each candidate with the rank that the ballot gives (several, with a
 * blank between, if it gives several), or a column for each rank with the name that stands there. It knows no seats: one.
 */
export function readRankingsCsv(bytes: Uint8Array): RankedBallots | Refusal {
  const table = readTable(bytes)
  if (isRefusal(table)) return table
  return table.headings.every((heading) => RANK.test(heading)) ? readNames(table) : readRanks(table)
}

/** Candidates come in the order in which the rows name them first. */
function readNames({ rows }: CsvTable): RankedBallots | Refusal {
  const candidates = new Map<string, number>()
  const numberOf = (name: string): number => {
    const known = candidates.get(name)
    if (known === undefined) candidates.set(name, candidates.size)
    return known ?? candidates.size - 1
  }
  const lines = rows.map(({ weight, cells }): [number, readonly Rank[]] => {
    const filled = cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1)
    return [weight, filled.map((name) => (name === '' || name === '-' ? null : numberOf(name)))]
  })
  const last = rows.at(-1)?.line ?? 1
  if (candidates.size > MOST_IN_FILE)
    return faultOnLine('ballots-number-out-of-range', last, {
      found: String(candidates.size),
      expected: 'candidates',
      least: 1,
      most: MOST_IN_FILE,
    })
  if (candidates.size === 0) return faultOnLine('ballots-none', 1)
  return ballotsOf({ candidates: [...candidates.keys()], seats: 1, lines }, last)
}

function readRanks({ headings, rows }: CsvTable): RankedBallots | Refusal {
  const lines: [number, readonly Rank[]][] = []
  for (const row of rows) {
    const ranks = ranksIn(row)
    if (isRefusal(ranks)) return ranks
    lines.push([row.weight, ranks])
  }
  return ballotsOf({ candidates: headings, seats: 1, lines }, rows.at(-1)?.line ?? 1)
}

function ranksIn({ line, cells }: CsvRow): readonly Rank[] | Refusal {
  const at: number[][] = []
  for (const [candidate, cell] of cells.entries()) {
    if (cell === '' || cell === '-') continue
    for (const word of cell.split(/\s+/)) {
      const rank = wholeOf(word, line, 'rank', [1, LARGEST_RANK])
      if (isRefusal(rank)) return rank
      at[rank - 1] = [...(at[rank - 1] ?? []), candidate]
    }
  }
  return Array.from(at, (candidates: number[] | undefined) => candidates ?? null)
}
