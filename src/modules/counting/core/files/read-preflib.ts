import { isRefusal, type Refusal } from '#kernel/refusal'
import type { Rank, RankedBallots } from '../ballots.ts'
import { faultOnLine } from './fault.ts'
import { MOST_BALLOTS, MOST_IN_FILE } from './limits.ts'
import { ballotsOf, linesOf, type Line } from './text-lines.ts'
import { wholeOf } from './whole.ts'

/** What stands before the ballots of a PrefLib file. */
interface Head {
  readonly title: string
  readonly candidates: readonly string[]
  readonly voters: number | undefined
  readonly ballots: readonly Line[]
}

/**
 * Reads ordinal data of PrefLib (soc, soi, toc, toi): with lines `# NUMBER ALTERNATIVES: 3` and ballots `5: 1,{2,3}`, or
 * as before 2022 with the number of alternatives in the first line and ballots `5,1,{2,3}`. It knows no seats: one.
 */
export function readPreflib(bytes: Uint8Array): RankedBallots | Refusal {
  const lines = linesOf(bytes)
  if (isRefusal(lines)) return lines
  const head = lines[0]?.text.startsWith('#') === true ? readHead(lines) : readOldHead(lines)
  if (isRefusal(head)) return head
  const { title, candidates, voters } = head
  const papers: [number, readonly Rank[]][] = []
  for (const line of head.ballots) {
    const paper = readPaper(line, candidates.length)
    if (isRefusal(paper)) return paper
    papers.push(paper)
  }
  const last = lines.at(-1)?.line ?? 1
  const found = papers.reduce((sum, [weight]) => sum + weight, 0)
  if (voters !== undefined && voters !== found)
    return faultOnLine('ballots-voters-differ', last, { found, expected: voters })
  return ballotsOf({ title, candidates, seats: 1, lines: papers }, last)
}

function readHead(lines: readonly Line[]): Head | Refusal {
  const facts = new Map<string, Line>()
  for (const { line, text } of lines) {
    const [, name, value = ''] = /^#\s*([^:]+?)\s*:\s*(.*)$/.exec(text) ?? []
    if (name !== undefined) facts.set(name.toUpperCase(), { line, text: value })
  }
  const ballots = lines.filter(({ text }) => !text.startsWith('#'))
  const first = ballots[0]?.line ?? lines.length
  const number = facts.get('NUMBER ALTERNATIVES')
  if (number === undefined)
    return faultOnLine('ballots-head-missing', first, { expected: 'NUMBER ALTERNATIVES' })
  const count = wholeOf(number.text, number.line, 'candidates', [1, MOST_IN_FILE])
  if (isRefusal(count)) return count
  const candidates: string[] = []
  for (let i = 1; i <= count; i++) {
    const name = facts.get(`ALTERNATIVE NAME ${i}`)?.text
    if (name === undefined)
      return faultOnLine('ballots-head-missing', first, { expected: `ALTERNATIVE NAME ${i}` })
    candidates.push(name)
  }
  const voters = votersIn(facts.get('NUMBER VOTERS'))
  return isRefusal(voters) ? voters : { title: facts.get('TITLE')?.text ?? '', candidates, voters, ballots }
}

function votersIn(line: Line | undefined): number | undefined | Refusal {
  return line === undefined ? undefined : wholeOf(line.text, line.line, 'voters', [0, MOST_BALLOTS])
}

function readOldHead(lines: readonly Line[]): Head | Refusal {
  const [first] = lines
  const count = wholeOf(first?.text ?? '', first?.line ?? 1, 'candidates', [1, MOST_IN_FILE])
  if (isRefusal(count)) return count
  const named = lines.slice(1, count + 1)
  const total = lines[count + 1]
  const last = lines.at(-1)?.line ?? 1
  if (total === undefined)
    return faultOnLine('ballots-names-missing', last, { found: named.length, expected: count })
  const candidates: string[] = []
  for (const [i, { line, text }] of named.entries()) {
    const [, number, name = ''] = /^(\d+)\s*,\s*(.*)$/.exec(text) ?? []
    if (Number(number) !== i + 1)
      return faultOnLine('ballots-names-missing', line, { found: i, expected: count })
    candidates.push(name)
  }
  const [voters = ''] = total.text.split(',')
  const found = wholeOf(voters.trim(), total.line, 'voters', [0, MOST_BALLOTS])
  return isRefusal(found) ? found : { title: '', candidates, voters: found, ballots: lines.slice(count + 2) }
}

/** Reads `5: 1,{2,3}` or `5,1,{2,3}`. */
function readPaper({ line, text }: Line, candidates: number): [number, readonly Rank[]] | Refusal {
  const [, number = text, rest = ''] = /^([^:,]*)[:,]?(.*)$/.exec(text) ?? []
  const weight = wholeOf(number.trim(), line, 'weight', [1, MOST_BALLOTS])
  if (isRefusal(weight)) return weight
  if (!/^[^{}]*(?:\{[^{},]+(?:,[^{},]+)*\}[^{}]*)*$/.test(rest))
    return faultOnLine('ballots-bracket-open', line)
  const ranks: Rank[] = []
  for (const [part] of rest.matchAll(/\{[^}]*\}|[^,{}]+/g)) {
    if (part.trim() === '') continue
    const shared: number[] = []
    for (const word of part.replace(/[{}]/g, '').split(',')) {
      const found = word.trim()
      const candidate = /^\d{1,9}$/.test(found) ? Number(found) : 0
      if (candidate < 1 || candidate > candidates)
        return faultOnLine('ballots-candidate-unknown', line, { found: found.slice(0, 40), most: candidates })
      shared.push(candidate - 1)
    }
    ranks.push(shared)
  }
  return [weight, ranks]
}
