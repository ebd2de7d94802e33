/** A piece of a bar in hundredths of its length, and the words on it where they fit. */
export interface Piece {
  readonly kind: 'yes' | 'no' | 'took'
  readonly from: number
  readonly width: number
  readonly label: string
}

/** A mark on a bar: where it stands, and from which side its label is set so that it stays on the page. */
export interface Mark {
  readonly at: number
  readonly anchor: 'start' | 'middle' | 'end'
}

/** Places a mark of this value on a bar of this length; beyond its end it stands at the end. */
export function markAt(value: number, length: number): Mark {
  const at = share(value, length)
  return { at, anchor: at < 22 ? 'start' : at > 78 ? 'end' : 'middle' }
}

/** How much of a bar of this length a value takes, in hundredths. */
export function share(value: number, length: number): number {
  return length === 0 ? 0 : Math.min(100, Math.max(0, (value / length) * 100))
}

/** Yes from the left, no from the right: what is between them did not count. */
export function sides(
  yes: number,
  no: number,
  length: number,
  label: { yes: string; no: string },
): readonly Piece[] {
  const [left, right] = [share(yes, length), share(no, length)]
  const pieces: readonly Piece[] = [
    { kind: 'yes', from: 0, width: left, label: label.yes },
    { kind: 'no', from: 100 - right, width: right, label: label.no },
  ]
  return pieces.filter(({ width }) => width > 0)
}
