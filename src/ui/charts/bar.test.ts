import { expect, test } from 'vitest'
import { markAt, share, sides } from './bar.ts'

test('a share is told in hundredths, of nothing and beyond the end too', () => {
  expect(share(8, 10)).toBe(80)
  expect(share(0, 0)).toBe(0)
  expect(share(14, 10)).toBe(100)
})

test('yes begins at the left and no ends at the right', () => {
  const label = { yes: 'Yes', no: 'No' }
  expect(sides(6, 2, 10, label)).toEqual([
    { kind: 'yes', from: 0, width: 60, label: 'Yes' },
    { kind: 'no', from: 80, width: 20, label: 'No' },
  ])
  expect(sides(0, 2, 2, label)).toEqual([{ kind: 'no', from: 0, width: 100, label: 'No' }])
  expect(sides(0, 0, 0, label)).toEqual([])
})

test('the label of a mark stays within the bar', () => {
  expect(markAt(1, 10).anchor).toBe('start')
  expect(markAt(5, 10).anchor).toBe('middle')
  expect(markAt(10, 10).anchor).toBe('end')
})
