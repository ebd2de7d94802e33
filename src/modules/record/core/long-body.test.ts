import { expect, it } from 'vitest'
import { bodyForPage, isLongBody } from './long-body.ts'

const ballots = Array.from({ length: 10_000 }, (_, n) => String(n).padStart(600, '0'))

it('a body of usual length is shown whole', () => {
  const body = { vote: 'v', keys: Array.from({ length: 50 }, (_, n) => n) }
  expect(isLongBody(body)).toBe(false)
  expect(bodyForPage(body)).toEqual({ text: JSON.stringify(body, null, 2), isCut: false })
})

it('a board of megabytes is shown by its beginning, and everything beside it whole', () => {
  const { text, isCut } = bodyForPage({ secret: { board: ballots, keys: 10_000 }, vote: 'v' })
  expect(isCut).toBe(true)
  expect(text.length).toBeLessThan(6000)
  expect(text).toContain('… + 9994')
  expect(text).toContain('"keys": 10000')
})
