import { say, type Sentences } from '#kernel/sentences'
import { speechIn } from '#kernel/speech'
import type { CouncilCode } from './messages.en.ts'

const { sayNumber } = speechIn('es')

export const spanish: Sentences<CouncilCode> = {
  'seats-missing': () => 'Indica cuántos asientos se reparten, o cuántos tiene cada unidad.',
  'seats-number-unfit': ({ typed, least, most }) =>
    `“${say(typed)}” no se puede aceptar: escribe un número entero de ${sayNumber(least)} a ${sayNumber(most)}.`,
  'council-missing': () => 'Elige el consejo.',
  'no-subunits': ({ unit }) =>
    `No hay lugares dentro del ámbito de “${say(unit)}”, así que no hay entre quiénes repartir asientos.`,
  'wrong-seats': () => 'Los asientos registrados no son los que resultan de contar a las y los integrantes.',
  'answer-missing': () =>
    'Quien obliga a sus delegados en una cuestión dice qué deben responder; sin cuestión, obliga el texto.',
  'unknown-question': () => 'No existe esa moción ni esa enmienda en ese consejo.',
  'question-over': ({ number }) =>
    `La moción ${say(number)} del consejo ya no está abierta; sobre ella no se puede obligar a nadie.`,
  'unknown-binding': () => 'Los delegados no están obligados por eso, o ya no lo están.',
  'too-many-mandate-reports': ({ most }) =>
    `Ya hay ${sayNumber(most)} informes sobre este mandato; no se aceptan más.`,
}
