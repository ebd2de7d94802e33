import { expect, it } from 'vitest'
import { DAY } from '#kernel/instant'
import type { Mandate } from '#modules/delegates/core'
import { reportState } from './reports.ts'
import { rotation } from './rotation.ts'

function term(holder: number, from: number, ended: number | null, office = 'Chair'): Mandate {
  return {
    id: `${holder} ${from} ${office}`,
    unit: 'unit',
    council: null,
    office,
    duties: [],
    holder,
    from: from * DAY,
    until: (from + 400) * DAY,
    seq: from,
    motion: null,
    ended: ended === null ? null : ended * DAY,
  }
}

it('adds up the days of each person once, however many offices they are in', () => {
  const held = [term(1, 0, 100), term(1, 50, 150, 'Treasurer'), term(2, 0, 149), term(3, 200, null)]
  const list = rotation(held, 210 * DAY)
  expect(list.map(({ holder, days, isHolding }) => [holder, days, isHolding])).toEqual([
    [1, 150, false],
    [2, 149, false],
    [3, 10, true],
  ])
  expect(list[0]?.tenures.map(({ office, days }) => [office, days])).toEqual([
    ['Chair', 100],
    ['Treasurer', 100],
  ])
})

it('counts terms in a row, which a short pause does not break', () => {
  const inRow = (...terms: readonly (readonly [number, number | null])[]): number | undefined =>
    rotation(
      terms.map(([from, ended]) => term(1, from, ended)),
      2000 * DAY,
    )[0]?.tenures[0]?.consecutive
  expect(inRow([0, 100])).toBe(1)
  expect(inRow([0, 100], [131, 200], [200, null])).toBe(3)
  expect(inRow([0, 100], [132, 200])).toBe(1)
})

it('takes an office for the same whatever its letters', () => {
  const [record] = rotation([term(1, 0, 100, 'chair'), term(1, 100, 200, 'Chair')], 300 * DAY)
  expect(record?.tenures).toHaveLength(1)
})

it('says since when a report is missing, until the mandate ends', () => {
  const report = { id: 'r', mandate: 'm', seq: 1, at: 60 * DAY, text: 'hash' }
  expect(reportState(term(1, 0, null), [], 90, 90 * DAY)).toEqual({
    given: [],
    due: 90 * DAY,
    overdueDays: 0,
  })
  expect(reportState(term(1, 0, null), [], 90, 90 * DAY + 1).overdueDays).toBe(1)
  expect(reportState(term(1, 0, null), [report], 90, 151 * DAY)).toMatchObject({
    due: 150 * DAY,
    overdueDays: 1,
  })
  expect(reportState(term(1, 0, 100), [], 90, 500 * DAY).overdueDays).toBe(10)
})
