import { say, type Sentences } from '#kernel/sentences'
import { speechIn } from '#kernel/speech'
import type { Expected, RulebookCode, SayBreach } from './faults.ts'
import { ruleName } from './names.ts'

const { sayNumber } = speechIn('es')

const SIDES = { least: 'al menos', most: 'como máximo', above: 'más de' } as const

export const breach: SayBreach = ({ rule, value, bound, side }) =>
  `“${ruleName(rule, 'es')}” es ${sayNumber(value)}, pero debe ser ${SIDES[side]} ${sayNumber(bound)}`

const EXPECTED: Readonly<Record<Expected, (bound: string) => string>> = {
  most: (bound) => `${bound} como máximo`,
  least: (bound) => `${bound} como mínimo`,
  name: () => 'un nombre de 1 a 100 caracteres',
  fraction: () => 'una fracción de 0 a 1 como 2/3',
  'whole-number': () => 'un número entero',
  'one-of-list': () => 'una de las opciones de la lista',
}

export const spanish: Sentences<RulebookCode> = {
  'rule-malformed': ({ rule, typed, expected, bound }) =>
    `“${ruleName(say(rule), 'es')}”: ${typed === '' ? 'no se escribió nada' : `no se puede aceptar “${say(typed)}”`}; debe ser ${EXPECTED[expected as Expected](sayNumber(bound))}.`,
}
