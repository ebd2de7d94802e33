/** Papers collected one after the other at the end of a shared array of choices; equal ones become one. */
export interface PaperMerge {
  /** Where the next paper is to be written. */
  readonly at: () => number
  /** Adds the paper of `length` choices that was written there. */
  readonly add: (length: number, voters: number) => void
  readonly merged: () => { starts: Uint32Array; choices: Uint16Array; voters: Float64Array }
}

/**
 * An own open-addressing table on typed arrays: a Map of a million texts would take longer than the whole count. `most`
 * is how many papers there can be.
 */
export function mergePapers(choices: Uint16Array, most: number): PaperMerge {
  let capacity = 1024
  let starts = new Uint32Array(capacity + 1)
  let voters = new Float64Array(capacity)
  let count = 0
  // Twice as many places as papers, so that a search ends soon; 0 is an empty place, else the paper's number plus 1.
  let places = new Int32Array(4 * capacity)

  function samePaper(paper: number, at: number, length: number): boolean {
    const start = starts[paper]!
    if (starts[paper + 1]! - start !== length) return false
    for (let i = 0; i < length; i++) if (choices[start + i] !== choices[at + i]) return false
    return true
  }

  function placeOf(at: number, length: number): number {
    const mask = places.length - 1
    let place = hash(choices, at, length) & mask
    while (places[place] !== 0 && !samePaper(places[place]! - 1, at, length)) place = (place + 1) & mask
    return place
  }

  function grow(): void {
    capacity = Math.min(2 * capacity, Math.max(most, capacity + 1))
    const [oldStarts, oldVoters] = [starts, voters]
    starts = new Uint32Array(capacity + 1)
    voters = new Float64Array(capacity)
    starts.set(oldStarts)
    voters.set(oldVoters)
    if (places.length >= 2 * capacity) return
    places = new Int32Array(2 * places.length)
    for (let paper = 0; paper < count; paper++)
      places[placeOf(starts[paper]!, starts[paper + 1]! - starts[paper]!)] = paper + 1
  }

  return {
    at: () => starts[count]!,
    add(length, weight) {
      const at = starts[count]!
      const place = placeOf(at, length)
      const known = places[place]!
      if (known > 0) {
        voters[known - 1]! += weight
        return
      }
      places[place] = count + 1
      voters[count] = weight
      starts[count + 1] = at + length
      if (++count === capacity) grow()
    },
    merged: () => ({
      starts: starts.slice(0, count + 1),
      choices: choices.slice(0, starts[count]),
      voters: voters.slice(0, count),
    }),
  }
}

/** FNV-1a over choices, with the high bits folded in, as the table uses the low ones. */
function hash(choices: Uint16Array, at: number, length: number): number {
  let mixed = 0x811c9dc5
  for (let i = at; i < at + length; i++) mixed = Math.imul(mixed ^ choices[i]!, 0x01000193)
  return mixed ^ (mixed >>> 15)
}
