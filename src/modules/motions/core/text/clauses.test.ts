import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyChanges } from './apply-changes.ts'
import { checkChanges } from './check-changes.ts'
import { editToChanges, splitIntoClauses, type EditedClause } from './clauses.ts'

const id = (n: number): string => `n${n}`
const BASE = [
  { id: 'a', text: 'One.\nStill one.' },
  { id: 'b', text: 'Two.' },
]
const A = { id: 'a', text: 'One.\r\nStill one.' }
const B = { id: 'b', text: 'Two.' }

test('a text is cut at its blank lines', () => {
  expect(splitIntoClauses('\r\n One.\r\nStill one. \r\n \t\r\nTwo.\n', id)).toEqual([
    { id: 'n0', text: 'One.\nStill one.' },
    { id: 'n1', text: 'Two.' },
  ])
  expect(splitIntoClauses(' \n\n', id)).toEqual([])
})

test.each<[string, EditedClause[], unknown[]]>([
  ['a form left alone', [{ id: null, text: '' }, A, { id: null, text: ' \r\n' }, B], []],
  ['a new wording', [A, { id: 'b', text: ' Three. ' }], [{ kind: 'replace', clause: 'b', text: 'Three.' }]],
  ['an emptied clause', [{ id: 'a', text: ' ' }, B], [{ kind: 'remove', clause: 'a' }]],
  ['a clause that the form does not mention', [B], []],
  [
    'new clauses in front and behind',
    [{ id: null, text: 'Front.' }, A, { id: null, text: 'X.\r\n\r\nY.' }, B],
    [
      { kind: 'insert', after: null, clause: 'n0', text: 'Front.' },
      { kind: 'insert', after: 'a', clause: 'n1', text: 'X.' },
      { kind: 'insert', after: 'a', clause: 'n2', text: 'Y.' },
    ],
  ],
  [
    'a clause that got a blank line',
    [{ id: 'a', text: 'One.\r\n\r\nMore.' }, { id: null, text: 'Last.' }, B],
    [
      { kind: 'replace', clause: 'a', text: 'One.' },
      { kind: 'insert', after: 'a', clause: 'n0', text: 'More.' },
      { kind: 'insert', after: 'a', clause: 'n1', text: 'Last.' },
    ],
  ],
])('%s', (_, edited, changes) => {
  expect(editToChanges(BASE, edited, id)).toEqual(changes)
})

test('a clause that the base has not is for checkChanges to refuse', () => {
  expect(checkChanges(BASE, editToChanges(BASE, [{ id: 'z', text: 'New.' }], id))?.code).toBe(
    'unknown-clause',
  )
})

test('the changes, made, give what the form showed', () => {
  const field = fc
    .array(fc.constantFrom('One.', 'Two.', 'New.', '\r\n', '\r\n\r\n', ' '), { maxLength: 6 })
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(fc.tuple(field, field, field, field, field), ([front, a, middle, b, end]) => {
      const edited = [
        { id: null, text: front },
        { id: 'a', text: a },
        { id: null, text: middle },
        { id: 'b', text: b },
        { id: null, text: end },
      ]
      const shown = edited.flatMap(({ text }) => splitIntoClauses(text, id)).map(({ text }) => text)
      expect(applyChanges(BASE, editToChanges(BASE, edited, id)).map(({ text }) => text)).toEqual(shown)
    }),
  )
})
