import { expect, test } from 'vitest'
import { readApplicant } from './applicant.ts'

test.each([
  ['', 'a@example.org', 'name-missing'],
  ['Ana', 'example.org', 'address-unfit'],
  ['Ana', 'ana@example', 'address-unfit'],
  ['A'.repeat(201), '', 'field-too-long'],
  ['Ana\nNúñez', '', 'field-unfit'],
  ['Ana\u202eNúñez', '', 'field-unfit'],
])('refuses %j with %j', (name, email, code) => {
  expect(readApplicant(name, email)).toMatchObject({ code })
})

test('takes a name alone, and writes the address in small letters', () => {
  expect(readApplicant(' Ana Núñez ', '')).toEqual({ name: 'Ana Núñez', email: null })
  expect(readApplicant('Ana', 'Ana@Example.org')).toEqual({ name: 'Ana', email: 'ana@example.org' })
})
