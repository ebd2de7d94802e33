import { isRefusal, type Refusal } from '#kernel/refusal'
import { candidateOf, readOption, type BltHead } from './blt-option.ts'
import { readWhole, skipToWord, wordAt, wordEnd, wrongWord, type Cursor } from './cursor.ts'
import { MOST_IN_FILE } from './limits.ts'

const OPEN = '['.charCodeAt(0)
const MINUS = '-'.charCodeAt(0)

/** Reads how many candidates and seats there are, then options in brackets and withdrawn candidates as negative numbers. */
export function readHead(cursor: Cursor): BltHead | Refusal {
  const candidates = readWhole(cursor, 'candidates', MOST_IN_FILE)
  if (isRefusal(candidates)) return candidates
  const seats = readWhole(cursor, 'seats', MOST_IN_FILE)
  if (isRefusal(seats)) return seats
  const head: BltHead = { candidates, seats, withdrawn: [], tieOrder: undefined, nicks: undefined }
  for (;;) {
    skipToWord(cursor)
    const sign = cursor.bytes[cursor.at]
    if (sign !== OPEN && sign !== MINUS) return head
    const fault = sign === OPEN ? readOption(cursor, head) : readWithdrawn(cursor, head)
    if (fault !== undefined) return fault
  }
}

function readWithdrawn(cursor: Cursor, head: BltHead): Refusal | undefined {
  const candidate = candidateOf(wordAt(cursor).slice(1), head)
  if (candidate === undefined)
    return wrongWord(cursor, 'ballots-candidate-unknown', { most: head.candidates })
  head.withdrawn.push(candidate)
  cursor.at = wordEnd(cursor)
  return undefined
}
