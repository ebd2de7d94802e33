import type { ClauseDiff, DiffPart } from '#modules/motions/core'

/** A stretch of a text with its changes; `folded` is unchanged text between two changes that need not be read. */
export type Stretch = DiffPart | { readonly kind: 'folded'; readonly text: string; readonly words: number }

// Some two lines on a phone on either side tell where a change stands; less than a paragraph is not worth a fold.
const KEPT = 90
const FOLDED_FROM = 400

/** The parts of a text with long unchanged stretches folded; joined again they are the same text, to the letter. */
export function foldParts(parts: readonly DiffPart[]): readonly Stretch[] {
  if (parts.length < 2) return parts
  return parts.flatMap((part, i) =>
    part.kind === 'same' && part.text.length >= FOLDED_FROM
      ? foldText(part.text, i > 0, i < parts.length - 1)
      : [part],
  )
}

/** Cuts between words: what is beside a change stays, the rest is folded. */
function foldText(text: string, changeBefore: boolean, changeAfter: boolean): readonly Stretch[] {
  const start = changeBefore ? text.indexOf(' ', KEPT) + 1 : 0
  const end = changeAfter ? text.lastIndexOf(' ', text.length - KEPT) + 1 : text.length
  const inside = text.slice(start, end)
  if (end - start < FOLDED_FROM / 2) return [{ kind: 'same', text }]
  const stretches: readonly Stretch[] = [
    { kind: 'same', text: text.slice(0, start) },
    { kind: 'folded', text: inside, words: inside.trim().split(/\s+/).length },
    { kind: 'same', text: text.slice(end) },
  ]
  return stretches.filter((stretch) => stretch.text !== '')
}

/** A clause with its changes, or a run of clauses that stayed. */
export type Clauses =
  | { readonly kind: 'shown'; readonly diff: ClauseDiff }
  | {
      readonly kind: 'folded'
      readonly from: number
      readonly to: number
      readonly diffs: readonly ClauseDiff[]
    }

/** Clauses with runs of unchanged ones folded, where anything changed at all. */
export function foldClauses(diffs: readonly ClauseDiff[]): readonly Clauses[] {
  const isSame = ({ kind }: ClauseDiff) => kind === 'same'
  if (diffs.every(isSame)) return diffs.map((diff) => ({ kind: 'shown', diff }))
  const folded: Clauses[] = []
  for (const diff of diffs) {
    const last = folded.at(-1)
    const number = diff.before ?? 0
    if (!isSame(diff)) folded.push({ kind: 'shown', diff })
    else if (last?.kind === 'folded')
      folded.splice(-1, 1, { ...last, to: number, diffs: [...last.diffs, diff] })
    else folded.push({ kind: 'folded', from: number, to: number, diffs: [diff] })
  }
  return folded
}
