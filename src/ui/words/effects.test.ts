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
  [
    {
      kind: 'office.open',
      title: 'O',
      seats: 3,
      days: 366,
      termsMost: 1,
      duties: [],
      council: 'C',
    },
    'An office is opened: O, 3 seats for 366 days, for 1 term in a row at most, as a delegate to C. Nominations open at once.',
    'Se abre el cargo “O”: 3 puestos por 366 días, con 1 período seguido como máximo, con delegación a C. Las candidaturas se abren en ese momento.',
  ],
  [
    { kind: 'office.close', office: 'O' },
    'The office O is closed: whoever holds it stays until the end of the term, and nobody follows. An election that is under way goes on.',
    'Se cierra el cargo “O”: quien lo ocupa sigue hasta el fin de su período, y nadie le sucede. Una elección en curso sigue adelante.',
  ],
  [
    { kind: 'council.allot', council: 'C', method: 'hamilton', seats: 12, fixed: 1, everyDays: 365 },
    'The places below share 12 seats of C by members in good standing, after Hamilton (largest remainders) and 1 seat of C for each. Members are counted again every 365 days.',
    'Los lugares que están debajo se reparten 12 asientos de C según integrantes con habilitación vigente, por Hamilton (restos mayores) y 1 asiento de C para cada uno. Se vuelve a contar cada 365 días.',
  ],
  [
    {
      kind: 'mandate.bind',
      unit: 'U',
      council: 'C',
      question: { motion: 'm', number: 3, title: 'T', amendment: 2 },
      answer: 'no',
    },
    'U binds its delegates in C on amendment 2 to motion 3, “T”: to vote no.',
    'U obliga a sus delegados en C sobre la enmienda 2 a la moción 3, “T”: votar no.',
  ],
  [
    { kind: 'mandate.bind', unit: 'U', council: 'C', question: null, answer: null },
    'U binds its delegates in C by this text.',
    'U obliga con este texto a sus delegados en C.',
  ],
  [
    { kind: 'mandate.release', unit: 'U', council: 'C', title: 'T' },
    'U releases its delegates in C from “T”.',
    'U libera a sus delegados en C de “T”.',
  ],
]

it.each(EFFECTS)('says what $kind does', (effect, english, spanish) => {
  expect([en.effectSentence(effect), es.effectSentence(effect)]).toEqual([english, spanish])
})
