import { expect, test } from 'vitest'
import { refuse } from '#kernel/refusal'
import type { Change } from './change.ts'
import { checkChanges } from './check-changes.ts'
import { textMessages, type TextRefusalCode } from './messages.ts'

const BASE = [
  { id: 'a', text: 'One.' },
  { id: 'b', text: 'Two.' },
]
const replace = (clause: string, text = 'New.'): Change => ({ kind: 'replace', clause, text })
const remove = (clause: string): Change => ({ kind: 'remove', clause })
const insert = (after: string | null, clause: string, text = 'New.'): Change => ({
  kind: 'insert',
  after,
  clause,
  text,
})

test.each<[string, Change[]]>([
  ['a new wording', [replace('a')]],
  ['a removal', [remove('a')]],
  ['new clauses in front and behind', [insert(null, 'x'), insert('b', 'y')]],
  ['a change and a new clause behind it', [replace('a'), insert('a', 'x')]],
  ['everything removed and something put in its place', [remove('a'), remove('b'), insert(null, 'x')]],
])('%s is an amendment', (_, changes) => {
  expect(checkChanges(BASE, changes)).toBeUndefined()
})

const REFUSED: readonly [string, Change[], TextRefusalCode, string?][] = [
  ['a new wording of no clause', [replace('z')], 'unknown-clause', 'z'],
  ['a removal of no clause', [remove('z')], 'unknown-clause', 'z'],
  ['a new clause behind none', [insert('z', 'x')], 'unknown-clause', 'z'],
  ['a new clause behind a new one', [insert('a', 'x'), insert('x', 'y')], 'unknown-clause', 'x'],
  ['a clause changed twice', [replace('a'), replace('a', 'Other.')], 'clause-changed-twice', 'a'],
  ['a clause changed and removed', [replace('a'), remove('a')], 'clause-changed-twice', 'a'],
  ['a new clause with the id of an old one', [insert('a', 'b')], 'clause-id-taken', 'b'],
  ['a new clause with the id of a removed one', [remove('b'), insert('a', 'b')], 'clause-id-taken', 'b'],
  ['two new clauses with one id', [insert('a', 'x'), insert('b', 'x')], 'clause-id-taken', 'x'],
  ['a wording without words', [replace('a', ' \n')], 'clause-empty', 'a'],
  ['a new clause without words', [insert('a', 'x', '')], 'clause-empty', 'x'],
  ['no change', [], 'changes-nothing'],
  ['the wording that is there', [replace('b'), replace('a', 'One.')], 'changes-nothing', 'a'],
  ['a removal of everything', [remove('a'), remove('b')], 'nothing-left'],
]

test.each(REFUSED)('%s is refused', (_, changes, code, clause) => {
  const facts = clause === undefined ? {} : { clause }
  expect(checkChanges(BASE, changes)).toEqual(refuse(code, facts))
  expect(textMessages.en[code](facts)).toMatch(/^[A-Z].*\.$/)
  if (clause !== undefined && code !== 'clause-empty')
    expect(textMessages.en[code](facts)).toContain(`“${clause}”`)
})

test('every code of refusal is among these', () => {
  expect([...new Set(REFUSED.map(([, , code]) => code))].sort()).toEqual(Object.keys(textMessages.en).sort())
})
