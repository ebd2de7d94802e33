import { say, type Sentences } from '#kernel/sentences'
import { speechIn } from '#kernel/speech'
import type { DelegateCode } from './messages.en.ts'
import type { Duty } from './state.ts'

const { sayCount, sayNumber } = speechIn('es')

const DUTY_WORDS: Readonly<Record<string, string>> = {
  roll: 'llevar el padrón',
  meetings: 'registrar lo que deciden las reuniones',
  moderation: 'moderar',
  complaints: 'atender quejas por daños',
} satisfies Record<Duty, string>

export const spanish: Sentences<DelegateCode> = {
  'no-council': ({ unit }) =>
    `En “${say(unit)}” deciden sus integrantes, así que nadie envía delegados allí.`,
  'council-elsewhere': ({ unit }) =>
    `Una unidad envía delegados a los consejos del lugar al que pertenece; “${say(unit)}” está en otra parte.`,
  'seats-taken': ({ seats, taken }) =>
    Number(seats) === 0
      ? 'Esta unidad no tiene asientos en ese consejo.'
      : `Esta unidad tiene ${sayCount(seats, { one: 'asiento', other: 'asientos' })} en ese consejo y allí ya ${sayCount(taken, { one: 'participa una persona delegada', other: 'participan # personas delegadas' })}.`,
  'unknown-mandate': () => 'No existe ese mandato, o ya terminó.',
  'term-too-long': ({ days, most }) =>
    `Un período de ${sayCount(days, { one: 'día', other: 'días' })} supera los ${sayNumber(most)} que permiten las reglas.`,
  'not-in-standing': () => 'Esta persona no es integrante con habilitación vigente.',
  'office-missing': () => 'Escribe cómo se llama el cargo.',
  'office-too-long': ({ length, most }) =>
    `El nombre del cargo tiene ${sayNumber(length)} caracteres; caben ${sayNumber(most)} como máximo.`,
  'holder-missing': () => 'Elige quién va a ocupar el cargo.',
  'term-missing': () => 'Escribe el período como un número entero de días.',
  'needs-duty': ({ duty }) =>
    `Esto solo puede hacerlo quien tiene el mandato de ${DUTY_WORDS[say(duty)] ?? say(duty)}.`,
}
