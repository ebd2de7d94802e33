import { expect, it } from 'vitest'
import type { Effect } from '../effect.ts'
import * as en from './en/motions.ts'
import * as es from './es/motions.ts'

const point = { id: 'p', kind: 'position', number: 12 } as const
const EFFECTS: readonly (readonly [effect: Effect, english: string, spanish: string])[] = [
  [
    { kind: 'resolve' },
    'Its text stands as decided; nothing else changes.',
    'Su texto vale tal como se decide; nada más cambia.',
  ],
  [
    { kind: 'organization.ratify', points: false },
    'The roll and the rules are ratified.',
    'Se ratifican el padrón y las reglas.',
  ],
  [
    { kind: 'program.adopt', as: 'unity', count: 1 },
    '1 clause becomes a point of unity.',
    '1 cláusula pasa a ser punto de unidad.',
  ],
  [
    { kind: 'program.adopt', as: 'position', count: 2 },
    '2 clauses become positions of the program.',
    '2 cláusulas pasan a ser posiciones del programa.',
  ],
  [{ kind: 'program.change', point }, 'Position 12 gets this text.', 'Posición 12: recibe este texto.'],
  [
    { kind: 'program.strike', point },
    'Position 12 is struck from the program.',
    'Se suprime del programa la posición 12.',
  ],
  [
    { kind: 'rules.adopt', name: 'N', unit: 'U', rules: [], before: [], bounds: [], boundsBefore: [] },
    '“N” become the rules of U.',
    '“N” pasa a ser el reglamento de U.',
  ],
  [
    { kind: 'unit.form', name: 'N', as: 'group', parent: 'P', decidedBy: 'delegates' },
    'N is formed: a group under P, decided by its delegates.',
    'Se forma N: un grupo dentro de P, donde deciden las personas delegadas.',
  ],
  [{ kind: 'unit.rename', from: 'A', name: 'B' }, 'A is called B.', 'A pasa a llamarse B.'],
  [
    { kind: 'mandate.give', office: 'O', duties: ['roll', 'meetings'], council: 'C', member: 'M', days: 30 },
    'M is O for 30 days, for keeping the roll and entering what meetings decide, as a delegate to C.',
    'M recibe el cargo “O” por 30 días, para llevar el padrón y registrar lo que deciden las reuniones, con delegación a C.',
  ],
  [
    { kind: 'mandate.recall', office: 'O', member: 'M' },
    'M is recalled as O.',
    'Se revoca el cargo “O” de M.',
  ],
]

it.each(EFFECTS)('says what $kind does', (effect, english, spanish) => {
  expect([en.effectSentence(effect), es.effectSentence(effect)]).toEqual([english, spanish])
})
