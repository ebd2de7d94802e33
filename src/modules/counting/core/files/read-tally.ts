import { isRefusal, type Refusal } from '#kernel/refusal'
import { decodeTextFile } from '#kernel/text-file'
import type { Rank, RankedBallots } from '../ballots.ts'
import { faultOnLine } from './fault.ts'
import { ballotsOf, linesOf } from './text-lines.ts'

const NAME = /Option\s+(\d+)\s*-*>\s*:\s*(.*)$/

/**
 * Reads the tally sheet of a vote of the Debian project: a line `V: 2-31` for each ballot, where each place is an option
 * and its sign the rank (1 to 9, then letters), `-` for an option that is not
 * ranked. Above them stand the names. Sheets of years ago are written in Latin-1.
 */
export function readTally(bytes: Uint8Array): RankedBallots | Refusal {
  const lines = linesOf(fromLatin1(bytes))
  if (isRefusal(lines)) return lines
  const names = new Map(lines.map(({ text }) => nameIn(text)))
  const papers: [number, readonly Rank[]][] = []
  let options = 0
  for (const { line, text } of lines) {
    const [, signs] = /^V:\s*(\S+)/.exec(text) ?? []
    // The sheet explains itself: `"V: vote …"` is no ballot.
    if (signs === undefined) continue
    const wrong = /[^1-9a-z-]/i.exec(signs)
    if (wrong !== null)
      return faultOnLine('ballots-number-expected', line, { found: wrong[0], expected: 'rank' })
    if (options !== 0 && signs.length !== options)
      return faultOnLine('ballots-options-differ', line, { found: signs.length, expected: options })
    options = signs.length
    papers.push([1, ranksOf(signs)])
  }
  if (options === 0) return faultOnLine('ballots-kind-unknown', 1)
  const candidates = Array.from({ length: options }, (_, i) => names.get(i + 1) ?? `Option ${i + 1}`)
  return ballotsOf({ candidates, seats: 1, lines: papers }, lines.length)
}

function nameIn(text: string): readonly [number, string] {
  const [, number = '0', name = ''] = NAME.exec(text) ?? []
  return [Number(number), name]
}

/** The bytes as UTF-8, whichever of the two they are. */
function fromLatin1(bytes: Uint8Array): Uint8Array {
  const text = decodeTextFile(bytes)
  if (typeof text === 'string' || text.fault !== 'not-utf8') return bytes
  return new TextEncoder().encode(new TextDecoder('latin1').decode(bytes))
}

/** Options by rank; which numbers were used for ranks says nothing but their order. */
function ranksOf(signs: string): readonly Rank[] {
  const at = new Map<number, number[]>()
  for (const [option, sign] of [...signs].entries()) {
    if (sign === '-') continue
    const rank = parseInt(sign, 36)
    at.set(rank, [...(at.get(rank) ?? []), option])
  }
  return [...at].sort(([a], [b]) => a - b).map(([, options]) => options)
}
