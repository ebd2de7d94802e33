import { expect, it } from 'vitest'
import { HOUR } from '#kernel/instant'
import { sinceLastVisit, visitIn } from './visit.server.ts'

/** A browser that keeps one cookie. */
function browser() {
  let kept: string | undefined
  const cookies = {
    get: () => kept,
    set(_name: string, value: string) {
      kept = value
    },
  }
  const url = new URL('https://example.org/')
  return (size: number, now: number) => sinceLastVisit({ cookies, url }, size, now)
}

it('a visit shows what came since the one before, as long as it lasts', () => {
  const look = browser()
  const start = 1_000 * HOUR
  expect(look(10, start)).toBeNull()
  expect(look(12, start + 1)).toBeNull()
  expect(look(15, start + 2 * HOUR)).toBe(12)
  expect(look(16, start + 2 * HOUR + 1)).toBe(12)
  expect(look(20, start + 9 * HOUR)).toBe(16)
})

it('a cookie that is odd, or of a longer record, tells nothing', () => {
  for (const cookie of [undefined, '', 'x', '1.2', '1.2.3.4', '-1.2.3', `1.${'9'.repeat(16)}.3`, '1.20.3'])
    expect(visitIn(cookie, 10)).toEqual({ since: null, seen: null, at: 0 })
  expect(visitIn('.5.7', 10)).toEqual({ since: null, seen: 5, at: 7 })
})
