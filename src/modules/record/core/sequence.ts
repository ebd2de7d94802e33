/** What is wrong with the order of the entries. */
export type OrderFault =
  | { readonly code: 'entry-twice'; readonly seq: number }
  | { readonly code: 'entry-out-of-order'; readonly seq: number; readonly after: number }

/** Follows the positions of entries as they come, from 0, and knows which are still missing. */
export interface Sequence {
  /** The position after the highest that came. */
  next: number
  /** Whether all came so far, each once and in order. */
  whole: boolean
  gaps: readonly Gap[]
}

/** Missing positions, both ends included. */
export interface Gap {
  readonly from: number
  readonly to: number
}

/** Nothing came yet. */
export function createSequence(): Sequence {
  return { next: 0, whole: true, gaps: [] }
}

/** Takes the next position. A jump ahead is no fault yet: what is missing may come later, out of order. */
export function takePosition(sequence: Sequence, seq: number): OrderFault | undefined {
  if (seq === sequence.next) {
    sequence.next++
    return undefined
  }
  sequence.whole = false
  if (seq > sequence.next) {
    sequence.gaps = [...sequence.gaps, { from: sequence.next, to: seq - 1 }]
    sequence.next = seq + 1
    return undefined
  }
  const gap = sequence.gaps.find(({ from, to }) => from <= seq && seq <= to)
  if (gap === undefined) return { code: 'entry-twice', seq }
  const rest = [
    { from: gap.from, to: seq - 1 },
    { from: seq + 1, to: gap.to },
  ].filter(({ from, to }) => from <= to)
  sequence.gaps = sequence.gaps.flatMap((other) => (other === gap ? rest : [other]))
  return { code: 'entry-out-of-order', seq, after: sequence.next - 1 }
}
