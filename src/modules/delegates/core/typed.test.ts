import { expect, it } from 'vitest'
import { checkTypedOffice } from './typed.ts'

it('an office needs a name, a holder and a term', () => {
  const typed = { office: 'Treasurer', member: 'm-000000000001', days: '366' }
  expect(checkTypedOffice(typed)).toBeUndefined()
  expect(checkTypedOffice({ ...typed, office: '' })).toMatchObject({ code: 'office-missing' })
  expect(checkTypedOffice({ ...typed, office: 'x'.repeat(81) })).toMatchObject({
    code: 'office-too-long',
    facts: { most: 80 },
  })
  expect(checkTypedOffice({ ...typed, member: '' })).toMatchObject({ code: 'holder-missing' })
  for (const days of ['', '0', '1.5', 'a year', '99999'])
    expect(checkTypedOffice({ ...typed, days })).toMatchObject({ code: 'term-missing' })
})
