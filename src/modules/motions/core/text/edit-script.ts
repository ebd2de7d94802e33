/** Tokens start to end of the first list give way to tokens from to to of the second (ends exclusive). */
export interface Step {
  readonly start: number
  readonly end: number
  readonly from: number
  readonly to: number
}

/** Past this many inserted and deleted tokens the work would explode, and a reader is no longer helped. */
const MOST_EDITS = 1000

/**
 * The shortest way from one list to the other, in order (Myers, "An O(ND) difference algorithm and its variations",
 * 1986, greedy form), or one step that replaces everything where that takes more than 1000 edits. Our own and not a
 * package's: which amendments collide follows from it, so it may only change under a new law number.
 */
export function editScript(before: readonly string[], after: readonly string[]): readonly Step[] {
  const rounds = walk(before, after)
  if (rounds === undefined) return [{ start: 0, end: before.length, from: 0, to: after.length }]
  const steps: Step[] = []
  let x = before.length
  let y = after.length
  for (let d = rounds.length; d > 0; d--) {
    const reach = rounds[d - 1] ?? new Int32Array()
    const k = x - y
    const down = goesDown(reach, d, k)
    const from = down ? k + 1 : k - 1
    const px = reach[from + d - 1] ?? 0
    const py = px - from
    steps.push(
      down ? { start: px, end: px, from: py, to: py + 1 } : { start: px, end: px + 1, from: py, to: py },
    )
    x = px
    y = py
  }
  return steps.reverse()
}

/** Whether the furthest path to diagonal k in round d comes from above; `reach` is what round d - 1 reached. */
function goesDown(reach: Int32Array, d: number, k: number): boolean {
  return k === -d || (k !== d && (reach[k - 1 + d - 1] ?? 0) < (reach[k + 1 + d - 1] ?? 0))
}

/** What each round before the last reached on each diagonal (index: diagonal + round); undefined past the limit. */
function walk(before: readonly string[], after: readonly string[]): readonly Int32Array[] | undefined {
  const rounds: Int32Array[] = []
  for (let d = 0; d <= MOST_EDITS; d++) {
    const last = rounds.at(-1) ?? new Int32Array()
    const reach = new Int32Array(2 * d + 1)
    for (let k = -d; k <= d; k += 2) {
      let x = d === 0 ? 0 : goesDown(last, d, k) ? (last[k + d] ?? 0) : (last[k + d - 2] ?? 0) + 1
      while (x < before.length && x - k < after.length && before[x] === after[x - k]) x++
      reach[k + d] = x
      if (x >= before.length && x - k >= after.length) return rounds
    }
    rounds.push(reach)
  }
  return undefined
}
