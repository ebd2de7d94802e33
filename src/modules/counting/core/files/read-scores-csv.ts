import { isRefusal, type Refusal } from '#kernel/refusal'
import { readTable } from './csv-table.ts'
import { faultOnLine } from './fault.ts'
import { MOST_BALLOTS } from './limits.ts'
import type { ScoreBallots } from '../ranking/score.ts'
import { wholeOf } from './whole.ts'

const LARGEST_SCORE = 1000

/** Reads a CSV of scores: a column for each candidate with the points that the ballot gives, none where it is empty. */
export function readScoresCsv(bytes: Uint8Array): ScoreBallots | Refusal {
  const table = readTable(bytes)
  if (isRefusal(table)) return table
  const { headings, rows } = table
  const scores = new Uint16Array(rows.length * headings.length)
  let points = 0
  for (const [i, { line, weight, cells }] of rows.entries()) {
    for (const [candidate, cell] of cells.entries()) {
      const score = cell === '' || cell === '-' ? 0 : wholeOf(cell, line, 'score', [0, LARGEST_SCORE])
      if (isRefusal(score)) return score
      scores[i * headings.length + candidate] = score
    }
    points += weight * LARGEST_SCORE
    if (points > MOST_BALLOTS)
      return faultOnLine('ballots-too-many', line, { most: Math.floor(MOST_BALLOTS / LARGEST_SCORE) })
  }
  const weights = Float64Array.from(rows, ({ weight }) => weight)
  return { title: '', candidates: headings, withdrawn: [], seats: 1, scores, weights }
}
