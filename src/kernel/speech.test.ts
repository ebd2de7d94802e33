import { describe, expect, it, test } from 'vitest'
import { LANGUAGES } from './language.ts'
import { speechIn } from './speech.ts'

const [en, es] = [speechIn('en'), speechIn('es')]
// The suite runs under an odd time zone: what is said is in UTC.
const at = Date.UTC(2026, 11, 3, 14, 5)

describe('a moment', () => {
  it('is told in UTC, with its month in words', () => {
    expect(en.sayMoment(at)).toBe('3 December 2026, 14:05 UTC')
    expect(es.sayMoment(at)).toBe('3 de diciembre de 2026, 14:05 UTC')
    expect(es.sayMoment(Date.UTC(2027, 0, 1))).toBe('1 de enero de 2027, 00:00 UTC')
    expect([en.sayDay(at), es.sayDay(at)]).toEqual(['3 December 2026', '3 de diciembre de 2026'])
  })

  it.each(LANGUAGES)('that is none is told in %s as it stands', (language) => {
    expect(speechIn(language).sayMoment('soon')).toBe('soon')
  })
})

test.each([
  [0, '0 members', '0 integrantes'],
  [1, '1 member', '1 integrante'],
  [12_000, '12,000 members', '12,000 integrantes'],
  [1_000_000, '1,000,000 members', '1,000,000 de integrantes'],
])('%i of a thing is %s, %s', (number, english, spanish) => {
  expect(en.sayCount(number, { one: 'member', other: 'members' })).toBe(english)
  expect(es.sayCount(number, { one: 'integrante', many: 'de integrantes', other: 'integrantes' })).toBe(
    spanish,
  )
})

test('a form with a hash has the number there', () => {
  const forms = { one: 'only # member', other: 'all # members' }
  expect([1, 2].map((number) => en.sayCount(number, forms))).toEqual(['only 1 member', 'all 2 members'])
})

test('a list is joined as the language joins it', () => {
  const things = ['a', 'b', 'i']
  expect([en.sayList(things), es.sayList(things)]).toEqual(['a, b and i', 'a, b e i'])
})
