import { expect, it } from 'vitest'
import { createCount, readingsUntil } from './growth.server.ts'

it('every entry counts as it changes who is a member', () => {
  const count = createCount()
  const changes = (
    [
      ['founding.member', 'nobody', 'a'],
      ['founding.member', 'nobody', 'b'],
      ['founding.strike', 'nobody', 'b'],
      ['member.apply', 'nobody', 'c'],
      ['member.admit', 'a', 'c'],
      ['standing.mend', 'a', 'c'],
      ['standing.lapse', 'clerk', 'c'],
      ['standing.mend', 'a', 'c'],
      ['standing.lapse', 'clerk', 'c'],
      ['member.resign', 'c', undefined],
      ['member.resign', 'a', undefined],
    ] as const
  ).map(([type, by, member]) => count({ type, by, body: member === undefined ? {} : { member } }))
  expect(changes).toEqual([1, 1, -1, 0, 1, 0, -1, 1, -1, 0, -1])
})

it('readings stand at the ends of the last twelve months, and now', () => {
  const month = (year: number, month: number): number => (year - 1970) * 12 + month - 1
  const changes = new Map([
    [month(2025, 1), 10],
    [month(2026, 2), 5],
    [month(2026, 12), -1],
  ])
  const now = Date.UTC(2026, 11, 24)
  const readings = readingsUntil(now, changes)
  expect(readings).toHaveLength(13)
  expect(readings.map(({ value }) => value)).toEqual([10, 10, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 14])
  expect(readings[0]?.at).toBe(Date.UTC(2026, 0) - 1)
  expect(readings.at(-1)?.at).toBe(now)
  expect(readingsUntil(now, new Map())).toEqual([])
  expect(readingsUntil(now, new Map([[month(2026, 12), 3]]))).toEqual([{ at: now, value: 3 }])
})
