import { say, type Sentences } from '#kernel/sentences'
import { speechIn } from '#kernel/speech'
import type { CountCode } from './methods.ts'

const { sayNumber } = speechIn('es')

export const spanish: Sentences<CountCode> = {
  'count-option-fixed': ({ option, value }) =>
    `La opción ${say(option)} no puede ser “${say(value)}” con este método: su regla dice otra cosa.`,
  'count-one-seat': ({ seats }) =>
    `Este método llena un solo puesto, y hay ${sayNumber(seats)}. Elige un método para varios puestos.`,
  'count-no-seats': () => 'No hay ningún puesto que llenar. Indica cuántos hay.',
  'count-too-many-voters': ({ voters, most }) =>
    `Las boletas representan a ${sayNumber(voters)} votantes. Más de ${sayNumber(most)} no se pueden contar con exactitud, y no hay tanta gente.`,
}
