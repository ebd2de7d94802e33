import { say, type Sentences } from '#kernel/sentences'
import { speechIn } from '#kernel/speech'
import type { Expected, RulebookCode, SayBreach } from './faults.ts'
import { ruleName } from './names.ts'

const { sayNumber } = speechIn('en')

const SIDES = { least: 'at least', most: 'at most', above: 'more than' } as const

export const breach: SayBreach = ({ rule, value, bound, side }) =>
  `“${ruleName(rule, 'en')}” is ${sayNumber(value)}, but must be ${SIDES[side]} ${sayNumber(bound)}`

const EXPECTED: Readonly<Record<Expected, (bound: string) => string>> = {
  most: (bound) => `${bound} at most`,
  least: (bound) => `${bound} at least`,
  name: () => 'a name of 1 to 100 characters',
  fraction: () => 'a fraction from 0 to 1 such as 2/3',
  'whole-number': () => 'a whole number',
  'one-of-list': () => 'one of those in the list',
}

export const english: Sentences<RulebookCode> = {
  'rule-malformed': ({ rule, typed, expected, bound }) =>
    `“${ruleName(say(rule), 'en')}”: ${typed === '' ? 'nothing is filled in' : `“${say(typed)}” cannot be taken`}; it must be ${EXPECTED[expected as Expected](sayNumber(bound))}.`,
}
