import { describe, expect, test } from 'vitest'
import { DAY, HOUR, MINUTE } from '#kernel/instant'
import { cannotWait, DEFAULTS, lower, slotAfter, slotBefore, wants, WEEK } from './index.ts'

const SUNDAY = Date.UTC(2027, 0, 3, 18)
const MEMBERS = ['m-000000000001', 'm-000000000002', 'm-000000000003', 'm-000000000004']

describe('when the weekly message comes', () => {
  test.each([0, 1, 2, 3, 4, 5, 6])('on weekday %i, within an hour, the same each week', (weekday) => {
    for (const member of MEMBERS) {
      const slot = slotAfter(SUNDAY, member, { weekday, hour: 18 })
      expect(new Date(slot).getUTCDay()).toBe(weekday)
      expect(new Date(slot).getUTCHours()).toBe(18)
      expect(slotBefore(slot, member, { weekday, hour: 18 })).toBe(slot)
      expect(slotBefore(slot - 1, member, { weekday, hour: 18 })).toBe(slot - WEEK)
    }
  })

  test('spreads members', () => {
    const slots = MEMBERS.map((member) => slotBefore(SUNDAY + DAY, member, { weekday: 0, hour: 18 }))
    expect(new Set(slots).size).toBeGreaterThan(1)
    for (const slot of slots) expect(slot - SUNDAY).toBeLessThan(60 * MINUTE)
  })
})

test('what leaves half a day after the next message can wait for it', () => {
  expect(cannotWait(SUNDAY + 13 * HOUR, SUNDAY)).toBe(false)
  expect(cannotWait(SUNDAY + 11 * HOUR, SUNDAY)).toBe(true)
})

test('a link only ever lowers, and lower levels are told less', () => {
  expect(lower('weekly', 'urgent')).toBe('urgent')
  expect(lower('legal', 'urgent')).toBe('legal')
  expect(wants(DEFAULTS.level, 'weekly')).toBe(true)
  expect(wants('urgent', 'weekly')).toBe(false)
  expect(wants('legal', 'urgent')).toBe(false)
  expect(wants('legal', 'legal')).toBe(true)
})
