import { isRefusal, type Refusal } from '#kernel/refusal'
import type { Cursor } from './cursor.ts'
import { faultAt } from './fault.ts'

/** What stands before the ballots of a BLT file, growing as it is read. Candidates are numbered from 1, as in the file. */
export interface BltHead {
  readonly candidates: number
  readonly seats: number
  readonly withdrawn: number[]
  tieOrder: readonly number[] | undefined
  /** Words that may stand for numbers. */
  nicks: ReadonlyMap<string, number> | undefined
}

/** An option in brackets, such as `[nick a b c]`, and how to refuse the file for it. */
interface Option {
  readonly name: string
  readonly words: readonly string[]
  readonly refuse: (code: Parameters<typeof faultAt>[0], facts: Parameters<typeof faultAt>[3]) => Refusal
}

type Take = (option: Option, head: BltHead) => Refusal | undefined

const CLOSE = ']'.charCodeAt(0)

// As the program droop has them.
const OPTIONS: ReadonlyMap<string, Take> = new Map<string, Take>([
  ['nick', takeNicks],
  ['tie', takeTieOrder],
  ['withdrawn', takeWithdrawn],
  // Only a rule that treats names written in without notice apart needs to know them, and none of ours does.
  ['undeclared', () => undefined],
  // How droop is to be called: here whoever counts chooses the method and its digits.
  ['droop', () => undefined],
])

/** Reads an option. Unknown ones are refused, as nobody can say whether they would change the count. */
export function readOption(cursor: Cursor, head: BltHead): Refusal | undefined {
  const { bytes, at } = cursor
  const end = bytes.indexOf(CLOSE, at)
  if (end < 0) return faultAt('ballots-option-open', bytes, at)
  const text = new TextDecoder().decode(bytes.subarray(at + 1, end))
  const [name = '', ...words] = text.split(/[\s,]+/).filter((word) => word !== '')
  const take = OPTIONS.get(name)
  if (take === undefined) return faultAt('ballots-option-unknown', bytes, at, { found: name.slice(0, 40) })
  cursor.at = end + 1
  return take({ name, words, refuse: (code, facts) => faultAt(code, bytes, at, facts) }, head)
}

/** The candidate that a word means: a nickname or a number. */
export function candidateOf(
  word: string,
  { nicks, candidates }: Pick<BltHead, 'nicks' | 'candidates'>,
): number | undefined {
  const number = nicks?.get(word) ?? (/^[0-9]{1,9}$/.test(word) ? Number(word) : 0)
  return number >= 1 && number <= candidates ? number : undefined
}

function takeNicks({ name, words, refuse }: Option, head: BltHead): Refusal | undefined {
  const nicks = new Map(words.map((word, i) => [word, i + 1]))
  if (nicks.size !== head.candidates || words.length !== head.candidates)
    return refuse('ballots-option-incomplete', { name, found: nicks.size, expected: head.candidates })
  head.nicks = nicks
  return undefined
}

function takeTieOrder(option: Option, head: BltHead): Refusal | undefined {
  const order = candidatesOf(option, head)
  if (isRefusal(order)) return order
  const found = new Set(order).size
  if (found !== head.candidates)
    return option.refuse('ballots-option-incomplete', { name: option.name, found, expected: head.candidates })
  head.tieOrder = order
  return undefined
}

function takeWithdrawn(option: Option, head: BltHead): Refusal | undefined {
  const withdrawn = candidatesOf(option, head)
  if (isRefusal(withdrawn)) return withdrawn
  head.withdrawn.push(...withdrawn)
  return undefined
}

function candidatesOf({ words, refuse }: Option, head: BltHead): readonly number[] | Refusal {
  const candidates: number[] = []
  for (const word of words) {
    const candidate = candidateOf(word, head)
    if (candidate === undefined)
      return refuse('ballots-candidate-unknown', { found: word.slice(0, 40), most: head.candidates })
    candidates.push(candidate)
  }
  return candidates
}
