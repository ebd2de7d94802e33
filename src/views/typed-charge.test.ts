import { expect, it } from 'vitest'
import { isRefusal } from '#kernel/refusal'
import { typedCharge } from './typed-charge.server.ts'

function dayOfCharge(day: string): number | string {
  const typed: Readonly<Record<string, string>> = { measure: 'warning', ground: 'unity:p', day }
  const charge = typedCharge({ text: (name) => typed[name] ?? '', texts: () => [] }, 'u')
  return isRefusal(charge) ? charge.code : charge.deed.on
}

it('reads the day of a deed as that day in UTC, wherever it is typed and at whatever hour', () => {
  expect(dayOfCharge('2027-03-28')).toBe(Date.UTC(2027, 2, 28))
  expect(dayOfCharge('2028-02-29')).toBe(Date.UTC(2028, 1, 29))
})

it.each([
  '',
  '28.3.2027',
  '2027-3-28',
  '2027-02-29',
  '2027-13-01',
  '2027-00-10',
  '1969-12-31',
  '2027-03-28T12:00',
])('takes “%s” for no day', (day) => {
  expect(dayOfCharge(day)).toBe('deed-day-unclear')
})
