import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { isRefusal } from '#kernel/refusal'
import { lettersOf, ranksOf, type ChoiceForm } from '#modules/ballots/core'
import { papersOfCounts, papersOfLines } from './typed-papers.ts'

const QUESTIONS: ChoiceForm = { kind: 'questions', length: 2 }
const RANKS: ChoiceForm = { kind: 'ranks', length: 4, most: 3, mayShare: false }
const SHARED: ChoiceForm = { ...RANKS, mayShare: true }

const read = (form: ChoiceForm, text: string): unknown => {
  const papers = papersOfLines(form, text)
  if (isRefusal(papers)) return papers.facts['line']
  return papers.map((paper) => (form.kind === 'questions' ? lettersOf(paper) : ranksOf(paper)))
}

it('reads papers of one question from counts', () => {
  const papers = papersOfCounts(['2', '', '1'])
  expect(isRefusal(papers) ? papers : papers.map(lettersOf)).toEqual(['y', 'y', 'a'])
  for (const [line, counts] of [
    [1, ['x', '1', '0']],
    [2, ['1', '-1', '0']],
    [3, ['1', '1', '99999']],
  ] as const)
    expect(papersOfCounts(counts)).toMatchObject({ code: 'paper-line', facts: { line } })
})

it('reads lines of letters', () => {
  expect(read(QUESTIONS, '2 x y n\n\n S,a \n')).toEqual(['yn', 'yn', 'ya'])
  for (const [line, text] of [
    [1, 'y'],
    [2, 'y n\ny n a'],
    [1, 'y q'],
    [1, '0 x y n'],
    [2, 'y n\n99999 x y n'],
  ] as const)
    expect(read(QUESTIONS, text), text).toBe(line)
})

it('reads lines of ranks', () => {
  expect(read(RANKS, '2 x 3 > 1\n0\n4, 2, 1')).toEqual([[[2], [0]], [[2], [0]], [], [[3], [1], [0]]])
  expect(read(SHARED, '1 = 3 > 2')).toEqual([[[0, 2], [1]]])
  for (const text of ['5', '1 > 1', '1 = 2', '1 > 2 > 3 > 4', 'Ada', '1 > x', '-1'])
    expect(read(RANKS, text), text).toBe(1)
})

it('reads every ranking that can be written, as it was written', () => {
  const ranking = fc.shuffledSubarray([0, 1, 2, 3], { maxLength: 3 })
  fc.assert(
    fc.property(fc.array(ranking, { minLength: 1 }), (all) => {
      const lines = all.map((ranks) => (ranks.length === 0 ? '0' : ranks.map((n) => n + 1).join(' > ')))
      expect(read(RANKS, lines.join('\n'))).toEqual(all.map((ranks) => ranks.map((n) => [n])))
    }),
  )
})
