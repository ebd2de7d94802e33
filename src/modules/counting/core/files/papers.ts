/** Papers as they are read, in flat arrays that are longer than what is read so far. */
export interface Papers {
  readonly starts: Uint32Array
  readonly marks: Uint16Array
  readonly weights: Float64Array
  /** Papers so far, and marks on them, and the voters they stand for. */
  count: number
  marked: number
  voters: number
}

/** Makes room for so many papers and marks. Memory that is never touched costs nothing. */
export function createPapers(most: number, mostMarks: number): Papers {
  return {
    starts: new Uint32Array(most + 1),
    marks: new Uint16Array(mostMarks),
    weights: new Float64Array(most),
    count: 0,
    marked: 0,
    voters: 0,
  }
}

/** The arrays, as long as what was read. */
export function finishPapers({
  starts,
  marks,
  weights,
  count,
  marked,
}: Papers): Pick<Papers, 'starts' | 'marks' | 'weights'> {
  return {
    starts: starts.slice(0, count + 1),
    marks: marks.slice(0, marked),
    weights: weights.slice(0, count),
  }
}
