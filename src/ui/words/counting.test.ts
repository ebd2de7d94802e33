import { expect, test } from 'vitest'
import { isRefusal } from '#kernel/refusal'
import { countBy, METHODS, rankedBallots, type CountResult } from '#modules/counting/core'
import { comparesPairs, OFFICE_METHODS, type OfficeMethod } from '#modules/rulebook/core'
import { sayQuota } from './counting.ts'

const lines = [
  [5, [[0], [1]]],
  [3, [[1], [2]]],
  [2, [[2]]],
  [1, []],
] as const

function counted(method: OfficeMethod): CountResult {
  const ballots = rankedBallots({
    candidates: ['Ana', 'Bo', 'Cy'],
    seats: method === 'irv' || comparesPairs(method) ? 1 : 2,
    withdrawn: [],
    lines,
  })
  const result = countBy(METHODS[method], ballots, {})
  if (isRefusal(result)) throw new Error(result.code)
  return result
}

// Ten of eleven ballots have a choice: 10 ÷ 3 for two seats.
const TOLD: Readonly<Record<Exclude<OfficeMethod, 'schulze' | 'ranked-pairs'>, string>> = {
  'scottish-stv': '10 ballots with a choice ÷ 3, rounded down, is 3; plus one it is 4.',
  'wigm-prf': '10 ballots with a choice ÷ 3, cut off after four digits, is 3.3333; plus 0.0001 it is 3.3334.',
  'meek-prf': 'is 3.333333333; plus 0.000000001 it is 3.333333334.',
  meek: '10 votes still in the count ÷ 3 is 3.333333333…, and more',
  irv: '8 votes ÷ 2, rounded down, is 4; plus one it is 5.',
}

test.each(OFFICE_METHODS)('the quota of %s follows from its own arithmetic', (method) => {
  if (comparesPairs(method)) expect(sayQuota(method, counted(method))).toEqual([])
  else expect(sayQuota(method, counted(method)).join(' ')).toContain(TOLD[method])
})
